/** One question of the results: the finding, the chart, the table behind it, the groups, and what people wrote. */
import { html } from 'hono/html'
import type { Comparison } from '../../domain/comparison.ts'
import type { DistrictMap } from '../../domain/district-map.ts'
import { wordingIn } from '../../domain/phrase.ts'
import type { QuestionResult } from '../../domain/results.ts'
import { isShown } from '../../domain/suppression.ts'
import type { Html } from '../page.ts'
import type { View } from '../parts.ts'
import { chartOf, type Bar } from './chart.ts'
import { findingOf, inOrder, spreadOf } from './finding.ts'
import { groupTables } from './group-tables.ts'
import { mapOfAnswers } from './map-of-question.ts'
import { weightedIn, weightingNote, weightingOf } from './weighted.ts'
import { countIn, numberIn, shareIn, worded } from './words.ts'

interface Card {
  /** Its place, beginning at 1. */
  readonly number: number
  readonly comparison: Comparison | undefined
  readonly map: DistrictMap | undefined
  readonly view: View
}

/** The card of a question; with weighted shares beside the raw ones where there are any. */
export function questionCard(question: QuestionResult, card: Card): Html {
  const { number, comparison, map, view } = card
  const finding = findingOf(question, view)
  const isCounted = question.figures.length > 0
  return html`<section class="card question" aria-labelledby="q${number}">
    <h3 id="q${number}">${number}. ${worded(question.text, view)}</h3>
    <p class="finding">${finding}</p>
    ${isCounted ? chart(question, view, finding) : ''} ${mapOfAnswers(question, map, view)}
    ${spreadOf(question, view).map((words) => html`<p>${words}</p>`)}
    ${isShown(question.answered) ? facts(question, view) : ''} ${isCounted ? table(question, card) : ''}
    ${weightingNote(question, comparison, view)} ${groupTables(question, view, map)}
    ${quotations(question, view)}
  </section>`
}

function chart(question: QuestionResult, view: View, finding: string): Html {
  const bars = inOrder(question).map(({ label, people, share }): Bar => {
    const words = isShown(people)
      ? share === undefined
        ? countIn(people, view)
        : view.say('results-page-value', { share: shareIn(share, view), count: countIn(people, view) })
      : countIn(people, view)
    return { label: wordingIn(label, view.locale), share, value: words }
  })
  return chartOf(bars, finding, view)
}

function facts(question: QuestionResult, view: View): Html {
  const words = [
    isShown(question.answered) ? view.say('results-answers', { count: question.answered.count }) : '',
    view.say('results-skipped', { count: countIn(question.skipped, view) }),
    view.say('results-stopped', { count: countIn(question.stopped, view) }),
  ]
  return html`<p class="hint">${words.join(' · ')}</p>`
}

function table(question: QuestionResult, { comparison, view }: Card): Html {
  const { figures } = question
  const hasPoints = figures.some(({ points }) => points !== undefined)
  const weighting = weightingOf(question, comparison)
  const heads = [
    'answer',
    'people',
    'share',
    ...(weighting ? ['weighted'] : []),
    ...(hasPoints ? ['points'] : []),
  ]
  const rows = inOrder(question).map(({ id, label, people, share, points }) => {
    const hidden = view.say('results-hidden')
    return html`<tr>
      <th scope="row">${worded(label, view)}</th>
      <td>${countIn(people, view)}</td>
      <td>${share === undefined ? hidden : shareIn(share, view)}</td>
      ${weighting ? html`<td>${weightedIn(weighting, id, view)}</td>` : ''}
      ${hasPoints ? html`<td>${points === undefined ? hidden : numberIn(points, view)}</td>` : ''}
    </tr>`
  })
  return html`<details>
    <summary>${view.say('results-page-as-table')}</summary>
    <table>
      <caption class="unseen">
        ${worded(question.text, view)}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${view.say(`results-page-column-${head}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </details>`
}

function quotations(question: QuestionResult, view: View): Html | string {
  if (question.quotations.length === 0) return ''
  return html`<h4>${view.say('results-quotations')}</h4>
    <ul class="quotations">
      ${question.quotations.map((words) => html`<li><q>${words}</q></li>`)}
    </ul>`
}
