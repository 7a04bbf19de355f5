/** The public counter: how much of everything that was said has been answered and done, and how long answers take. */
import { html } from 'hono/html'
import type { OutcomeCount } from '../../domain/outcome.ts'
import type { Html } from '../page.ts'
import type { View } from '../parts.ts'
import { numberIn } from './words.ts'

/** Nothing as long as no consultation that is over has a theme. */
export function outcomeCounter(
  { themes, answered, done, medianDays }: OutcomeCount,
  view: View,
): Html | string {
  if (themes === 0) return ''
  const counts = { themes, answered, done }
  return html`<section class="card counter" aria-labelledby="counter">
    <h2 id="counter">${view.say('results-counter')}</h2>
    <dl>
      ${Object.entries(counts).map(
        ([what, count]) =>
          html`<div>
            <dt>${view.say(`results-counter-${what}`)}</dt>
            <dd>${numberIn(count, view)}</dd>
          </div>`,
      )}
    </dl>
    ${medianDays === null ? '' : html`<p>${view.say('results-counter-days', { days: Math.max(1, medianDays) })}</p>`}
  </section>`
}
