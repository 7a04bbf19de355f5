/** Results as they were made public: the same for everybody, until they are published again. */
import type { Comparison } from './comparison.ts'
import type { Localized } from './phrase.ts'
import type { Results } from './results.ts'

export interface Publication {
  readonly results: Results
  /** What the consultation was for, in the words in which it was asked. */
  readonly purpose: Localized
  readonly publishedAt: Date
  /** Who took part beside who lives in the city; absent where the city brought no population in before publishing. */
  readonly comparison?: Comparison
}
