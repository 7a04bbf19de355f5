/** Who is missing, in plain words: a short sentence for each group that is, and what cannot be told. */
import { html } from 'hono/html'
import { missingOf, wholeOf, type ComparedGroup, type Comparison } from '../../domain/comparison.ts'
import { wordingIn } from '../../domain/phrase.ts'
import type { Html } from '../page.ts'
import type { View } from '../parts.ts'
import { sourceOf } from './comparison-section.ts'

/** The card, or nothing where no breakdown can be compared. */
export function easyComparison(comparison: Comparison, view: View): Html | string {
  const { breakdowns, population } = comparison
  if (breakdowns.length === 0) return ''
  const missing = breakdowns.flatMap((one) => missingOf(one).map((group) => told(group, wholeOf(one), view)))
  const hasHidden = breakdowns.some((one) => wholeOf(one) === 'shown')
  return html`<section class="card" aria-labelledby="who">
    <h2 id="who">${view.say('results-easy-who')}</h2>
    ${population.isSample ? html`<p class="sample">${view.say('results-who-sample')}</p>` : ''}
    ${
      missing.length > 0
        ? html`<p>${view.say('results-easy-who-fewer')}</p>
            <ul>
              ${missing.map((sentence) => html`<li>${sentence}</li>`)}
            </ul>`
        : html`<p>${view.say('results-easy-who-nobody')}</p>`
    }
    ${hasHidden ? html`<p>${view.say('results-easy-who-hidden')}</p>` : ''}
    <p class="hint">${sourceOf(comparison, view)}</p>
  </section>`
}

/** In tens; of a hundred where tens would tell the same of both. */
function told(
  { label, share = 0, residentShare = 0 }: ComparedGroup,
  whole: ReturnType<typeof wholeOf>,
  view: View,
): string {
  const inTens = (part: number) => Math.round(part * 10)
  const of = inTens(share) === 0 || inTens(share) === inTens(residentShare) ? 100 : 10
  return view.say(`results-easy-who-group-${whole}`, {
    group: wordingIn(label, view.locale),
    here: Math.round(share * of),
    there: Math.round(residentShare * of),
    of,
  })
}
