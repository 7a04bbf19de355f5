/** The picture beside a link to results: as large as it says, in every language, with no number that may not be told. */
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { locales } from '../../src/domain/phrase.ts'
import type { Publication } from '../../src/domain/publication.ts'
import { isShown } from '../../src/domain/suppression.ts'
import { loadText } from '../../src/runtime/text.ts'
import type { View } from '../../src/web/parts.ts'
import { createDrawing } from '../../src/web/results/drawing.ts'
import { pictureOf } from '../../src/web/results/picture.ts'
import { pngOf } from '../../src/web/results/png.ts'
import { anyCrowd, definition } from '../support/crowd.ts'
import { crowd, publicationFrom } from '../support/published.ts'
import { openTown } from './town.ts'
import { visitor } from './visitor.ts'

const text = loadText()
const viewIn = (locale: View['locale']): View => ({
  locale,
  seat: 'youth',
  path: '/results/crowd',
  say: (key, args) => text.say(locale, key, args),
})
const publicUrl = 'https://czat.example.org'

async function city(published: Publication, changes: { publicUrl?: string } = { publicUrl }) {
  const find = async (id: string) => (id === 'crowd' ? published : undefined)
  const town = await openTown({ results: { all: async () => [published], find }, ...changes })
  onTestFinished(() => town.close())
  return town
}

/** What is written in the picture, line by line. */
const wordsIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, words]) => words!.trim())
const withTitle = (title: string): Publication => {
  const { results, ...rest } = publicationFrom()
  return { ...rest, results: { ...results, title: { pl: title } } }
}

describe.each(locales)('in %s', (locale) => {
  test('the head of both pages names it with its size and what it says', async () => {
    const { url } = await city(publicationFrom())
    for (const path of ['/results/crowd', '/results/crowd/easy']) {
      const { html } = await visitor(url, locale).get(path)
      const address = `${publicUrl}/results/crowd/picture-${locale}.png`
      for (const line of [
        `property="og:image" content="${address}"`,
        'property="og:image:width" content="1200"',
        'property="og:image:height" content="630"',
        'property="og:image:type" content="image/png"',
        'name="twitter:card" content="summary_large_image"',
      ])
        expect(html).toContain(`<meta ${line} />`)
      const [, words = ''] = /og:image:alt" content="([^"]*)"/.exec(html) ?? []
      expect(words).toMatch(/^Tłum.*376.*\(79\s?%\)\.$/)
    }
  })

  test('it is a PNG of that size, and says what was asked and how many answered', async () => {
    const { url } = await city(publicationFrom())
    const answer = await fetch(`${url}/results/crowd/picture-${locale}.png`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
    const png = Buffer.from(await answer.arrayBuffer())
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
    expect(png.length).toBeLessThan(100_000)
    const words = wordsIn(await pictureOf(publicationFrom(), viewIn(locale))).join(' ')
    expect(words).toContain(`Tłum (${locale})`.replace(' (pl)', ''))
    expect(words.toLowerCase()).toContain(text.say(locale, 'results-at-least', { count: 376 }))
    expect(words).toMatch(/\d+\s?%/)
  })
})

describe('the picture', () => {
  test('is kept like the page: a program that has it gets nothing anew', async () => {
    const { url, clock } = await city(publicationFrom())
    const path = `${url}/results/crowd/picture-pl.png`
    const first = await fetch(path)
    const tag = first.headers.get('etag')!
    expect(first.headers.get('cache-control')).toBe('public, max-age=60')
    expect((await fetch(path, { headers: { 'if-none-match': tag } })).status).toBe(304)
    clock.advance(61_000)
    expect((await fetch(path)).headers.get('etag')).toBe(tag)
  })

  test.each([
    '/results/nothing/picture-pl.png',
    '/results/crowd/picture-de.png',
    '/results/crowd/picture-.png',
  ])('is not there for what was not published, nor in other languages (%s)', async (path) => {
    const { url } = await city(publicationFrom())
    expect((await fetch(url + path)).status).toBe(404)
  })

  test('is not named where nobody has told the address that people open', async () => {
    const { url } = await city(publicationFrom(), {})
    const { html } = await visitor(url).get('/results/crowd')
    expect(html).toContain('og:title')
    expect(html).not.toContain('og:image')
  })

  test('shows at most three answers, only such as may be shown, and says where others are hidden', async () => {
    const published = publicationFrom(crowd, { isSample: true })
    const words = wordsIn(await pictureOf(published, viewIn('en')))
    expect(words.filter((line) => /: \d+%$/.test(line))).toHaveLength(3)
    expect(words.join(' ')).toContain('Sample data')
    expect(words.join(' ')).not.toContain('some answers are hidden')
    const { results, ...rest } = published
    const hiding = results.questions.filter(({ figures }) => figures.some(({ people }) => !isShown(people)))
    expect(hiding).not.toEqual([])
    const others = wordsIn(
      await pictureOf({ ...rest, results: { ...results, questions: hiding } }, viewIn('en')),
    )
    expect(others.join(' ')).toContain('some answers are hidden')
  })

  test('holds no count below the threshold, whoever answered whatever', async () => {
    await fc.assert(
      fc.asyncProperty(anyCrowd, async (anyone) => {
        const words = wordsIn(await pictureOf(publicationFrom(anyone), viewIn('en')))
        const counts = words.flatMap((line) =>
          [...line.matchAll(/(\d+) (?:person|people)/g)].map(([, n]) => Number(n)),
        )
        expect(counts.filter((count) => count < definition.threshold)).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  test('keeps a long title to two lines, and takes every sign as a letter', async () => {
    const svg = await pictureOf(withTitle(`<b>"Ławki" & ${'bardzo '.repeat(30)}`), viewIn('pl'))
    const [, first, second] = wordsIn(svg)
    expect(first).toContain('&lt;b&gt;&quot;Ławki&quot; &amp;')
    expect(second).toMatch(/ …$/)
    expect(svg.match(/font-size="56"/g)).toHaveLength(2)
    expect((await pngOf(svg)).length).toBeGreaterThan(1_000)
  })

  test('is drawn again only when it has changed, or a hundred others came since', async () => {
    const asked: string[] = []
    const draw = createDrawing(async (svg) => {
      asked.push(svg)
      return Buffer.from(svg)
    })
    for (const svg of ['a', 'a', 'b', 'a']) expect(Buffer.from(await draw(svg)).toString()).toBe(svg)
    expect(asked).toEqual(['a', 'b'])
    for (let n = 0; n < 100; n += 1) await draw(String(n))
    await draw('99')
    await draw('a')
    expect(asked.slice(-2)).toEqual(['99', 'a'])
  })

  test('has every Polish and Ukrainian letter in its font', async () => {
    const drawn = async (letter: string) =>
      Buffer.from(
        await pngOf(
          `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><text x="9" y="60" font-family="Onest" font-size="50">${letter}</text></svg>`,
        ),
      ).toString('base64')
    const missing = await drawn('\u{e000}')
    for (const letter of 'ąćęłńóśźżĄŻґєіїҐЄЇʼ…–„”«»%') expect(await drawn(letter), letter).not.toBe(missing)
    expect(new Set(await Promise.all(['ż', 'z', 'ї', 'і'].map(drawn))).size).toBe(4)
  })
})
