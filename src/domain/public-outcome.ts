/** An outcome as everybody may see it: what was said, what the city decided, and how far the measures are. */
import type { Decision, LinkedMeasure, Theme } from './outcome.ts'
import { movesOf, type Move } from './outcome-step.ts'
import type { Day, Localized } from './phrase.ts'
import type { MeasureStatus } from './plan.ts'

/** What shows that a measure is done, as the plan's own file names it. */
export interface PublicEvidence {
  readonly title: Localized
  /** An address that begins with `https://`. */
  readonly link: string | null
}

export interface PublicMeasure {
  readonly code: string
  readonly names: Localized
  readonly status: MeasureStatus
  /** What has become of it so far, in the order in which it comes. */
  readonly moves: readonly Move[]
  /** Only of one that is done. */
  readonly evidence: PublicEvidence | null
}

export interface PublicTheme {
  readonly said: Localized
  readonly decision: Decision
  readonly reason: Localized
  readonly measure: PublicMeasure | null
}

export interface PublicOutcome {
  readonly publishedOn: Day
  readonly themes: readonly PublicTheme[]
}

/** Themes as they stand today; one that is not decided is not shown. `evidence` is by the id of the measure. */
export function publicThemes(
  themes: readonly Theme[],
  today: Day,
  evidence: ReadonlyMap<string, PublicEvidence>,
): readonly PublicTheme[] {
  return themes.flatMap(({ said, decision, reason, measure }) =>
    decision && reason
      ? [{ said, decision, reason, measure: measure && publicMeasure(measure, today, evidence) }]
      : [],
  )
}

function publicMeasure(
  measure: LinkedMeasure,
  today: Day,
  evidence: ReadonlyMap<string, PublicEvidence>,
): PublicMeasure {
  const { id, code, names, status } = measure
  const shown = status === 'done' ? (evidence.get(id) ?? null) : null
  return { code, names, status, moves: movesOf(measure, today), evidence: shown }
}
