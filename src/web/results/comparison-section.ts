/** Who took part and who is missing: the groups of those who answered beside those of the city, in words, bars and a table. */
import { html } from 'hono/html'
import {
  missingOf,
  wholeOf,
  type ComparedBreakdown,
  type ComparedGroup,
  type Comparison,
} from '../../domain/comparison.ts'
import { wordingIn } from '../../domain/phrase.ts'
import type { QuestionResult } from '../../domain/results.ts'
import { isShown } from '../../domain/suppression.ts'
import type { Html } from '../page.ts'
import type { View } from '../parts.ts'
import { chartOf, type Bar } from './chart.ts'
import { wideTable } from './wide-table.ts'
import { countIn, listIn, numberIn, shareIn, worded } from './words.ts'

/** More groups are told by the table alone: the bars would be longer than the page. */
const mostDrawn = 8

/** The section; it stands before the questions. */
export function comparisonSection(
  comparison: Comparison,
  questions: readonly QuestionResult[],
  view: View,
): Html {
  const { breakdowns, absences } = comparison
  return html`<section class="card" aria-labelledby="who">
    <h2 id="who">${view.say('results-who')}</h2>
    <p>${sourceOf(comparison, view)}</p>
    ${comparison.population.isSample ? html`<p class="sample">${view.say('results-who-sample')}</p>` : ''}
    ${breakdowns.map((breakdown) => breakdownPart(breakdown, questions, view))}
    ${absences.map(
      ({ by, why }) =>
        html`<p class="hint">${view.say(`results-who-${why}`, { by: view.say(`results-by-${by}`) })}</p>`,
    )}
    ${breakdowns.length > 0 ? html`<p class="hint">${view.say('results-who-rule')}</p>` : ''}
  </section>`
}

/** Whose count of the city's young people it is, and of which year. */
export function sourceOf({ population: { source, year } }: Comparison, view: View): string {
  return view.say('results-who-source', { source: wordingIn(source, view.locale), year: String(year) })
}

function breakdownPart(breakdown: ComparedBreakdown, questions: readonly QuestionResult[], view: View): Html {
  const finding = findingOf(breakdown, view)
  const shown = breakdown.groups.filter(({ answered }) => isShown(answered))
  const question = questions.find(({ id }) => id === breakdown.question)
  const counted = view.say('results-who-counted', {
    question: question ? wordingIn(question.text, view.locale) : breakdown.question,
  })
  return html`<h3>${view.say(`results-by-${breakdown.by}`)}</h3>
    <p class="finding">${finding}</p>
    ${shown.length <= mostDrawn ? chart(breakdown, finding, view) : ''} ${table(breakdown, view)}
    <p class="hint">${counted}</p>
    ${wholeOf(breakdown) === 'shown' ? html`<p class="hint">${view.say('results-who-left-out')}</p>` : ''}
    ${breakdown.by === 'district' ? html`<p class="hint">${view.say('results-who-place')}</p>` : ''}`
}

function findingOf(breakdown: ComparedBreakdown, view: View): string {
  const whole = wholeOf(breakdown)
  const missing = missingOf(breakdown).map(({ label, share, residentShare }) =>
    view.say(`results-who-group-${whole}`, {
      group: wordingIn(label, view.locale),
      share: shareIn(share!, view, 1),
      there: shareIn(residentShare!, view, 1),
    }),
  )
  if (missing.length === 0) return view.say('results-who-nobody')
  return view.say(`results-who-missing-${whole}`, { groups: listIn(missing, view) })
}

function chart(breakdown: ComparedBreakdown, finding: string, view: View): Html {
  const whole = wholeOf(breakdown)
  const bars = breakdown.groups.flatMap(({ label, share, residentShare }): Bar[] => {
    if (share === undefined || residentShare === undefined) return []
    const group = wordingIn(label, view.locale)
    const bar = (where: 'here' | 'there', part: number): Bar => ({
      label: view.say(`results-who-bar-${where}-${whole}`, { group }),
      share: part,
      value: shareIn(part, view, 1),
    })
    return [bar('here', share), bar('there', residentShare)]
  })
  return chartOf(bars, finding, view)
}

function table({ by, groups }: ComparedBreakdown, view: View): Html {
  const name = view.say(`results-by-${by}`)
  const title = `${view.say('results-who')}: ${name}`
  const heads = ['answered', 'share', 'residents', 'resident-share', 'standing']
  return html`<details>
    <summary>${view.say('results-page-as-table')}</summary>
    ${wideTable({
      title,
      heads: [name, ...heads.map((head) => view.say(`results-who-column-${head}`))],
      rows: groups.map((group) => row(group, view)),
    })}
  </details>`
}

function row(
  { label, answered, residents, share, residentShare, standing }: ComparedGroup,
  view: View,
): Html {
  const hidden = view.say('results-hidden')
  return html`<tr>
    <th scope="row">${worded(label, view)}</th>
    <td>${countIn(answered, view)}</td>
    <td>${share === undefined ? hidden : shareIn(share, view, 1)}</td>
    <td>${numberIn(residents, view)}</td>
    <td>${residentShare === undefined ? hidden : shareIn(residentShare, view, 1)}</td>
    <td>${standing === undefined ? hidden : view.say(`results-who-${standing}`)}</td>
  </tr>`
}
