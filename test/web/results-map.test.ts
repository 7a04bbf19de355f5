/** The map of districts on the results page: what is shown, what is hatched, which colours, and no number that the tables do not hold. */
import { readFileSync } from 'node:fs'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { DistrictMap } from '../../src/domain/district-map.ts'
import { locales } from '../../src/domain/phrase.ts'
import type { Publication } from '../../src/domain/publication.ts'
import { loadText } from '../../src/runtime/text.ts'
import { districts } from '../support/crowd.ts'
import { publicationFrom } from '../support/published.ts'
import { openTown } from './town.ts'
import { visitor } from './visitor.ts'

const text = loadText()
const known = [...districts, { id: 'd4', label: { pl: 'Nowa', en: 'New', uk: 'Нова' } }]
const tiled: DistrictMap = {
  districts: known,
  drawing: { tiles: known.map(({ id }, index) => ({ id, row: 1, column: index + 1, sign: `T${index}` })) },
}
const shaped: DistrictMap = {
  districts: known,
  drawing: { width: 600, height: 300, shapes: known.map(({ id }, n) => ({ id, path: `M${n} 0L9 9L0 9Z` })) },
}

async function visit(
  map: DistrictMap | undefined,
  locale = 'en',
  published: Publication = publicationFrom(),
) {
  const town = await openTown({
    results: { all: async () => [published], find: async () => published },
    districtMap: async () => map,
  })
  onTestFinished(() => town.close())
  return visitor(town.url, locale).get('/results/crowd')
}

/** The cards of the questions, by their place. */
const cardsOf = (html: string) => html.split('<section class="card question"').slice(1)
const mapsIn = (html: string) =>
  html
    .split('<figure class="map">')
    .slice(1)
    .map((part) => part.split('</figure>')[0]!)

describe.each(locales)('the map, in %s', (locale) => {
  test('stands above the table of the districts, says what it shows, and names what is hidden', async () => {
    const { html } = await visit(tiled, locale)
    const [card = ''] = cardsOf(html)
    const [map = ''] = mapsIn(card)
    expect(card.indexOf('<figure')).toBeLessThan(card.lastIndexOf('<table>'))
    const answer = publicationFrom().results.questions[0]!.figures[0]!.label[locale]!
    const what = text.say(locale, 'results-map-answer', { answer })
    expect(map.replaceAll('&quot;', '"')).toContain(`<figcaption>${what}</figcaption>`)
    expect(map).toMatch(/role="img" aria-label="[^"]+d1[^"]*59\s?%/)
    const names = [known[3]!.label[locale]!]
    expect(map).toContain(text.say(locale, 'results-map-hidden-names', { names: names.join() }))
    expect(map).toContain(text.say(locale, 'results-map-tiles'))
    expect(html).not.toMatch(/results-map|undefined|NaN|\[object/)
  })
})

describe('tiles', () => {
  test('have the share that stands in the table, and a depth of colour after it', async () => {
    const [card = ''] = cardsOf((await visit(tiled)).html)
    const [map = ''] = mapsIn(card)
    const tiles = [
      ...map.matchAll(/<g class="([\w-]+)"[^>]*>.*?<text[^>]*>([^<]*)<\/text> <text[^>]*>([^<]*)</g),
    ]
    expect(tiles.map(([, ...parts]) => parts)).toEqual([
      ['level-3', 'T0', '59%'],
      ['level-3', 'T1', '48%'],
      ['level-3', 'T2', '56%'],
      ['unknown', 'T3', ''],
    ])
    for (const share of ['59% (67)', '48% (31)', '56% (85)']) expect(card).toContain(`<td>${share}</td>`)
  })

  test('that are hidden are hatched and have no number, not even a zero', async () => {
    const [map = ''] = mapsIn((await visit(tiled)).html)
    const [, hidden = ''] = map.split('<g class="unknown"')
    expect(hidden).toMatch(/^[^>]*> <rect [^>]*fill="url\(#hatch-one-groups\)"/)
    expect(hidden.split('</g>')[0]).not.toMatch(/\d+\s?%/)
    expect(map).toContain('<pattern id="hatch-one-groups"')
  })
})

describe('shapes', () => {
  test('are in the page once, and every map of it uses them', async () => {
    const { html } = await visit(shaped)
    expect(html.match(/<path id="shape-/g)).toHaveLength(known.length)
    const maps = mapsIn(html)
    expect(maps.length).toBeGreaterThan(3)
    for (const map of maps) expect(map.match(/<use href="#shape-/g)).toHaveLength(known.length)
    expect(maps[0]).toContain('<use href="#shape-d4" class="unknown" fill="url(#hatch-one-groups)">')
    expect(html).not.toContain(text.say('en', 'results-map-tiles'))
  })
})

describe('the map', () => {
  test('of a question that asks for a district shows how often each was named, without opening anything', async () => {
    const card = cardsOf((await visit(tiled)).html).at(-1)!
    const [map = '', ...others] = mapsIn(card)
    expect(others).toEqual([])
    expect(card.indexOf('<figure')).toBeLessThan(card.indexOf('<details>'))
    expect(map).toContain(text.say('en', 'results-map-named'))
    for (const share of ['50%', '30%', '21%']) expect(map).toContain(`>${share}</text>`)
  })

  test('is not drawn where the city has brought none in, nor where no share may be shown', async () => {
    expect(mapsIn((await visit(undefined)).html)).toEqual([])
    const published = publicationFrom()
    const questions = published.results.questions.map((one) => ({ ...one, groups: [], figures: [] }))
    const bare = { ...published, results: { ...published.results, questions } }
    expect(mapsIn((await visit(tiled, 'en', bare)).html)).toEqual([])
  })

  test('has ids that are there once', async () => {
    const { html } = await visit(shaped)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('the colours of the map', () => {
  const css = readFileSync(new URL('../../src/web/assets/map.css', import.meta.url), 'utf8')
  const look = readFileSync(new URL('../../src/web/assets/look.css', import.meta.url), 'utf8')
  const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')
  const [lookLight = '', lookDark = ''] = look.split('@media (prefers-color-scheme: dark)')
  const colourIn = (sheet: string, name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(sheet)![1]!

  test.each([
    ['light', light, lookLight],
    ['dark', dark, lookDark],
  ])('carry their letters with 4.5 to 1, and stand apart from each other (%s)', (_theme, sheet, page) => {
    const of = (name: string) => colourIn(sheet, name)
    for (const level of [1, 2, 3]) expect(contrast(of(`level-${level}`), of('on-light'))).toBeGreaterThan(4.5)
    for (const level of [4, 5]) expect(contrast(of(`level-${level}`), of('on-deep'))).toBeGreaterThan(4.5)
    for (const level of [1, 2, 3, 4])
      expect(contrast(of(`level-${level}`), of(`level-${level + 1}`))).toBeGreaterThan(1.3)
    expect(contrast(colourIn(page, 'edge'), colourIn(page, 'paper'))).toBeGreaterThan(3)
  })
})

/** By the formula of WCAG 2.1. */
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (high! + 0.05) / (low! + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
