/** `/results`: everything that has been made public, the newest first. */
import { html } from 'hono/html'
import { wordingIn } from '../../domain/phrase.ts'
import type { OutcomeCount } from '../../domain/outcome.ts'
import type { Publication } from '../../domain/publication.ts'
import { page, titled, type Html } from '../page.ts'
import type { View } from '../parts.ts'
import { outcomeCounter } from './outcome-counter.ts'
import { hasFigures, sampleNotice, turnout } from './results-page.ts'
import { worded } from './words.ts'

/** The list, or what to do as long as it is empty; below it what became of all that was said. */
export function listPage(view: View, publications: readonly Publication[], count: OutcomeCount): Html {
  const body = html`<main id="main" class="results">
    <header>
      <h1>${view.say('results-page-list')}</h1>
      <p class="lead">${view.say('results-page-list-about')}</p>
    </header>
    ${
      publications.length > 0
        ? html`<ul class="cards">
            ${publications.map((one) => card(one, view))}
          </ul>`
        : nothingYet(view)
    }
    ${outcomeCounter(count, view)}
  </main>`
  return page(view, {
    title: titled(view, view.say('results-page-list')),
    description: view.say('results-page-list-about'),
    body,
    kind: 'results',
    styles: ['results.css', 'outcome.css'],
  })
}

function card({ results, purpose }: Publication, view: View): Html {
  const { consultation: id, title } = results
  const ofWhat = html`<span class="unseen">: ${wordingIn(title, view.locale)}</span>`
  return html`<li class="card">
    <h2>${worded(title, view)}</h2>
    <div>
      ${sampleNotice(results, view)}
      <p>${worded(purpose, view)}</p>
      <p class="hint">${turnout(results, view)}</p>
    </div>
    <a class="button" href="/results/${id}">${view.say('results-page-see')}${ofWhat}</a>
    ${
      hasFigures(results)
        ? html`<a class="button quiet" href="/results/${id}/easy"
            >${view.say('results-page-easy')}${ofWhat}</a
          >`
        : ''
    }
  </li>`
}

function nothingYet(view: View): Html {
  return html`<div class="card">
    <p>${view.say('results-page-none')}</p>
    <p><a class="button" href="/">${view.say('web-to-start')}</a></p>
  </div>`
}
