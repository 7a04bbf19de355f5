/** What the city decided about what was said, and what has become of it; the same plain words on both pages. */
import { html } from 'hono/html'
import type { Publication } from '../../domain/publication.ts'
import type { PublicEvidence, PublicMeasure, PublicTheme } from '../../domain/public-outcome.ts'
import type { Html } from '../page.ts'
import type { View } from '../parts.ts'
import { dateIn, worded } from './words.ts'

/** The themes with their decisions; before they are published, the day by which the city owes them. */
export function outcomeSection({ results, outcome }: Publication, view: View): Html {
  const { outcomeDueOn } = results
  return html`<section class="outcome" aria-labelledby="decided">
    <h2 id="decided">${view.say('results-outcome')}</h2>
    ${
      outcome
        ? html`<p class="hint">
              ${view.say('results-outcome-published', { date: dateIn(outcome.publishedOn, view) })}
            </p>
            ${outcome.themes.map((theme) => themeCard(theme, view))}`
        : html`<p>${view.say('results-outcome-due', { date: dateIn(outcomeDueOn, view) })}</p>`
    }
  </section>`
}

function themeCard({ said, decision, reason, measure }: PublicTheme, view: View): Html {
  return html`<section class="card theme">
    <h3>${view.say('results-outcome-said')} ${worded(said, view)}</h3>
    <p>
      <strong>${view.say(`results-outcome-${decision.replace('_', '-')}`)}</strong> ${worded(reason, view)}
    </p>
    ${measure ? measureSteps(measure, view) : ''}
  </section>`
}

function measureSteps(measure: PublicMeasure, view: View): Html {
  return html`<p>${view.say('results-outcome-measure')} ${worded(measure.names, view)}</p>
    <ul class="steps">
      ${stepsOf(measure).map(
        (step) =>
          html`<li class="${step}">
            ${view.say(`results-outcome-step-${step}`)}${step === 'done' ? evidenceIn(measure.evidence, view) : ''}
          </li>`,
      )}
    </ul>`
}

/** What has happened, and where it stands when that is the news: stopped, waiting, not begun. */
function stepsOf({ moves, status }: PublicMeasure): readonly string[] {
  const isMoving = status === 'in_progress' || status === 'done' || (status === 'planned' && moves.length > 0)
  return isMoving ? moves : [...moves, status.replace('_', '-')]
}

function evidenceIn(evidence: PublicEvidence | null, view: View): Html | string {
  if (!evidence) return ''
  const title = worded(evidence.title, view)
  const what = evidence.link ? html`<a href="${evidence.link}" rel="noopener">${title}</a>` : title
  return html` ${view.say('results-outcome-evidence')} ${what}`
}
