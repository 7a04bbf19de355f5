/** The picture that stands beside a link to results where somebody passes it on: what was asked, how many answered, the main finding. */
import { html, raw } from 'hono/html'
import type { Figure } from '../../domain/figure.ts'
import { wordingIn } from '../../domain/phrase.ts'
import type { Publication } from '../../domain/publication.ts'
import type { QuestionResult } from '../../domain/results.ts'
import { isShown } from '../../domain/suppression.ts'
import { trumpet } from '../drawings.ts'
import type { Html, SharedPicture } from '../page.ts'
import type { View } from '../parts.ts'
import { findingOf, inOrder, largestShare } from './finding.ts'
import { hasFigures, peopleSentence } from './results-page.ts'
import { shareIn } from './words.ts'
import { cut } from './wrapped.ts'

/** The usual size of such a picture, in pixels. */
export const pictureSize = { width: 1200, height: 630 } as const

const leftPx = 64
const innerPx = pictureSize.width - 2 * leftPx
const mostBars = 3
/** The page's own colours, which a picture cannot ask for. */
const colours = {
  paper: '#ffffff',
  ink: '#16202c',
  soft: '#4a5868',
  blue: '#0b4f9e',
  tint: '#e7effa',
  gold: '#f2b705',
} as const

/** An SVG of that size, in the letters of Onest; it holds no number that the page does not hold. */
export async function pictureOf(publication: Publication, view: View): Promise<string> {
  const { results } = publication
  const title = cut(wordingIn(results.title, view.locale), 34, 2)
  const people = hasFigures(results) ? peopleSentence(results, view) : view.say('results-too-few')
  const belowTitle = 196 + 64 * (title.length - 1)
  const main = mainQuestion(publication)
  const drawn = html`<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" font-family="Onest">
    <rect width="1200" height="630" fill="${colours.paper}" />
    <rect width="1200" height="14" fill="${colours.blue}" />
    <rect y="14" width="1200" height="4" fill="${colours.gold}" />
    ${brand(view)} ${results.isSample ? sampleMark(view) : ''}
    ${lines(title, { y: 196, sizePx: 56, stepPx: 64, weight: 700, fill: colours.ink })}
    ${lines(cut(people, 72, 2), { y: belowTitle + 46, sizePx: 28, stepPx: 36, weight: 400, fill: colours.soft })}
    ${main ? finding(main, view) : ''}
  </svg>`
  return String(await drawn)
}

/** The picture as a page names it: its whole address, and what it says. Undefined without the address people open. */
export function pictureBeside(
  publication: Publication,
  view: View,
  publicUrl: string | undefined,
): SharedPicture | undefined {
  if (publicUrl === undefined) return undefined
  const path = `/results/${publication.results.consultation}/picture-${view.locale}.png`
  return { url: new URL(path, publicUrl).href, words: wordsOf(publication, view) }
}

function wordsOf(publication: Publication, view: View): string {
  const { results } = publication
  const main = mainQuestion(publication)
  return [
    `${wordingIn(results.title, view.locale)}.`,
    hasFigures(results) ? peopleSentence(results, view) : view.say('results-too-few'),
    ...(main ? [wordingIn(main.text, view.locale), findingOf(main, view)] : []),
  ].join(' ')
}

/** The question of which most can be said: the one with the largest share of people. Shares of comparisons would have to be explained. */
function mainQuestion({ results }: Publication): QuestionResult | undefined {
  const [first] = results.questions
    .filter(({ kind }) => kind !== 'pairwise')
    .toSorted((one, other) => largestShare(other) - largestShare(one))
  return first && largestShare(first) > 0 ? first : undefined
}

function brand(view: View): Html {
  return html`<svg x="${leftPx}" y="52" width="56" height="56" viewBox="0 0 40 40">
      ${raw(trumpetIn(colours))}
    </svg>
    <text x="136" y="92" font-size="32" font-weight="700" fill="${colours.blue}">
      ${view.say('web-name')} · ${view.say('results-page-list')}
    </text>`
}

function sampleMark(view: View): Html {
  return html`<text x="${leftPx + innerPx}" y="90" text-anchor="end" font-size="24" fill="${colours.soft}">
    ${view.say('results-sample')}
  </text>`
}

/** The drawing of the pages gets its colours from their style sheet. */
function trumpetIn({ blue }: typeof colours): string {
  return trumpet
    .replaceAll('class="brass"', `fill="${blue}"`)
    .replaceAll(
      'class="brass-line"',
      `fill="none" stroke="${blue}" stroke-width="2.2" stroke-linecap="round"`,
    )
}

/** The lower half: the question and its most frequent answers that may be shown. */
function finding(question: QuestionResult, view: View): Html {
  const bars = inOrder(question)
    .toSorted((one, other) => (other.share ?? -1) - (one.share ?? -1))
    .filter(({ share }) => share !== undefined)
    .slice(0, mostBars)
  const hides = question.figures.some(({ people }) => !isShown(people))
  const asked = wordingIn(question.text, view.locale)
  const words = hides ? `${asked} (${view.say('results-picture-hidden')})` : asked
  return html`${lines(cut(words, 66, 2), { y: 370, sizePx: 28, stepPx: 36, weight: 700, fill: colours.ink })}
  ${bars.map((figure, index) => bar(figure, 430 + index * 62, view))}`
}

function bar({ label, share = 0 }: Figure, y: number, view: View): Html {
  const words = cut(`${wordingIn(label, view.locale)}: ${shareIn(share, view)}`, 78, 1)
  return html`${lines(words, { y: y + 22, sizePx: 25, stepPx: 0, weight: 400, fill: colours.ink })}
    <rect x="${leftPx}" y="${y + 32}" width="${innerPx}" height="18" fill="${colours.tint}" />
    <rect
      x="${leftPx}"
      y="${y + 32}"
      width="${Math.round(innerPx * share)}"
      height="18"
      fill="${colours.blue}"
    />`
}

interface Letters {
  readonly y: number
  readonly sizePx: number
  readonly stepPx: number
  readonly weight: number
  readonly fill: string
}

function lines(words: readonly string[], { y, sizePx, stepPx, weight, fill }: Letters): Html {
  return html`${words.map(
    (line, index) =>
      html`<text
        x="${leftPx}"
        y="${y + index * stepPx}"
        font-size="${sizePx}"
        font-weight="${weight}"
        fill="${fill}"
      >
        ${line}
      </text>`,
  )}`
}
