/** Brings a population file into the database: everything or nothing, in place of the table before. */
import { groupings, type Grouping } from '../domain/figure.ts'
import { groupsOf, isPreferNot, type Group } from '../domain/group.ts'
import type { Population } from '../domain/population.ts'
import { usualAbout } from '../domain/usual.ts'
import { record } from '../store/audit.ts'
import { allConsultations } from '../store/consultations.ts'
import { allDistricts } from '../store/districts.ts'
import { findPopulation, keepPopulation } from '../store/population.ts'
import type { Db } from '../store/store.ts'
import type { Context } from './context.ts'
import { inOrder, isError, type Finding } from './file/finding.ts'
import { readSource } from './file/source.ts'
import { readStructure } from './file/structure.ts'
import { parts, remarksOn, type Known } from './population-file/checks.ts'
import { form, type PopulationValue } from './population-file/schema.ts'

export interface PopulationOrder {
  /** The file's bytes, or its text. */
  readonly source: string | Uint8Array
  /** Who brings it in. */
  readonly actor: string
  /** Says what would happen and writes nothing. */
  readonly isDryRun?: boolean
}

export interface PopulationReading {
  readonly findings: readonly Finding[]
  /** Undefined while there is an error. */
  readonly population: Population | undefined
}

export interface PopulationResult extends PopulationReading {
  /** Whether it differs from the table that was there. */
  readonly isNew: boolean
}

/** The table as it stands, with the groups that have a name. */
export interface NamedPopulation {
  readonly population: Population
  readonly names: readonly Group[]
}

/** Whatever is wrong with the file comes back as findings, all at once, and then nothing was written. */
export async function importPopulation(
  { store, clock }: Context,
  { source, actor, isDryRun = false }: PopulationOrder,
): Promise<PopulationResult> {
  return store.transaction(async (tx) => {
    const { findings, population } = readPopulationFile(source, idsIn(await groupsIn(tx)))
    if (!population || isDryRun) return { findings, population, isNew: false }
    const at = clock.now()
    const isNew = await keepPopulation(tx, population, at)
    const { year, total } = population
    if (isNew)
      await record(tx, { at, actor, act: 'population.import', subject: 'city', details: { year, total } })
    return { findings, population, isNew }
  })
}

/** The table as it stands; undefined as long as there is none. */
export async function populationOf({ store: { db } }: Context): Promise<NamedPopulation | undefined> {
  const found = await findPopulation(db)
  return found && { population: found, names: await groupsIn(db) }
}

/** Never throws because of what is in the file. */
export function readPopulationFile(source: string | Uint8Array, known: Known): PopulationReading {
  const { value, findings: found, locate } = readSource(source)
  if (value === undefined) return { findings: found, population: undefined }
  const { remarks, salvaged, file } = readStructure(value, form)
  const findings = inOrder([...found, ...[...remarks, ...remarksOn(salvaged, known)].map(locate)])
  const isWhole = file !== undefined && !findings.some(isError)
  return { findings, population: isWhole ? populationIn(file) : undefined }
}

/** Every group that a consultation asks about, and the usual age bands. */
async function groupsIn(db: Db): Promise<Group[]> {
  const districts = await allDistricts(db)
  const usual = usualAbout.flatMap(({ id: by, options = [] }) =>
    by === 'age_band' ? options.map(({ id, label }) => ({ by, id, label })) : [],
  )
  const asked = (await allConsultations(db)).flatMap(({ definition }) => groupsOf({ definition, districts }))
  const places = districts.map(({ id, label }) => ({ by: 'district' as const, id, label }))
  return [...asked, ...usual, ...places].filter(({ id }) => !isPreferNot(id))
}

function idsIn(groups: readonly Group[]): Known {
  const idsBy = (wanted: Grouping) => [
    ...new Set(groups.flatMap(({ by, id }) => (by === wanted ? [id] : []))),
  ]
  return Object.fromEntries(groupings.map((by) => [by, idsBy(by)])) as unknown as Known
}

function populationIn(file: PopulationValue): Population {
  const { source, year, made_up: isSample, total } = file
  const groups = parts.flatMap(({ by, field }) =>
    (file[field] ?? []).map(({ id, people }) => ({ by, id, people })),
  )
  const { pl, en, uk } = source
  return {
    source: { pl: pl.trim(), ...(en ? { en: en.trim() } : {}), ...(uk ? { uk: uk.trim() } : {}) },
    year,
    isSample,
    total,
    groups,
  }
}
