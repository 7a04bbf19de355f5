/** Who is missing and weighted shares, on the pages of the results as everybody gets them. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { locales } from '../../src/domain/phrase.ts'
import type { Population } from '../../src/domain/population.ts'
import { loadText } from '../../src/runtime/text.ts'
import { crowd, publicationFrom } from '../support/published.ts'
import { population } from '../support/residents.ts'
import { openTown } from './town.ts'
import { visitor } from './visitor.ts'

const text = loadText()
const whole = (words: string) => words.replaceAll('&#39;', "'").replaceAll('&quot;', '"')

async function look(path: string, locale: 'pl' | 'en' | 'uk', residents?: Population) {
  const published = publicationFrom(crowd, residents ? { residents } : {})
  const town = await openTown({ results: { all: async () => [published], find: async () => published } })
  onTestFinished(() => town.close())
  const { html, words } = await visitor(town.url, locale).get(path)
  expect(words).not.toMatch(/results-|undefined|NaN|\[object/)
  return { html, words: whole(words) }
}

describe.each(locales)('in %s', (locale) => {
  test('the page says who is missing, where the numbers come from and what was counted', async () => {
    const { words } = await look('/results/crowd', locale, population)
    expect(words).toContain(text.say(locale, 'results-who'))
    const source = population.source[locale]!
    expect(words).toContain(text.say(locale, 'results-who-source', { source, year: '2026' }))
    expect(words).toContain(text.say(locale, 'results-who-rule'))
    expect(words).toContain(text.say(locale, 'results-who-place'))
    expect(words).toContain(text.say(locale, 'results-page-method-weighted', { most: 3 }))
  })

  test('the page in plain words says it in tens', async () => {
    const { words } = await look('/results/crowd/easy', locale, population)
    expect(words).toContain(text.say(locale, 'results-easy-who'))
    const group = { pl: 'b10_12', en: 'b10_12 (en)', uk: 'b10_12 (uk)' }[locale]
    expect(words).toContain(
      text.say(locale, 'results-easy-who-group-all', { group, here: 3, there: 6, of: 10 }),
    )
  })
})

test('weighted shares stand beside the raw ones, called so, with how sure they are', async () => {
  const { html, words } = await look('/results/crowd', 'en', population)
  const [, card = ''] = html.split('id="q1"')
  expect(card).toMatch(/<th scope="col">Share<\/th>\s*<th scope="col">Weighted share<\/th>/)
  expect(card).toMatch(/<th scope="row">a \(en\)<\/th>\s*<td>208<\/td>\s*<td>55%<\/td>\s*<td>56%<\/td>/)
  expect(words).toContain('They are about as sure as 210 answers drawn by lot.')
  expect(words).toContain('The largest weight of a person is 2.14 (the average is 1).')
})

test('a question that cannot be weighted says why, and has no column for it', async () => {
  const { html } = await look('/results/crowd', 'en', population)
  const [, card = ''] = html.split('id="q5"')
  const [own = ''] = card.split('id="q6"')
  expect(own).toContain('There is no weighted share here')
  expect(own).not.toContain('Weighted share')
})

test('a hidden group is called hidden, and has no share', async () => {
  const groups = crowd.filter(({ district }) => district === 'd2').slice(0, 3)
  const few = [...crowd.filter(({ district }) => district !== 'd2'), ...groups]
  const published = publicationFrom(few, { residents: population })
  const town = await openTown({ results: { all: async () => [published], find: async () => published } })
  onTestFinished(() => town.close())
  const { html, words } = await visitor(town.url, 'en').get('/results/crowd')
  expect(html).toMatch(
    /<th scope="row">d2 \(en\)<\/th>\s*<td>hidden<\/td>\s*<td>hidden<\/td>\s*<td>3,000<\/td>\s*<td>hidden<\/td>\s*<td>hidden<\/td>/,
  )
  expect(words).toContain('Whether a hidden group is missing cannot be told.')
  expect(whole(words)).toContain('d1 (en), of these groups in the city')
  const easy = await visitor(town.url, 'en').get('/results/crowd/easy')
  expect(easy.words).toContain('Some groups are hidden.')
})

test('numbers that are made up are called so', async () => {
  const made = { ...population, isSample: true }
  for (const path of ['/results/crowd', '/results/crowd/easy']) {
    expect((await look(path, 'en', made)).words).toContain(
      "The numbers of the city's young people are made up.",
    )
    expect((await look(path, 'en', population)).words).not.toContain('made up')
  }
})

test('a breakdown that the city’s table lacks is named with the reason', async () => {
  const ages = { ...population, groups: population.groups.filter(({ by }) => by === 'age_band') }
  const { words } = await look('/results/crowd', 'en', ages)
  expect(words).toContain("Gender: not compared, because the city's table has other groups or none.")
})

test('a publication from before there was a table is shown as it was', async () => {
  for (const path of ['/results/crowd', '/results/crowd/easy']) {
    const { words } = await look(path, 'en')
    expect(words).not.toMatch(/missing|weighted/i)
  }
})
