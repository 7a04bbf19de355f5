/** Results for programs: everything published, with its licence and its codebook. */
import type { Comparison } from '../../domain/comparison.ts'
import type { PublicMeasure, PublicOutcome } from '../../domain/public-outcome.ts'
import type { Publication } from '../../domain/publication.ts'
import { isShown, type Cell } from '../../domain/suppression.ts'
import { licence } from './rows.ts'

/** The shape that `/api/v1/openapi.json` describes. Texts come in every language there is; a count is `null` where it is suppressed. */
export function resultsAsJson({ results, purpose, publishedAt, comparison, outcome }: Publication) {
  const { consultation, questions, respondents, finished, ...about } = results
  return {
    id: consultation,
    ...about,
    purpose,
    publishedAt: publishedAt.toISOString(),
    licence,
    respondents: countIn(respondents),
    finished: countIn(finished),
    outcome: outcome ? outcomeAsJson(outcome) : null,
    ...(comparison ? { comparison: comparisonAsJson(comparison) } : {}),
    questions: questions.map(({ answered, skipped, stopped, figures, groups, ...question }) => ({
      ...question,
      answered: countIn(answered),
      skipped: countIn(skipped),
      stopped: countIn(stopped),
      figures: figures.map(figureAsJson),
      groups: groups.map((group) => ({
        ...group,
        answered: countIn(group.answered),
        figures: group.figures.map(figureAsJson),
      })),
    })),
  }
}

/** One entry of the list of everything published. */
export function publicationAsJson({ results, publishedAt }: Publication) {
  const { consultation: id, title, opensOn, closesOn, isSample } = results
  return { id, title, opensOn, closesOn, isSample, publishedAt: publishedAt.toISOString() }
}

/** Themes have no id of their own: their place in the list is theirs for good. */
function outcomeAsJson({ publishedOn, themes }: PublicOutcome) {
  return {
    publishedOn,
    themes: themes.map(({ measure, ...theme }) => ({ ...theme, measure: measure && measureAsJson(measure) })),
  }
}

function measureAsJson({ moves: steps, ...measure }: PublicMeasure) {
  return { ...measure, steps }
}

function comparisonAsJson({ breakdowns, ...comparison }: Comparison) {
  return {
    ...comparison,
    breakdowns: breakdowns.map(({ groups, ...breakdown }) => ({
      ...breakdown,
      groups: groups.map((group) => ({ ...group, answered: countIn(group.answered) })),
    })),
  }
}

function figureAsJson<T extends { readonly people: Cell }>({ people, ...figure }: T) {
  return { ...figure, people: countIn(people) }
}

function countIn(cell: Cell): number | null {
  return isShown(cell) ? cell.count : null
}
