/** How many young people live in the city, by age band, gender and district, as the city itself counts them. */
import type { Grouping } from './figure.ts'
import type { Group } from './group.ts'
import type { Localized } from './phrase.ts'

/** One table, brought in as a whole; the groups of each breakdown add up to `total`. */
export interface Population {
  /** Who counted, in the words that stand beside every figure. */
  readonly source: Localized
  /** The year of which the table tells. */
  readonly year: number
  /** Whether the numbers are made up, to show how it works. */
  readonly isSample: boolean
  readonly total: number
  readonly groups: readonly Residents[]
}

/** How many young people of a group live in the city; at least one. */
export interface Residents {
  readonly by: Grouping
  readonly id: string
  readonly people: number
}

/** A group that a consultation asks about and the table has too. */
export interface Known extends Group {
  readonly residents: number
}
