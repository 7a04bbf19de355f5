/** The results as everybody gets them over HTTP: pages, plain words, and what may never be seen. */
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { locales } from '../../src/domain/phrase.ts'
import type { Publication } from '../../src/domain/publication.ts'
import { loadText } from '../../src/runtime/text.ts'
import { anyCrowd, people, questions } from '../support/crowd.ts'
import { crowd, publicationFrom } from '../support/published.ts'
import { openTown } from './town.ts'
import { visitor } from './visitor.ts'

const text = loadText()

/** What a reader reads. */
const read = (words: string) =>
  words.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** A city that has published this, and how often it was asked for it. */
async function city(...published: readonly Publication[]) {
  const asked: string[] = []
  const find = async (id: string) => {
    asked.push(id)
    return published.find(({ results }) => results.consultation === id)
  }
  const town = await openTown({ results: { all: async () => published, find } })
  onTestFinished(() => town.close())
  return { ...town, asked }
}

/** Every count and every number of points, however deep. */
function numbersIn(value: unknown): ReadonlySet<number> {
  if (typeof value !== 'object' || value === null) return new Set()
  return new Set(
    Object.entries(value).flatMap(([key, inner]) =>
      (key === 'count' || key === 'points') && typeof inner === 'number' ? [inner] : [...numbersIn(inner)],
    ),
  )
}

describe('as long as nothing has been published', () => {
  test('the list says so, and there is no page of a consultation', async () => {
    const { url } = await city()
    expect((await visitor(url).get('/results')).words).toContain('Nie ma jeszcze opublikowanych wyników')
    for (const path of [
      '/results/crowd',
      '/results/crowd/easy',
      '/results/crowd.csv',
      '/api/v1/results/crowd',
    ])
      expect((await visitor(url).get(path)).status, path).toBe(404)
  })

  test('the front page leads to the list all the same', async () => {
    const { url } = await city()
    expect((await visitor(url).get('/')).html).toContain('href="/results"')
  })
})

