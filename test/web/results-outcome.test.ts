/** What the city decided, on the pages and in the interface for programs: from the database to the reader, and fresh within a minute. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { closeConsultation } from '../../src/app/consultations.ts'
import { importOutcome } from '../../src/app/outcome-import.ts'
import { outcomeCount, publishOutcome } from '../../src/app/outcomes.ts'
import { publicationOf, publications, publishResults } from '../../src/app/publications.ts'
import { movesOf, type Move } from '../../src/domain/outcome-step.ts'
import { locales } from '../../src/domain/phrase.ts'
import { measureStatuses, type MeasureStatus } from '../../src/domain/plan.ts'
import type { PublicOutcome } from '../../src/domain/public-outcome.ts'
import { loadText } from '../../src/runtime/text.ts'
import { openApi } from '../../src/web/results/openapi.ts'
import { buildCity, type City } from '../support/city.ts'
import { answered as id, moveMeasure, outcomeFile, streets, themes } from '../support/outcome.ts'
import { publicationFrom } from '../support/published.ts'
import { openTown } from './town.ts'
import { visitor } from './visitor.ts'

const text = loadText()
const minuteMs = 61_000
const pages = [`/results/${id}`, `/results/${id}/easy`] as const

/** A city whose results are public, behind its pages. */
async function cityWithResults(): Promise<City> {
  const city = await buildCity()
  city.putClock('2026-10-20T10:00:00Z')
  await closeConsultation(city.context, id, 'test')
  await publishResults(city.context, id, 'test')
  return city
}

async function open({ context }: City) {
  const town = await openTown({
    results: { all: () => publications(context), find: (one) => publicationOf(context, one) },
    outcomeCount: () => outcomeCount(context),
  })
  onTestFinished(() => town.close())
  return town
}

async function decide({ context }: City): Promise<void> {
  await importOutcome(context, { source: outcomeFile(), actor: 'test', isDryRun: false })
  await publishOutcome(context, id, 'test')
}

