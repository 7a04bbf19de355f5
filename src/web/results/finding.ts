/** What a question came to, in one sentence: it stands before every chart. */
import type { Figure } from '../../domain/figure.ts'
import { wordingIn } from '../../domain/phrase.ts'
import type { QuestionResult } from '../../domain/results.ts'
import { isShown } from '../../domain/suppression.ts'
import type { View } from '../parts.ts'
import { listIn, numberIn, shareIn } from './words.ts'

/** The answer most people gave, all of them where several are as frequent. Where others are hidden it says so: they may be more. */
export function findingOf(question: QuestionResult, view: View): string {
  if (!isShown(question.answered)) return view.say('results-question-hidden')
  if (question.kind === 'text') return view.say('results-page-finding-words')
  const best = bestOf(question)
  if (best.length === 0) return view.say('results-page-finding-none')
  const answers = listIn(
    best.map(({ label }) => wordingIn(label, view.locale)),
    view,
  )
  const what = question.kind === 'pairwise' ? 'pairs' : isWhole(question) ? 'all' : 'shown'
  return view.say(`results-page-finding-${what}`, {
    answers,
    count: best.length,
    share: shareIn(best[0]!.share!, view),
  })
}

/** Mean, median and the middle half, each where it may be shown. */
export function spreadOf({ mean, median, quartiles }: QuestionResult, view: View): string[] {
  return [
    ...(mean === undefined ? [] : [view.say('results-mean', { value: numberIn(mean, view) })]),
    ...(median === undefined ? [] : [view.say('results-median', { value: numberIn(median, view) })]),
    ...(quartiles
      ? [
          view.say('results-quartiles', {
            from: numberIn(quartiles[0], view),
            to: numberIn(quartiles[1], view),
          }),
        ]
      : []),
  ]
}

/** The answer with the largest share that may be shown; the first of several. */
export function mostFrequent(question: QuestionResult): Figure | undefined {
  return bestOf(question)[0]
}

/** The largest share a question has; 0 where none may be shown. */
export function largestShare(question: QuestionResult): number {
  return mostFrequent(question)?.share ?? 0
}

/** The figures in the order in which they are read: numbers as they follow each other, everything else the largest first. */
export function inOrder({ kind, figures }: QuestionResult): readonly Figure[] {
  if (kind === 'scale' || kind === 'number') return figures
  return figures.toSorted((one, other) => (other.share ?? -1) - (one.share ?? -1))
}

function bestOf({ figures }: QuestionResult): readonly Figure[] {
  const largest = Math.max(0, ...figures.map(({ share }) => share ?? 0))
  return largest === 0 ? [] : figures.filter(({ share }) => share === largest)
}

function isWhole({ figures }: QuestionResult): boolean {
  return figures.every(({ people }) => isShown(people))
}
