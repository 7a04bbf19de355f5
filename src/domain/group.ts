/** The groups by which results are broken down: age bands, genders and districts. */
import type { Definition, Option } from './consultation.ts'
import type { Grouping } from './figure.ts'
import type { Localized } from './phrase.ts'

export interface Group {
  readonly by: Grouping
  readonly id: string
  readonly label: Localized
}

/** Every group there could be, whether or not anybody is in it: which ones are missing must not tell who took part. */
export function groupsOf({
  definition,
  districts,
}: {
  readonly definition: Definition
  readonly districts: readonly Option[]
}): Group[] {
  const asked = (id: string) => definition.about.find((one) => one.id === id)
  const bands = asked('age_band')?.options ?? definition.ageBands
  return [
    ...bands.map(({ id, label }) => ({ by: 'age_band' as const, id, label })),
    ...(asked('gender')?.options ?? []).map(({ id, label }) => ({ by: 'gender' as const, id, label })),
    ...(asked('city_part') ? districts : []).map(({ id, label }) => ({ by: 'district' as const, id, label })),
  ]
}

/** Whether an option of a question about the person says "prefer not to say". */
export function isPreferNot(id: string): boolean {
  return /(?:^|_)na$/.test(id)
}