describe.each(locales)('in %s', (locale) => {
  let city: City
  beforeAll(async () => void (city = await cityWithResults()))
  const say = (key: string, args = {}) => text.say(locale, key, args)

  test('both pages say when the answer is due, and nothing of themes that are not published', async () => {
    const { context } = city
    await importOutcome(context, { source: outcomeFile(), actor: 'test', isDryRun: false })
    const { url } = await open(city)
    for (const path of pages) {
      const { words } = await visitor(url, locale).get(path)
      const [before, after] = say('results-outcome-due', { date: '|' }).split('|')
      expect(words.replaceAll('&#39;', "'")).toContain(before)
      expect(words).toContain(after)
      for (const { said } of themes) expect(words).not.toContain(said[locale])
    }
    expect(await (await fetch(`${url}/api/v1/results/${id}`)).json()).toMatchObject({ outcome: null })
  })

  test('both pages tell every theme, the decision, why, the measure, and how far it is', async () => {
    await decide(city)
    const { url } = await open(city)
    for (const path of pages) {
      const { words } = await visitor(url, locale).get(path)
      for (const { said, decision, reason } of themes) {
        expect(words).toContain(`${say('results-outcome-said')} ${said[locale]}`)
        expect(words).toContain(`${say(`results-outcome-${decision!.replace('_', '-')}`)} ${reason![locale]}`)
      }
      expect(words).toContain(say('results-outcome-step-started'))
      expect(words).toContain(say('results-outcome-step-planned'))
      expect(words).not.toContain(say('results-outcome-step-done'))
      expect(words).not.toMatch(/results-|undefined|NaN|\[object/)
    }
    const { words } = await visitor(url, locale).get(pages[1])
    expect(words).toContain(say('results-outcome-below'))
  })

  test('the list counts what was said, answered and done, and how long it took', async () => {
    const { words } = await visitor((await open(city)).url, locale).get('/results')
    expect(words).toContain(`${say('results-counter-themes')} 3`)
    expect(words).toContain(`${say('results-counter-answered')} 3`)
    expect(words).toContain(`${say('results-counter-done')} 0`)
    expect(words).toContain(say('results-counter-days', { days: 1 }))
  })
})

describe.each(measureStatuses)('a measure that is %s', (status) => {
  test.each(locales)('has a sentence that says so on the page, in %s', async (locale) => {
    const measure = { code: '1', names: { pl: 'Ławki' }, status, moves: movesIn(status), evidence: null }
    const said = { pl: 'Mało ławek' }
    const outcome: PublicOutcome = {
      publishedOn: '2026-10-20',
      themes: [{ said, decision: 'accepted', reason: { pl: 'Tak' }, measure }],
    }
    const find = async () => ({ ...publicationFrom(), outcome })
    const town = await openTown({ results: { all: async () => [], find } })
    onTestFinished(() => town.close())
    const { words } = await visitor(town.url, locale).get('/results/crowd/easy')
    const last = status === 'in_progress' ? 'started' : status.replace('_', '-')
    expect(words).toContain(text.say(locale, `results-outcome-step-${last}`))
    const sentences = ['planned', 'started', 'delayed', 'done', 'on-hold', 'cancelled', 'carried-over']
    const told = sentences.filter((one) => words.includes(text.say(locale, `results-outcome-step-${one}`)))
    expect(told).toEqual(status === 'done' ? ['started', 'done'] : [last])
  })
})

/** As the domain finds them for a measure without steps of its own. */
function movesIn(status: MeasureStatus): readonly Move[] {
  return movesOf({ status, stepsDone: 0, openSince: null }, '2026-10-20')
}

test('as long as nothing was said there is no counter', async () => {
  const town = await openTown()
  onTestFinished(() => town.close())
  expect((await visitor(town.url).get('/results')).words).not.toContain(text.say('pl', 'results-counter'))
})

describe('a page that is kept', () => {
  test('has a newly published outcome, and each further step, a minute later', async () => {
    const city = await cityWithResults()
    const { url, clock } = await open(city)
    const reader = visitor(url, 'en')
    let tag = ''
    const look = async () => {
      const { status, words, headers } = await reader.get(pages[0], { 'if-none-match': tag })
      tag = headers.get('etag')!
      return { status, words }
    }
    const later = () => clock.advance(minuteMs)
    expect((await look()).words).toContain('There is none here yet.')
    await decide(city)
    expect((await look()).status).toBe(304)
    later()
    expect((await look()).words).toContain('Young people say: Too many cars.')
    later()
    expect((await look()).status).toBe(304)

    city.putClock('2026-12-20T10:00:00Z')
    later()
    expect((await look()).words).toContain('It takes longer than planned.')

    const evidence = [
      { kind: 'document', date: '2026-12-01', title: { pl: 'Lista ulic', en: 'List of streets' } },
    ]
    await moveMeasure(city.context, streets, { status: 'done', evidence })
    later()
    const { words } = await look()
    expect(words).toContain('It has begun. It is done. This shows it: List of streets')
    expect(words).not.toContain('It takes longer than planned.')
    later()
    expect((await reader.get('/results')).words).toContain('Done 1')
  })
})

test('the interface for programs tells the outcome as it is described', async () => {
  const city = await cityWithResults()
  await decide(city)
  const { url } = await open(city)
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema(openApi, 'openapi')
  const body = (await (await fetch(`${url}/api/v1/results/${id}`)).json()) as { outcome: object }
  const isRight = ajv.getSchema('openapi#/components/schemas/Results')!
  void isRight(body)
  expect(isRight.errors).toBeNull()
  expect(body.outcome).toMatchObject({
    publishedOn: '2026-10-20',
    themes: [
      { decision: 'accepted', measure: { code: '2.1.1', status: 'in_progress', steps: ['started'] } },
      { decision: 'partly', measure: { code: '2.2.3', status: 'planned', steps: [], evidence: null } },
      { decision: 'not_now', measure: null },
    ],
  })
  void isRight({ ...body, outcome: { publishedOn: '2026-10-20', themes: [{ said: { pl: 'x' } }] } })
  expect(isRight.errors).not.toBeNull()
  expect(await (await fetch(`${url}/api/v1/results`)).json()).toMatchObject({
    outcomes: { themes: 3, answered: 3, done: 0, medianDays: 0 },
  })
})
