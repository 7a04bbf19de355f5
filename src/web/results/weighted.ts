/** How a question's shares change when groups count as they live in the city: a note, and the shares for the table. */
import { html } from 'hono/html'
import type { Comparison } from '../../domain/comparison.ts'
import type { QuestionResult } from '../../domain/results.ts'
import type { Weighting } from '../../domain/weighted-share.ts'
import { mostWeight } from '../../domain/weighting.ts'
import type { Html } from '../page.ts'
import type { View } from '../parts.ts'
import { numberIn, shareIn } from './words.ts'

/** How a question was weighted; undefined where it was not. */
export function weightingOf(
  { id }: QuestionResult,
  comparison: Comparison | undefined,
): Weighting | undefined {
  return comparison?.weightings.find(({ question }) => question === id)
}

/** By what, how sure it is, and whether the cap held somebody back; or why there are no weighted shares. */
export function weightingNote(
  question: QuestionResult,
  comparison: Comparison | undefined,
  view: View,
): Html | string {
  if (!comparison || question.figures.length === 0 || question.kind === 'pairwise') return ''
  const weighting = weightingOf(question, comparison)
  if (!weighting) return html`<p class="hint">${view.say('results-weighted-none')}</p>`
  const { by, effective, largest, isCapped } = weighting
  const words = [
    view.say(`results-weighted-by-${by}`),
    view.say('results-weighted-effective', { count: effective }),
    isCapped
      ? view.say('results-weighted-capped', { most: mostWeight })
      : view.say('results-weighted-largest', { times: numberIn(largest, view) }),
  ]
  return html`<p class="hint">${words.join(' ')}</p>`
}

/** The weighted share of a line, or that it is hidden. */
export function weightedIn({ shares }: Weighting, line: string, view: View): string {
  const found = shares.find((one) => one.line === line)
  return found ? shareIn(found.share, view) : view.say('results-hidden')
}
