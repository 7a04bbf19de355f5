/** Who is told what comes of a consultation: each who wanted to know, once a step, from who took part and nothing else. */
import { beforeEach, expect, test } from 'vitest'
import { deliver } from '../../jobs/deliver.ts'
import { tellOutcomes } from '../../jobs/tell-outcomes.ts'
import { closeConsultation } from '../../src/app/consultations.ts'
import { importOutcome } from '../../src/app/outcome-import.ts'
import { publishOutcome } from '../../src/app/outcomes.ts'
import { stopPerson } from '../../src/store/respondents.ts'
import { tellPage } from '../../src/store/outcome-steps.ts'
import { afterwards } from '../support/afterwards.ts'
import { buildCity, type City } from '../support/city.ts'
import { answered, moveMeasure, outcomeFile, points, streets, themes } from '../support/outcome.ts'
import { lettersOf } from '../support/partner.ts'
import { platform } from '../support/platform.ts'
import { populate, type Somebody } from '../support/population.ts'
import { eventually } from '../support/process.ts'

const other = 'free-time-and-sport'

let city: City
beforeEach(async () => {
  city = await buildCity()
})

test('whoever wanted to know is told, and nobody else', async () => {
  const [ala = '', ola = ''] = await took([{}, { locale: 'en' }])
  await took([{ isStopped: true }, { blocked: ['telegram'] }, { channels: [] }])
  const [declined = '', withdrew = '', left = ''] = await took([{}, {}, {}])
  const { db } = city.context.store
  await db.participation.updateMany({ where: { personId: declined }, data: { wantsOutcome: false } })
  await db.consent.updateMany({
    where: { personId: withdrew, purpose: 'outcomes' },
    data: { withdrawnAt: city.context.clock.now() },
  })
  await db.consent.create({
    data: { ...consentOf(left, 'participation'), withdrawnAt: city.context.clock.now() },
  })
  await populate(city.context, [{}, { consents: ['outcomes'] }])
  await took([{}], other)
  await published()
  await tellOutcomes(city.context)
  const letters = await lettersOf(city.context, /^outcome\//)
  expect(letters.map(({ to }) => to).toSorted()).toEqual([ala, ola].toSorted())
  expect(new Set(letters.map(({ about }) => about))).toEqual(new Set([`outcome/${answered}/published`]))
  expect(letters[0]?.reply.offers?.map(({ id }) => id)).toEqual([`out:${answered}`, 'help'])
})

test('each move of a linked measure is told once, however often it is looked at', async () => {
  await took([{}])
  await published()
  expect(await steps()).toEqual(['published'])
  await moveMeasure(city.context, points, { status: 'in_progress' })
  expect(await steps()).toEqual(['published', 'started'])
  city.putClock('2026-11-14T10:00:00Z')
  expect(await steps()).toEqual(['published', 'started'])
  city.putClock('2026-11-15T10:00:00Z')
  expect(await steps()).toEqual(['delayed', 'published', 'started'])
  await moveMeasure(city.context, points, { status: 'planned' })
  await moveMeasure(city.context, points, { status: 'in_progress' })
  expect(await steps()).toEqual(['delayed', 'published', 'started'])
  await moveMeasure(city.context, points, { status: 'done' })
  expect(await steps()).toEqual(['delayed', 'done', 'published', 'started'])
  const abouts = (await lettersOf(city.context, /^outcome\//)).map(({ about }) => about)
  expect(abouts.toSorted()).toEqual(
    [`${points}/done`, `${points}/started`, `${streets}/delayed`, `${answered}/published`]
      .map((name) => `outcome/${name}`)
      .toSorted(),
  )
})

test('a partner who taps that a step is done sets a measure going', async () => {
  await took([{}])
  await published()
  await city.context.store.db.deadline.update({
    where: { source: `milestone/${points}/m1` },
    data: { status: 'done' },
  })
  expect(await steps()).toEqual(['published', 'started'])
})

test('what the plan names as evidence comes with the news that it is done, what partners handed over does not', async () => {
  await took([{}])
  await published()
  const handedOver = { title: { pl: 'Zdjęcie' }, link: 'https://example.org/partner', givenBy: 'somebody' }
  await city.context.store.db.evidence.create({
    data: { ...handedOver, measureId: points, kind: 'link', givenOn: new Date('2026-09-25') },
  })
  const link = 'https://example.org/list'
  await moveMeasure(city.context, points, {
    status: 'done',
    evidence: [{ kind: 'link', title: { pl: 'Lista', en: 'List' }, date: '2026-09-20', link }],
  })
  await tellOutcomes(city.context)
  const [letter] = await lettersOf(city.context, /done$/)
  expect(letter?.words).toContain('See: List, https://example.org/list')
  expect(letter?.words).not.toContain('partner')
})

test('a measure that two consultations led to is told once', async () => {
  const [ala = ''] = await took([{}])
  await city.context.store.db.participation.create({ data: participationOf(ala, other) })
  await city.context.store.db.consent.create({ data: { ...consentOf(ala, 'outcomes'), subject: other } })
  await published()
  await published(other)
  await moveMeasure(city.context, points, { status: 'in_progress' })
  expect(await steps()).toEqual(['published', 'published', 'started'])
})

test('a measure that is linked after publishing is no news as it stands, and its next move is', async () => {
  await took([{}])
  await published(
    answered,
    themes.map((theme) => ({ ...theme, measure: undefined })),
  )
  await moveMeasure(city.context, points, { status: 'in_progress' })
  await importOutcome(city.context, { source: outcomeFile(), actor: 'cli' })
  expect(await steps()).toEqual(['published'])
  await moveMeasure(city.context, points, { status: 'done' })
  expect(await steps()).toEqual(['done', 'published'])
})

test('people are told in pages, and two processes tell nobody twice', async () => {
  const people = await took(Array.from({ length: 25 }, () => ({})))
  await published()
  const { db } = city.context.store
  const key = { consultationId: answered, measureId: '', step: 'published' } as const
  const notice = { about: 'outcome/x/published', sealed: new Uint8Array([1]) }
  let looks = 0
  for (let isLast = false; !isLast; looks += 2) {
    const pages = await Promise.all([1, 2].map(() => tellPage(db, key, notice, city.context.clock.now(), 4)))
    isLast = pages.every((page) => page.isLast)
  }
  expect(looks).toBeGreaterThan(6)
  const told = await db.delivery.findMany({ where: { about: notice.about } })
  expect(told.map(({ recipientId }) => recipientId).toSorted()).toEqual(people.toSorted())
  expect(await db.outcomeStep.findFirst({ where: { step: 'published' } })).toMatchObject({
    checkpoint: null,
    toldAt: city.context.clock.now(),
  })
})

test('whoever stops while theirs waits is left alone, and quiet hours are held', async () => {
  const people = await took([{}, {}])
  await published()
  city.putClock('2026-10-20T20:00:00Z')
  await tellOutcomes(city.context)
  const telegram = platform()
  const ending = new AbortController()
  const sending = deliver(city.context, { channel: telegram.channel, signal: ending.signal })
  afterwards(async () => {
    ending.abort()
    await sending
  })
  await eventually('both are held', async () => (await statuses()).every((status) => status === 'held'))
  await stopPerson(city.context.store.db, people[0]!, city.context.clock.now())
  city.putClock('2026-10-21T06:00:00Z')
  await eventually('both are settled', async () => (await statuses()).join() === 'accepted,cancelled')
  expect(telegram.arrivals.map(({ to }) => to)).toEqual([people[1]])
})

/** People who took part and want to know what comes of it. */
async function took(people: readonly Somebody[], consultation = answered): Promise<string[]> {
  const { db } = city.context.store
  const ids = await populate(
    city.context,
    people.map((one) => ({ consents: [], ...one, participation: { id: consultation, state: 'finished' } })),
  )
  await db.participation.updateMany({ where: { personId: { in: ids } }, data: { wantsOutcome: true } })
  await db.consent.createMany({
    data: ids.map((id) => ({ ...consentOf(id, 'outcomes'), subject: consultation })),
  })
  return ids
}

function consentOf(personId: string, purpose: string) {
  return {
    personId,
    purpose,
    subject: answered,
    wording: '',
    locale: 'pl',
    givenAt: city.context.clock.now(),
  }
}

function participationOf(personId: string, consultationId: string) {
  return {
    personId,
    consultationId,
    state: 'finished',
    wantsOutcome: true,
    changedOn: city.context.clock.now(),
  }
}

async function published(consultation = answered, some = themes): Promise<void> {
  city.putClock('2026-10-20T10:00:00Z')
  await closeConsultation(city.context, consultation, 'test')
  const result = await importOutcome(city.context, { source: outcomeFile(some, consultation), actor: 'cli' })
  expect(result.isKept).toBe(true)
  await publishOutcome(city.context, consultation, 'cli')
}

/** Looks twice, and says which steps somebody is told by now. */
async function steps(): Promise<readonly string[]> {
  await tellOutcomes(city.context)
  await Promise.all([tellOutcomes(city.context), tellOutcomes(city.context)])
  const rows = await city.context.store.db.delivery.findMany({ where: { about: { startsWith: 'outcome/' } } })
  return rows.map(({ about }) => about.split('/')[2]!).toSorted()
}

async function statuses(): Promise<readonly string[]> {
  const rows = await city.context.store.db.delivery.findMany({ where: { about: { startsWith: 'outcome/' } } })
  return rows.map(({ status }) => status).toSorted()
}
