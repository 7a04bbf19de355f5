/** Brings an outcome file into the database: everything or nothing. Nobody sees it before it is published. */
import type { Localized } from '../domain/phrase.ts'
import { record } from '../store/audit.ts'
import { allConsultations, lockConsultation } from '../store/consultations.ts'
import { currentMeasures, linkThemes, themesOf, writeThemes, type NewTheme } from '../store/outcomes.ts'
import { noteSteps } from '../store/outcome-steps.ts'
import type { Db } from '../store/store.ts'
import { existing } from './consultations.ts'
import type { Context } from './context.ts'
import { inOrder, isError, type Finding, type Remark } from './file/finding.ts'
import { readSource } from './file/source.ts'
import { readStructure } from './file/structure.ts'
import { changeRemarks, measureNamed, remarksOn, type Known } from './outcome-file/checks.ts'
import { form, type OutcomeValue } from './outcome-file/schema.ts'
import { stepsOf } from './outcome-steps.ts'

export interface OutcomeOrder {
  /** The file's bytes, or its text. */
  readonly source: string | Uint8Array
  /** Who brings it in. */
  readonly actor: string
  /** Says what would happen and writes nothing. */
  readonly isDryRun?: boolean
}

/** A file that was read: themes ready to be kept, or what is wrong. */
export interface OutcomeReading {
  readonly findings: readonly Finding[]
  /** Undefined while there is an error. */
  readonly outcome: { readonly consultation: string; readonly themes: readonly NewTheme[] } | undefined
  /** Gives a later remark its line in the same file. */
  locate(remark: Remark): Finding
}

export type OutcomeResult =
  | { readonly isKept: false; readonly findings: readonly Finding[] }
  | { readonly isKept: true; readonly findings: readonly Finding[]; readonly consultation: string }

/** Whatever is wrong with the file comes back as findings, all at once, and then nothing was written. */
export async function importOutcome(context: Context, order: OutcomeOrder): Promise<OutcomeResult> {
  const { findings, outcome, locate } = readOutcomeFile(order.source, await knownIn(context.store.db))
  if (!outcome) return { isKept: false, findings }
  const { consultation, themes } = outcome
  return context.store.transaction(async (tx) => {
    const { publishedAt } = existing(await lockConsultation(tx, consultation), consultation)
    const refusals = publishedAt ? changeRemarks(await themesOf(tx, consultation), themes).map(locate) : []
    if (refusals.length > 0) return { isKept: false, findings: inOrder([...findings, ...refusals]) }
    if (!order.isDryRun)
      await write(context, tx, { ...outcome, isPublished: publishedAt !== null, actor: order.actor })
    return { isKept: true, findings, consultation }
  })
}

/** Never throws because of what is in the file. */
export function readOutcomeFile(source: string | Uint8Array, known: Known): OutcomeReading {
  const { value, findings: found, locate } = readSource(source)
  if (value === undefined) return { findings: found, outcome: undefined, locate }
  const { remarks, salvaged, file } = readStructure(value, form)
  const findings = inOrder([...found, ...[...remarks, ...remarksOn(salvaged, known)].map(locate)])
  const isWhole = file !== undefined && !findings.some(isError)
  return { findings, outcome: isWhole ? outcomeIn(file, known) : undefined, locate }
}

async function knownIn(db: Db): Promise<Known> {
  const consultations = await allConsultations(db)
  return { consultationIds: consultations.map(({ id }) => id), measures: await currentMeasures(db) }
}

function outcomeIn({ consultation, themes }: OutcomeValue, { measures }: Known): OutcomeReading['outcome'] {
  return {
    consultation,
    themes: themes.map(({ said, decision, reason, measure }) => ({
      said: trimmed(said),
      decision: decision ?? null,
      reason: reason ? trimmed(reason) : null,
      measureId: (measure !== undefined && measureNamed(measure, measures)) || null,
    })),
  }
}

function trimmed(text: Readonly<Record<string, string | undefined>>): Localized {
  return Object.fromEntries(
    Object.entries(text).flatMap(([locale, one]) => (one === undefined ? [] : [[locale, one.trim()]])),
  )
}

interface Writing {
  readonly consultation: string
  readonly themes: readonly NewTheme[]
  readonly isPublished: boolean
  readonly actor: string
}

/** A measure that is linked later is known from now on: how it stands today is no news. */
async function write(
  context: Context,
  tx: Db,
  { consultation, themes, isPublished, actor }: Writing,
): Promise<void> {
  const at = context.clock.now()
  if (isPublished) {
    await linkThemes(
      tx,
      consultation,
      themes.map(({ measureId }) => measureId),
    )
    await noteSteps(tx, await stepsOf(context, tx, consultation), at)
  } else await writeThemes(tx, consultation, themes, at)
  const details = { themes: themes.length }
  await record(tx, { at, actor, act: 'outcome.import', subject: `consultation/${consultation}`, details })
}
