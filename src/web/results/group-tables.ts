/** How the answers differ between ages, genders and districts: a table for each, only of the groups that may be shown. */
import { html } from 'hono/html'
import type { DistrictMap } from '../../domain/district-map.ts'
import { groupings, type Figure, type Grouping } from '../../domain/figure.ts'
import { wordingIn } from '../../domain/phrase.ts'
import type { GroupResult, QuestionResult } from '../../domain/results.ts'
import { isShown } from '../../domain/suppression.ts'
import type { Html } from '../page.ts'
import type { View } from '../parts.ts'
import { mapOfGroups } from './map-of-question.ts'
import { wideTable } from './wide-table.ts'
import { countIn, shareIn, worded } from './words.ts'

/** The tables of a question, closed until somebody opens them; above that of the districts their map. */
export function groupTables(question: QuestionResult, view: View, map: DistrictMap | undefined): Html[] {
  if (question.figures.length === 0) return []
  return groupings.flatMap((by) => {
    const groups = question.groups.filter((group) => group.by === by)
    return groups.length === 0 ? [] : [groupTable(question, by, { groups, map }, view)]
  })
}

function groupTable(
  question: QuestionResult,
  by: Grouping,
  { groups, map }: { readonly groups: readonly GroupResult[]; readonly map: DistrictMap | undefined },
  view: View,
): Html {
  const name = view.say(`results-by-${by}`)
  const title = `${name}: ${wordingIn(question.text, view.locale)}`
  return html`<details>
    <summary>${view.say('results-page-by', { by: name })}</summary>
    ${by === 'district' ? mapOfGroups(question, map, view) : ''}
    ${wideTable({
      title,
      heads: [
        name,
        view.say('results-page-column-people'),
        ...question.figures.map(({ label }) => worded(label, view)),
      ],
      rows: groups.map((group) => groupRow(group, view)),
    })}
    <p class="hint">${view.say('results-page-groups-hidden')}</p>
  </details>`
}

function groupRow({ label, answered, figures }: GroupResult, view: View): Html {
  return html`<tr>
    <th scope="row">${worded(label, view)}</th>
    <td>${countIn(answered, view)}</td>
    ${figures.map((figure) => html`<td>${figureIn(figure, view)}</td>`)}
  </tr>`
}

function figureIn({ people, share }: Figure, view: View): string {
  if (!isShown(people) || share === undefined) return countIn(people, view)
  return view.say('results-page-value', { share: shareIn(share, view), count: countIn(people, view) })
}
