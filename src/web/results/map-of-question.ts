/** Which shares of a question its map shows. */
import type { DistrictMap } from '../../domain/district-map.ts'
import type { Figure } from '../../domain/figure.ts'
import { wordingIn } from '../../domain/phrase.ts'
import type { QuestionResult } from '../../domain/results.ts'
import { isShown } from '../../domain/suppression.ts'
import type { Html } from '../page.ts'
import type { View } from '../parts.ts'
import { districtMap } from './district-map.ts'
import { mostFrequent } from './finding.ts'

/** How often the districts were named, where a question asks for one. */
export function mapOfAnswers(
  question: QuestionResult,
  map: DistrictMap | undefined,
  view: View,
): Html | string {
  if (!map || question.kind !== 'district') return ''
  const byDistrict = sharesOf(question.figures.map((figure) => [figure.id, figure]))
  return districtMap(map, { id: question.id, what: view.say('results-map-named'), byDistrict }, view)
}

/** How often the most frequent answer of all was given in each district. Another one may come first in some of them. */
export function mapOfGroups(
  question: QuestionResult,
  map: DistrictMap | undefined,
  view: View,
): Html | string {
  const top = mostFrequent(question)
  if (!map || !top || question.kind === 'district' || question.kind === 'pairwise') return ''
  const byDistrict = sharesOf(
    question.groups
      .filter(({ by }) => by === 'district')
      .map(({ id, figures }) => [id, figures.find((figure) => figure.id === top.id)]),
  )
  const what = view.say('results-map-answer', { answer: wordingIn(top.label, view.locale) })
  return districtMap(map, { id: `${question.id}-groups`, what, byDistrict }, view)
}

function sharesOf(figures: readonly (readonly [string, Figure | undefined])[]): ReadonlyMap<string, number> {
  return new Map(
    figures.flatMap(([id, figure]) =>
      figure?.share !== undefined && isShown(figure.people) ? [[id, figure.share] as const] : [],
    ),
  )
}