describe.each(locales)('the page of a consultation, in %s', (locale) => {
  test('tells every question, how many took part, how it was counted, and where the data are', async () => {
    const { url } = await city(publicationFrom())
    const { status, words, html } = await visitor(url, locale).get('/results/crowd')
    expect(status).toBe(200)
    expect(html).toContain(`<html lang="${locale}"`)
    for (const question of questions) expect(words).toContain(question.text[locale])
    expect(words).toContain(text.say(locale, 'results-at-least', { count: 376 }))
    expect(read(words)).toContain(text.say(locale, 'results-page-method-threshold', { threshold: 10 }))
    for (const file of ['csv', 'xlsx', 'json', 'codebook.csv'])
      expect(html).toContain(`href="/results/crowd.${file}"`)
    expect(html).toContain('href="https://creativecommons.org/licenses/by/4.0/"')
    expect(words).not.toMatch(/results-|undefined|NaN|\[object/)
  })

  test('in plain words has every question too, the biggest finding first', async () => {
    const { url } = await city(publicationFrom())
    const { words } = await visitor(url, locale).get('/results/crowd/easy')
    for (const question of questions) expect(words).toContain(question.text[locale])
    const places = ['order', 'one'].map((id) =>
      words.indexOf(questions.find((question) => question.id === id)!.text[locale]!),
    )
    expect(places[0]).toBeLessThan(places[1]!)
    expect(words).toContain(text.say(locale, 'results-easy-hidden'))
    expect(words).not.toMatch(/results-|undefined|NaN|\[object/)
  })
})

describe('the page of a consultation', () => {
  test('has for every question with figures a chart with its words, and a table behind it', async () => {
    const { url } = await city(publicationFrom())
    const { html } = await visitor(url, 'en').get('/results/crowd')
    const cards = html.split('<section class="card question"').slice(1)
    expect(cards).toHaveLength(questions.length)
    for (const [index, card] of cards.entries()) {
      const isCounted = questions[index]!.kind !== 'text'
      expect(card.includes('role="img" aria-label="Chart. '), questions[index]!.id).toBe(isCounted)
      expect(card.split('<svg').length - 1).toBe(isCounted ? 2 : 0)
      expect(card.includes('<table>')).toBe(isCounted)
    }
    expect(cards[0]).toMatch(/>a \(en\): 55% \(208\)</)
  })

  test('marks what is hidden with a word and a frame, never with a zero', async () => {
    const { url } = await city(publicationFrom())
    const { html } = await visitor(url, 'en').get('/results/crowd')
    const [, card = ''] = html.split('id="q5"')
    expect(card).toMatch(/<th scope="row">117–120 min \(en\)<\/th> <td>hidden<\/td> <td>hidden<\/td>/)
    expect(card).toMatch(/>117–120 min \(en\): hidden</)
    expect(card).toContain('stroke-dasharray')
    expect(html).not.toMatch(/<td>\s*0/)
  })

  test('says of the most frequent answer that it is one of those shown where others are hidden', async () => {
    const { url } = await city(publicationFrom())
    const { words } = await visitor(url, 'en').get('/results/crowd')
    expect(words).toContain('Most frequent of the answers shown: 0–12 min (en) (39%).')
    expect(words).toContain('Most frequent: a (en) (55%).')
  })

  test('names all answers that are equally frequent', async () => {
    const { results, ...rest } = publicationFrom()
    const [first, ...others] = results.questions
    const even = { ...first!, figures: first!.figures.map((figure) => ({ ...figure, share: 0.33 })) }
    const { url } = await city({ ...rest, results: { ...results, questions: [even, ...others] } })
    expect((await visitor(url, 'en').get('/results/crowd')).words).toContain(
      'Most frequent, 33% each: a (en), b (en) and c (en).',
    )
  })

  test('holds no count that the results do not hold, whoever answered whatever', async () => {
    const published: Publication[] = []
    const town = await openTown({
      results: { all: async () => published, find: async (id) => published[Number(id)] },
    })
    onTestFinished(() => town.close())
    await fc.assert(
      fc.asyncProperty(anyCrowd, async (anyone) => {
        const publication = publicationFrom(anyone)
        const id = String(published.push(publication) - 1)
        const told = numbersIn(publication.results)
        for (const path of [`/results/${id}`, `/results/${id}/easy`]) {
          const { html } = await visitor(town.url, 'en').get(path)
          const cells = [...html.matchAll(/<td>([^<]*)<\/td>|: \d+% \((\d+)\)</g)].map(
            ([, cell, count]) => cell ?? count!,
          )
          const counts = cells.flatMap((cell) =>
            [...cell.matchAll(/^(\d+)$|\((\d+)\)/g)].map(([, a, b]) => Number(a ?? b)),
          )
          expect(counts.filter((count) => !told.has(count))).toEqual([])
        }
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })

  test('of too few people is one sentence, and no question', async () => {
    const { url } = await city(publicationFrom(people(9, { one: { options: ['a'] } })))
    for (const path of ['/results/crowd', '/results/crowd/easy', '/results']) {
      const { words } = await visitor(url, 'en').get(path)
      expect(words, path).toContain(text.say('en', 'results-too-few'))
      expect(words, path).not.toContain('one?')
    }
  })

  test.each(['/results', '/results/crowd', '/results/crowd/easy'])(
    'says that it is made up when it is (%s)',
    async (path) => {
      const made = await city(publicationFrom(crowd, { isSample: true }))
      expect((await visitor(made.url, 'en').get(path)).words).toContain('these answers are made up')
      const real = await city(publicationFrom())
      expect((await visitor(real.url, 'en').get(path)).words).not.toContain('made up')
    },
  )

  test('shows what people wrote as words, whatever they wrote', async () => {
    const { url } = await city(
      publicationFrom(crowd, { quotations: ['<script>alert(1)</script> & "ławka"'] }),
    )
    for (const path of ['/results/crowd', '/results/crowd/easy']) {
      const { html } = await visitor(url).get(path)
      expect(html).toContain('<q>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;ławka&quot;</q>')
    }
  })

  test('keeps to the content policy: no style and no script inside', async () => {
    const { url } = await city(publicationFrom())
    for (const path of ['/results', '/results/crowd', '/results/crowd/easy']) {
      const { html } = await visitor(url).get(path)
      expect(html, path).not.toMatch(/ style=| on[a-z]+=|<style|<script|ecmeta/)
    }
  })

  test('marks a text that is there in another language only', async () => {
    const { results, ...rest } = publicationFrom()
    const { url } = await city({ ...rest, results: { ...results, title: { pl: 'Tłum' } } })
    const { html } = await visitor(url, 'en').get('/results/crowd')
    expect(html).toMatch(/<h1><span lang="pl">Tłum<\/span><\/h1>/)
  })

  test('says in its head how it is shown where somebody passes it on', async () => {
    const { url } = await city(publicationFrom())
    const { html } = await visitor(url, 'en').get('/results/crowd')
    expect(html).toContain('<meta property="og:title" content="Results: Tłum (en) · Hejnał" />')
    expect(html).toContain('<meta property="og:description" content="Po co (en)" />')
  })
})

describe('many readers at once', () => {
  test('cost one making: the page is kept for a minute, packed, and a browser that has it gets nothing anew', async () => {
    const { url, asked, clock } = await city(publicationFrom())
    const pages = await Promise.all(Array.from({ length: 50 }, () => visitor(url).get('/results/crowd')))
    expect(new Set(pages.map(({ html }) => html)).size).toBe(1)
    expect(pages[0]!.headers.get('content-encoding')).toBe('gzip')
    const tag = pages[0]!.headers.get('etag')!
    const again = await visitor(url).get('/results/crowd', { 'if-none-match': tag })
    expect([again.status, again.html]).toEqual([304, ''])
    expect(asked).toEqual(['crowd'])
    clock.advanceTo(new Date(clock.now().getTime() + 61_000))
    const later = Array.from({ length: 20 }, () =>
      visitor(url).get('/results/crowd', { 'if-none-match': tag }),
    )
    expect(new Set((await Promise.all(later)).map(({ status }) => status))).toEqual(new Set([304]))
    expect(asked).toEqual(['crowd', 'crowd'])
  })

  test('read in their own languages, each kept apart', async () => {
    const { url } = await city(publicationFrom())
    for (const locale of locales) {
      const { html, headers } = await visitor(url, locale).get('/results/crowd')
      expect(html).toContain(`<html lang="${locale}"`)
      expect(headers.get('vary')).toContain('Accept-Language')
    }
  })

  test('do not get yesterday’s nothing: what is published is there at the next look', async () => {
    const published: Publication[] = []
    const town = await openTown({
      results: { all: async () => published, find: async () => published[0] },
    })
    onTestFinished(() => town.close())
    expect((await visitor(town.url).get('/results/crowd')).status).toBe(404)
    published.push(publicationFrom())
    expect((await visitor(town.url).get('/results/crowd')).status).toBe(200)
  })

  test('are told of a fault of ours, and the next look finds the page', async () => {
    let isBroken = true
    const find = async () => {
      if (isBroken) throw new Error('the database is away')
      return publicationFrom()
    }
    const town = await openTown({ results: { all: async () => [], find } })
    onTestFinished(() => town.close())
    expect((await visitor(town.url).get('/results/crowd')).status).toBe(500)
    isBroken = false
    expect((await visitor(town.url).get('/results/crowd')).status).toBe(200)
  })
})
