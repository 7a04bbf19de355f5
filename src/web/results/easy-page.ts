/** The same results in plain words, for children: short sentences, the biggest findings first, and pictures of ten people. */
import { html, raw } from 'hono/html'
import type { Figure } from '../../domain/figure.ts'
import { wordingIn } from '../../domain/phrase.ts'
import type { Publication } from '../../domain/publication.ts'
import type { QuestionResult } from '../../domain/results.ts'
import { isShown } from '../../domain/suppression.ts'
import { page, type Html } from '../page.ts'
import type { View } from '../parts.ts'
import { easyComparison } from './easy-comparison.ts'
import { inOrder, largestShare } from './finding.ts'
import { outcomeSection } from './outcome-section.ts'
import { about, hasFigures, peopleSentence, sampleNotice } from './results-page.ts'
import type { Shown } from './shown.ts'
import { dateIn, worded } from './words.ts'

/** Every question that the full page has, none of its facts left out, each told in whole people; and what the city decided. */
export function easyPage(view: View, publication: Shown): Html {
  const { results, comparison } = publication
  const questions = results.questions.toSorted((one, other) => largestShare(other) - largestShare(one))
  const body = html`<main id="main" class="results easy">
    <header>
      <h1>${worded(results.title, view)}</h1>
      ${sampleNotice(results, view)}
      <p class="lead">${hasFigures(results) ? peopleSentence(results, view) : view.say('results-too-few')}</p>
      ${introduction(publication, view).map((words) => html`<p>${words}</p>`)}
    </header>
    ${hasFigures(results) ? questions.map((question) => card(question, view)) : ''}
    ${hasFigures(results) && comparison ? easyComparison(comparison, view) : ''}
    ${outcomeSection(publication, view)}
    <p><a class="button" href="/results/${results.consultation}">${view.say('results-easy-full')}</a></p>
  </main>`
  return page(view, {
    ...about(publication, view),
    body,
    kind: 'results',
    styles: ['results.css', 'outcome.css'],
  })
}

function introduction({ results, outcome }: Publication, view: View): string[] {
  const { hasHidden, outcomeDueOn } = results
  return [
    view.say('results-easy-ten'),
    ...(hasHidden ? [view.say('results-easy-hidden')] : []),
    outcome
      ? view.say('results-outcome-below')
      : view.say('results-easy-next', { date: dateIn(outcomeDueOn, view) }),
  ]
}

function card(question: QuestionResult, view: View): Html {
  const [first, ...others] = isShown(question.answered) ? inEasyOrder(question) : []
  return html`<section class="card question">
    <h2>${worded(question.text, view)}</h2>
    ${first ? biggest(first, question, view) : html`<p>${view.say(without(question))}</p>`}
    ${
      others.length > 0
        ? html`<ul>
            ${others.map((figure) => html`<li>${told(figure, question, view)}</li>`)}
          </ul>`
        : ''
    }
    ${
      question.quotations.length > 0
        ? html`<ul class="quotations">
            ${question.quotations.map((words) => html`<li><q>${words}</q></li>`)}
          </ul>`
        : ''
    }
  </section>`
}

/** Here numbers too are told the most frequent first. */
function inEasyOrder(question: QuestionResult): readonly Figure[] {
  return inOrder(question).toSorted((one, other) => (other.share ?? -1) - (one.share ?? -1))
}

function without({ kind, answered }: QuestionResult): string {
  return kind === 'text' && isShown(answered) ? 'results-page-finding-words' : 'results-easy-too-few'
}

function biggest(figure: Figure, question: QuestionResult, view: View): Html {
  return html`<p class="finding">${told(figure, question, view)}</p>
    ${figure.share === undefined ? '' : tenPeople(Math.round(figure.share * 10))}`
}

/** "By bike: 3 in 10 people"; where tens would say nobody or everybody it is told of a hundred. */
function told({ label, people, share }: Figure, { kind }: QuestionResult, view: View): string {
  const answer = wordingIn(label, view.locale)
  if (!isShown(people)) return view.say('results-easy-kept', { answer })
  if (share === undefined) return view.say('results-easy-people', { answer, count: people.count })
  const of = share < 0.05 || (share >= 0.95 && share < 1) ? 100 : 10
  const count = Math.round(share * of)
  const what = kind === 'pairwise' ? 'pairs' : 'share'
  return count === 0
    ? view.say('results-easy-hardly', { answer })
    : view.say(`results-easy-${what}`, { answer, count, of })
}

/** Ten people in a row, as many of them filled; the sentence above says the same. */
function tenPeople(filled: number): Html {
  const people = Array.from(
    { length: 10 },
    (_, index) =>
      `<g transform="translate(${index * 30} 0)" class="${index < filled ? 'filled' : 'empty'}"><circle cx="14" cy="9" r="6"/><path d="M4 38v-9a10 10 0 0 1 20 0v9z"/></g>`,
  )
  return html`${raw(`<svg class="ten" viewBox="0 0 298 40" aria-hidden="true" focusable="false">${people.join('')}</svg>`)}`
}
