/** Results as they were made public: the same for everybody, until they are published again. */
import type { Comparison } from './comparison.ts'
import type { Localized } from './phrase.ts'
import type { PublicOutcome } from './public-outcome.ts'
import type { Results } from './results.ts'

export interface Publication {
  readonly results: Results
  /** What the consultation was for, in the words in which it was asked. */
  readonly purpose: Localized
  readonly publishedAt: Date
  /** What the city decided about it, as it stands when it is looked at; none before that is published. */
  readonly outcome?: PublicOutcome
  /** Who took part beside who lives in the city; absent where the city brought no population in before publishing. */
  readonly comparison?: Comparison
}
