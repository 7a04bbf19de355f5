/** What must hold between the parts of a population file, beyond its structure. */
import type { Grouping } from '../../domain/figure.ts'
import { locales, say, type Localized } from '../../domain/phrase.ts'
import { doubt, mistake, type Path, type Remark } from '../file/finding.ts'
import { nearest, type Salvaged } from '../file/structure.ts'
import type { PopulationValue } from './schema.ts'

type Loose = Salvaged<PopulationValue>
type Rows = Loose['districts']

/** Where each breakdown stands in the file. */
export const parts = [
  { by: 'age_band', field: 'age_bands' },
  { by: 'gender', field: 'genders' },
  { by: 'district', field: 'districts' },
] as const satisfies readonly { readonly by: Grouping; readonly field: keyof PopulationValue }[]

/** The ids of the groups that consultations ask about. */
export type Known = Readonly<Record<Grouping, readonly string[]>>

/** Every remark on the well-formed parts of the file. */
export function remarksOn(file: Loose, known: Known): Remark[] {
  const given = parts.filter(({ field }) => file[field] !== undefined)
  return [
    ...(given.length === 0 ? [mistake([], 'population-no-groups')] : []),
    ...languageRemarks(file.source),
    ...given.flatMap(({ by, field }) => [
      ...twiceRemarks(file[field], field),
      ...unknownRemarks(file[field], { by, field, known: known[by] }),
      ...sumRemarks(file[field], field, file.total),
    ]),
    ...lackRemarks(file.districts, known.district),
  ]
}

function languageRemarks(source: Salvaged<Localized> | undefined): Remark[] {
  if (source?.pl === undefined) return []
  return locales
    .filter((locale) => source[locale] === undefined)
    .map((locale) => doubt(['source'], 'polish-instead', { language: say(`language-${locale}`) }))
}

function twiceRemarks(rows: Rows = [], field: string): Remark[] {
  return rows.flatMap((row, index) => {
    const isTwice = row?.id !== undefined && rows.findIndex((one) => one?.id === row.id) < index
    return isTwice ? [mistake([field, index, 'id'], 'twice', { id: row.id })] : []
  })
}

/** As long as no consultation asks for a gender nobody knows which ids it will have. */
function unknownRemarks(
  rows: Rows = [],
  { by, field, known }: { readonly by: Grouping; readonly field: string; readonly known: readonly string[] },
): Remark[] {
  if (by === 'gender' && known.length === 0) return [doubt([field], 'population-gender-unasked')]
  return rows.flatMap((row, index) => {
    if (row?.id === undefined || known.includes(row.id)) return []
    const guess = nearest(row.id, known)
    const path: Path = [field, index, 'id']
    if (guess) return [mistake(path, `population-${by}-unknown-guess`, { id: row.id, guess })]
    return [mistake(path, `population-${by}-unknown`, { id: row.id, known: known.join(', ') || '–' })]
  })
}

/** Only where every number can be read. */
function sumRemarks(rows: Rows = [], field: string, total: number | undefined): Remark[] {
  const numbers = rows.map((row) => row?.people)
  if (total === undefined || numbers.includes(undefined)) return []
  const sum = numbers.reduce<number>((all, one) => all + one!, 0)
  return sum === total ? [] : [mistake([field], 'population-sum', { sum, total })]
}

/** A district that is left out would look as if nobody lived there. */
function lackRemarks(rows: Rows, known: readonly string[]): Remark[] {
  if (rows === undefined) return []
  const missing = known.filter((id) => !rows.some((row) => row?.id === id))
  return missing.length > 0
    ? [mistake(['districts'], 'population-districts-lacking', { missing: missing.join(', ') })]
    : []
}
