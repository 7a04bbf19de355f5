/** What came of a consultation, for everybody: who took part, every question, how it was counted, and the data. */
import { html } from 'hono/html'
import { wordingIn } from '../../domain/phrase.ts'
import type { Publication } from '../../domain/publication.ts'
import { leastRespondents, type Results } from '../../domain/results.ts'
import { isShown } from '../../domain/suppression.ts'
import { mostWeight } from '../../domain/weighting.ts'
import { page, titled, type Content, type Html } from '../page.ts'
import type { View } from '../parts.ts'
import { comparisonSection } from './comparison-section.ts'
import { dataSection } from './data-section.ts'
import { shapesOf } from './district-map.ts'
import { outcomeSection } from './outcome-section.ts'
import { questionCard } from './question-card.ts'
import type { Shown } from './shown.ts'
import { countIn, dateIn, worded } from './words.ts'

/** The sections in their order: who is missing, what was said, what the city decided, how it was counted, the data. */
export function resultsPage(view: View, publication: Shown): Html {
  const { results, comparison, map } = publication
  const body = html`<main id="main" class="results">
    ${shapesOf(publication.map)} ${head(publication, view)}
    ${
      hasFigures(results)
        ? html`${comparison ? comparisonSection(comparison, results.questions, view) : ''}
            <section aria-labelledby="questions">
              <h2 id="questions">${view.say('results-page-questions')}</h2>
              ${results.questions.map((question, index) => questionCard(question, { number: index + 1, comparison, map, view }))}
            </section>`
        : ''
    }
    ${outcomeSection(publication, view)} ${method(publication, view)}
    ${dataSection(results.consultation, view)}
  </main>`
  return page(view, {
    ...about(publication, view),
    body,
    kind: 'results',
    styles: ['results.css', 'outcome.css', 'map.css'],
  })
}

/** The title of the page; the sentence that stands below it where it is shared, and the picture beside it. */
export function about(
  { results, purpose, picture }: Shown,
  view: View,
): Pick<Content, 'title' | 'description' | 'picture'> {
  const title = view.say('results-page-title', { title: wordingIn(results.title, view.locale) })
  return {
    title: titled(view, title),
    description: wordingIn(purpose, view.locale),
    picture,
  }
}

/** When it was asked and how many took part. */
export function turnout(results: Results, view: View): string {
  const { opensOn, closesOn, respondents, finished } = results
  const span = view.say('results-span', { from: dateIn(opensOn, view), to: dateIn(closesOn, view) })
  if (!isShown(respondents) && !hasFigures(results)) return `${span} · ${view.say('results-too-few')}`
  const end = view.say('results-finished', { count: countIn(finished, view) })
  return `${span} · ${peopleIn(results, view)} · ${end}`
}

/** How many took part; where that is hidden, at least as many as is told already. */
export function peopleIn(results: Results, view: View): string {
  const { respondents } = results
  if (isShown(respondents)) return view.say('results-respondents', { count: respondents.count })
  return view.say('results-at-least', { count: leastRespondents(results) })
}

/** The same as a sentence of its own. */
export function peopleSentence(results: Results, view: View): string {
  const words = peopleIn(results, view)
  return `${words.charAt(0).toLocaleUpperCase(view.locale)}${words.slice(1)}.`
}

/** Whether anything of it can be shown at all. */
export function hasFigures({ questions }: Results): boolean {
  return questions.some(({ answered }) => isShown(answered))
}

/** Made up answers are called so before anything else is read. */
export function sampleNotice({ isSample }: Results, view: View): Html | string {
  return isSample ? html`<p class="sample">${view.say('results-sample')}</p>` : ''
}

function head({ results, purpose }: Publication, view: View): Html {
  return html`<header>
    <p><a href="/results">${view.say('results-page-all')}</a></p>
    <h1>${worded(results.title, view)}</h1>
    ${sampleNotice(results, view)}
    <p class="lead">${worded(purpose, view)}</p>
    <p>${turnout(results, view)}</p>
    ${
      hasFigures(results)
        ? html`<p>
            <a class="button" href="/results/${results.consultation}/easy"
              >${view.say('results-page-easy')}</a
            >
          </p>`
        : ''
    }
    ${results.hasHidden ? html`<p class="hint">${view.say('results-hidden-note', { threshold: results.threshold })}</p>` : ''}
  </header>`
}

function method({ results: { threshold }, comparison }: Publication, view: View): Html {
  const weighted = comparison && comparison.weightings.length > 0 ? ['weighted'] : []
  const sentences = ['once', 'self', 'share', 'threshold', 'told', ...weighted]
  return html`<section class="card" aria-labelledby="method">
    <h2 id="method">${view.say('results-page-method')}</h2>
    <ul>
      ${sentences.map((one) => html`<li>${view.say(`results-page-method-${one}`, { threshold, most: mostWeight })}</li>`)}
    </ul>
  </section>`
}
