import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createClassCode, redeemClassCode } from '../../src/app/class-codes.ts'
import { importConsultations, safeguardingSetting, type Imported } from '../../src/app/consultation-import.ts'
import { isError } from '../../src/app/consultation-file.ts'
import {
  closeConsultation,
  listConsultations,
  openAndCloseByDate,
  openConsultation,
  showConsultation,
} from '../../src/app/consultations.ts'
import type { Context } from '../../src/app/context.ts'
import { isSafeWord, type Safeguarding } from '../../src/domain/safeguarding.ts'
import { readConfig } from '../../src/runtime/config.ts'
import { createKeyring } from '../../src/runtime/crypto.ts'
import { silent } from '../../src/runtime/log.ts'
import { loadText } from '../../src/runtime/text.ts'
import { definitionOf, findConsultation, settingOf } from '../../src/store/consultations.ts'
import { destroySecrets } from '../../src/store/secrets.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { freshDatabase } from '../support/database.ts'

const sample = readFileSync(new URL('../../prisma/seed/consultations.yaml', import.meta.url), 'utf8')
const [safe, sport, support] = [
  'safe-way-to-school',
  'free-time-and-sport',
  'support-when-it-is-hard',
] as const
const actor = 'cli'

let store: Store
let other: Store
let context: Context
let now: Date

beforeAll(async () => {
  const { url } = await freshDatabase()
  const keyring = createKeyring(randomBytes(32).toString('base64'))
  store = openStore(url, keyring)
  other = openStore(url, keyring)
})
afterAll(() => Promise.all([store?.close(), other?.close()]))
beforeEach(async () => {
  const { db } = store
  for (const clear of [db.consultation, db.setting, db.audit, db.entity])
    await (clear.deleteMany as () => Promise<unknown>)()
  for (const id of ['zdt', 'ws', 'wpsz'])
    await db.entity.create({ data: { id, kind: 'city_unit', short: id, names: { pl: id }, roles: [] } })
  now = new Date('2026-05-10T10:00:00Z')
  context = { store, clock: { now: () => now }, text: loadText(), log: silent, config: readConfig({}) }
})

async function bringIn(source = sample, order: { isDryRun?: boolean } = {}): Promise<readonly Imported[]> {
  const result = await importConsultations(context, { source, actor, ...order })
  if (!result.isImported) throw new Error(JSON.stringify(result.findings.filter(isError)))
  return result.consultations
}

async function refusalsOf(source: string): Promise<string[]> {
  const result = await importConsultations(context, { source, actor })
  if (result.isImported) return []
  return result.findings
    .filter(isError)
    .map(({ line, phrase }) => `${line} ${'key' in phrase ? phrase.key : ''}`)
}

/** The sample with one passage replaced; fails when the passage is not there. */
function edited(from: string, to: string, source = sample): string {
  expect(source).toContain(from)
  return source.replace(from, to)
}

const lineOf = (passage: string, source = sample) =>
  source.slice(0, source.indexOf(passage)).split('\n').length
const outcomes = (imported: readonly Imported[]) =>
  imported.map(({ outcome, version }) => `${outcome} ${version}`)
const acts = async () =>
  (await store.db.audit.findMany({ orderBy: { id: 'asc' } })).map(
    ({ act, subject, actor: who }) => `${who} ${act} ${subject}`,
  )
const statusOf = async (id: string) => (await findConsultation(store.db, id))?.status

async function census(): Promise<number[]> {
  const { db } = store
  return Promise.all([
    db.consultation.count(),
    db.consultationVersion.count(),
    db.setting.count(),
    db.audit.count(),
  ])
}

describe('importing', () => {
  test('the sample brings three drafts, the helplines, and a record of who did it', async () => {
    const imported = await bringIn()
    expect(outcomes(imported)).toEqual(['created 1', 'created 1', 'created 1'])
    expect(imported.flatMap(({ missing }) => missing)).toEqual([])
    expect(await acts()).toEqual([
      ...[safe, sport, support].map((id) => `cli consultation.import consultation/${id}`),
      'cli safeguarding.import setting/safeguarding',
    ])
    const safeguarding = await settingOf<Safeguarding>(store.db, safeguardingSetting)
    expect(safeguarding && isSafeWord('Pomoc!', safeguarding)).toBe(true)
  })

  test('a dry run says the same and writes nothing', async () => {
    expect(outcomes(await bringIn(sample, { isDryRun: true }))).toEqual([
      'created 1',
      'created 1',
      'created 1',
    ])
    expect(await census()).toEqual([0, 0, 0, 0])
  })

  test('one mistake anywhere and nothing of the file is imported', async () => {
    expect(await refusalsOf(edited('decision_owner: wpsz', 'decision_owner: nobody'))).toEqual([
      `${lineOf('decision_owner: wpsz')} file-owner-unknown`,
    ])
    expect(await census()).toEqual([0, 0, 0, 0])
  })

  test('the same file again changes nothing', async () => {
    await bringIn()
    const before = await census()
    expect(outcomes(await bringIn())).toEqual(['unchanged 1', 'unchanged 1', 'unchanged 1'])
    expect(await census()).toEqual(before)
  })

  test('an edited file makes a new version of what was edited, and the old one stays', async () => {
    await bringIn()
    const imported = await bringIn(edited('Bezpieczna droga do szkoły', 'Bezpiecznie do szkoły'))
    expect(outcomes(imported)).toEqual(['renewed 2', 'unchanged 1', 'unchanged 1'])
    expect((await definitionOf(store.db, safe, 1)).title.pl).toBe('Bezpieczna droga do szkoły')
    expect((await definitionOf(store.db, safe, 2)).title.pl).toBe('Bezpiecznie do szkoły')
    expect((await findConsultation(store.db, safe))?.definition.title.pl).toBe('Bezpiecznie do szkoły')
  })

  test('two imports at once make one version', async () => {
    await bringIn()
    const renewed = edited('Bezpieczna droga do szkoły', 'Bezpiecznie do szkoły')
    const both = await Promise.all(
      [store, other].map((one) =>
        importConsultations({ ...context, store: one }, { source: renewed, actor }),
      ),
    )
    const found = both.map((one) => (one.isImported ? outcomes(one.consultations)[0] : 'refused'))
    expect(new Set(found)).toEqual(new Set(['renewed 2', 'unchanged 2']))
    expect(await store.db.consultationVersion.count({ where: { consultationId: safe } })).toBe(2)
  })

  test('without a plan an unknown owner is only missing', async () => {
    await store.db.entity.deleteMany()
    const imported = await bringIn()
    expect(imported.flatMap(({ missing }) => missing)).toMatchObject(
      Array.from({ length: 3 }, () => ({ key: 'opening-owner-unknown' })),
    )
  })
})

describe('a new version of an open consultation', () => {
  beforeEach(async () => {
    await bringIn()
    await openConsultation(context, safe, actor)
  })

  test('may correct words', async () => {
    const [first] = await bringIn(edited('pieszo', 'na piechotę'))
    expect(first).toMatchObject({ outcome: 'renewed', version: 2, status: 'open' })
  })

  test.each([
    [
      'a lower threshold',
      '    topic_risk: low\n',
      '    topic_risk: low\n    rules: {min_group_size: 10}\n',
      'file-change-threshold',
      '    topic_risk: low\n    rules: {min_group_size: 12}\n',
    ],
    [
      'a less private channel',
      'channels: [web, school]',
      'channels: [web, school, telegram]',
      'file-change-place',
      '',
    ],
    [
      'another kind under the same id',
      'type: scale',
      'type: number\n        min: 1\n        max: 5',
      'file-change-kind',
      '',
    ],
    [
      'something missing',
      '    can_change:\n',
      '    feedback_sample_is_not_it:\n',
      'file-change-incomplete',
      '',
    ],
  ])('is refused with %s', async (_, from, to, key, first) => {
    const base = first
      ? edited(from, first)
      : sample.replace('channels: [telegram, discord, web, school]', 'channels: [web, school]')
    await store.db.consultation.deleteMany()
    await bringIn(base)
    await openConsultation(context, safe, actor)
    const next = edited(first || from, to, base).replace(
      /(?<=type: number\n {8}min: 1\n {8}max: 5\n.*\n) {8}ends:.*\n/,
      '',
    )
    expect((await refusalsOf(next)).map((one) => one.replace(/^\d+ /, ''))).toEqual([key])
    expect((await findConsultation(store.db, safe))?.version).toBe(1)
  })

  test('names the line', async () => {
    const next = edited('type: scale', 'type: district')
      .replace(/(?<=type: district\n.*\n) {8}ends:.*\n/, '')
      .replace('{if_at_most: 2, goto: q6}', '{always: true, goto: q6}')
    expect(await refusalsOf(next)).toEqual([`${lineOf('type: district', next)} file-change-kind`])
  })

  test('is refused once it is closed, but the same file is not', async () => {
    await closeConsultation(context, safe, actor)
    expect(outcomes(await bringIn())[0]).toBe('unchanged 1')
    expect(await refusalsOf(edited('pieszo', 'na piechotę'))).toEqual([
      `${lineOf('  - id: safe-way')} file-change-closed`,
    ])
  })
})

describe('opening and closing by hand', () => {
  beforeEach(() => bringIn())

  test('opening makes a secret that only the key opens, and a record', async () => {
    expect(await openConsultation(context, safe, actor)).toBe('opened')
    const { secret, openedAt } = await store.db.consultation.findUniqueOrThrow({ where: { id: safe } })
    expect(openedAt).toEqual(now)
    expect(store.keyring.openBytes(secret!, `secret:${safe}`)).toHaveLength(32)
    expect(() => store.keyring.openBytes(secret!, `secret:${sport}`)).toThrow()
    expect((await acts()).at(-1)).toBe(`cli consultation.open consultation/${safe}`)
  })

  test('opening twice keeps the secret and writes one record', async () => {
    await openConsultation(context, safe, actor)
    const { secret } = await store.db.consultation.findUniqueOrThrow({ where: { id: safe } })
    expect(await openConsultation(context, safe, actor)).toBe('unchanged')
    expect((await store.db.consultation.findUniqueOrThrow({ where: { id: safe } })).secret).toEqual(secret)
    expect((await acts()).filter((one) => one.includes('consultation.open'))).toHaveLength(1)
  })

  test('opening refuses with everything that is missing', async () => {
    await store.db.entity.deleteMany()
    now = new Date('2026-06-01T10:00:00Z')
    await expect(openConsultation(context, safe, actor)).rejects.toMatchObject({
      code: 'cannot-open',
      details: [{ key: 'opening-owner-unknown' }, { key: 'opening-too-late' }],
    })
    expect(await statusOf(safe)).toBe('draft')
  })

  test('it can be opened before its day', async () => {
    expect(await openConsultation(context, support, actor)).toBe('opened')
    expect(await openAndCloseByDate(context)).toMatchObject({ closed: [] })
    expect(await statusOf(support)).toBe('open')
  })

  test('closing sets the day on which the secret goes, and then it goes', async () => {
    await openConsultation(context, safe, actor)
    expect(await closeConsultation(context, safe, actor)).toBe('closed')
    expect(await closeConsultation(context, safe, actor)).toBe('unchanged')
    expect(await findConsultation(store.db, safe)).toMatchObject({
      status: 'closed',
      closedAt: now,
      secretDueOn: '2026-05-24',
    })
    expect(await destroySecrets(store, '2026-05-23')).toBe(0)
    expect(await destroySecrets(store, '2026-05-24')).toBe(1)
    expect(await destroySecrets(store, '2026-05-24')).toBe(0)
    expect((await store.db.consultation.findUniqueOrThrow({ where: { id: safe } })).secret).toBeNull()
  })

  test('what was closed stays closed, and what is no draft is not closed', async () => {
    await openConsultation(context, safe, actor)
    await closeConsultation(context, safe, actor)
    await expect(openConsultation(context, safe, actor)).rejects.toMatchObject({ code: 'consultation-over' })
    await expect(closeConsultation(context, sport, actor)).rejects.toMatchObject({
      code: 'consultation-not-open',
    })
    await expect(closeConsultation(context, 'nowhere', actor)).rejects.toMatchObject({
      code: 'consultation-unknown',
    })
  })

  test('staff see status, dates and what is missing, and never a count of answers', async () => {
    await openConsultation(context, safe, actor)
    const key = randomBytes(32)
    await store.db.response.create({
      data: { consultationId: safe, key, version: 1, answeredOn: now, locale: 'pl', channel: 'web' },
    })
    const shown = await showConsultation(context, safe)
    expect(shown).toMatchObject({
      status: 'open',
      version: 1,
      opensOn: '2026-05-04',
      closesOn: '2026-05-29',
      questions: 8,
      missing: [],
    })
    expect(Object.keys(shown).join(' ')).not.toMatch(/respon|answer|count|secret|hash/i)
    expect((await listConsultations(context)).map(({ id, status }) => `${id} ${status}`)).toEqual([
      `${safe} open`,
      `${sport} draft`,
      `${support} draft`,
    ])
  })
})

describe('opening and closing by date', () => {
  const at = (instant: string) => {
    now = new Date(instant)
    return openAndCloseByDate(context)
  }
  const nothing = { opened: [], closed: [], notReady: [] }

  test('happens on the first day and after the last, and only once', async () => {
    await bringIn()
    expect(await at('2026-05-03T21:59:59Z')).toEqual(nothing)
    expect(await at('2026-05-03T22:00:00Z')).toEqual({ ...nothing, opened: [safe] })
    expect(await at('2026-05-03T22:01:00Z')).toEqual(nothing)
    expect(await at('2026-05-29T21:59:59Z')).toEqual(nothing)
    expect(await at('2026-05-29T22:00:00Z')).toEqual({ ...nothing, closed: [safe] })
    expect(await at('2026-05-29T22:01:00Z')).toEqual(nothing)
    expect((await acts()).slice(-2)).toEqual([
      `calendar consultation.open consultation/${safe}`,
      `calendar consultation.close consultation/${safe}`,
    ])
  })

  // Warsaw: midnight is 23:00 UTC in winter and 22:00 UTC in summer; the clocks change on these Sundays.
  test.each([
    [
      'forward',
      '2027-03-28',
      '2027-03-27T22:59:59Z',
      '2027-03-27T23:00:00Z',
      '2027-03-28T21:59:59Z',
      '2027-03-28T22:00:00Z',
    ],
    [
      'back',
      '2026-10-25',
      '2026-10-24T21:59:59Z',
      '2026-10-24T22:00:00Z',
      '2026-10-25T22:59:59Z',
      '2026-10-25T23:00:00Z',
    ],
  ])('keeps to the calendar on the day the clocks go %s', async (_, day, before, first, last, after) => {
    await bringIn(
      edited(
        'window: {from: 2026-05-04, to: 2026-05-29}\n    feedback_due: 2026-07-28',
        `window: {from: ${day}, to: ${day}}`,
      ),
    )
    expect((await at(before)).opened).not.toContain(safe)
    expect((await at(first)).opened).toContain(safe)
    expect((await at(last)).closed).not.toContain(safe)
    expect((await at(after)).closed).toContain(safe)
  })

  test('one that slept through its whole window stays a draft', async () => {
    await bringIn()
    expect(await at('2026-06-15T10:00:00Z')).toEqual(nothing)
    expect(await statusOf(safe)).toBe('draft')
  })

  test('one that lacks something stays a draft and is pointed at once a version', async () => {
    await bringIn(sample.replace('    decision_owner: zdt\n', ''))
    expect(await at('2026-05-10T10:00:00Z')).toEqual({ ...nothing, notReady: [safe] })
    expect(await at('2026-05-10T10:05:00Z')).toEqual(nothing)
    await bringIn(sample.replace('    decision_owner: zdt\n', '').replace('pieszo', 'na piechotę'))
    expect(await at('2026-05-10T10:10:00Z')).toEqual({ ...nothing, notReady: [safe] })
    const rows = await store.db.audit.findMany({ where: { act: 'consultation.not-ready' } })
    expect(rows.map(({ details }) => details)).toEqual([
      { version: 1, missing: ['opening-owner'] },
      { version: 2, missing: ['opening-owner'] },
    ])
    await bringIn()
    expect(await at('2026-05-10T10:15:00Z')).toEqual({ ...nothing, opened: [safe] })
  })

  test('in two processes at once makes each change once', async () => {
    await bringIn()
    const both = () =>
      Promise.all([store, other, store, other].map((one) => openAndCloseByDate({ ...context, store: one })))
    expect((await both()).flatMap(({ opened }) => opened)).toEqual([safe])
    now = new Date('2026-09-21T10:00:00Z')
    const later = await both()
    expect(later.flatMap(({ opened }) => opened)).toEqual([sport])
    expect(later.flatMap(({ closed }) => closed)).toEqual([safe])
    const changes = (await acts()).filter((one) => one.startsWith('calendar'))
    expect(new Set(changes).size).toBe(changes.length)
  })

  test('of one that lacks something, in two processes at once, is pointed at once', async () => {
    await store.db.entity.deleteMany()
    await bringIn()
    const both = await Promise.all(
      [store, other, store, other].map((one) => openAndCloseByDate({ ...context, store: one })),
    )
    expect(both.flatMap(({ notReady }) => notReady)).toEqual([safe])
  })
})

describe('a class code', () => {
  const inSafe = { consultation: safe }
  const enter = (code: string, at = now, from = 'web/1', where = store) =>
    where.transaction((tx) =>
      redeemClassCode(tx, { code, lookup: where.keyring.lookup(from, 'address'), now: at }),
    )
  beforeEach(async () => {
    await store.db.guess.deleteMany()
    await bringIn()
    await openConsultation(context, safe, actor)
  })

  test('opens its consultation until the seats are taken', async () => {
    const { code } = await createClassCode(context, { consultationId: safe, seats: 2, actor })
    expect([await enter(code.toLowerCase().replace('-', ' ')), await enter(code)]).toEqual([inSafe, inSafe])
    expect(await enter(code)).toBe('wrong')
  })

  test('has exactly as many seats as it has, however many come at once', async () => {
    const { code } = await createClassCode(context, { consultationId: safe, seats: 5, actor })
    const taken = await Promise.all(
      Array.from({ length: 12 }, (_, child) => enter(code, now, `web/${child}`, child % 2 ? store : other)),
    )
    expect(taken.filter((one) => one !== 'wrong')).toEqual(Array.from({ length: 5 }, () => inSafe))
  })

  test('ends after its hours, and an unknown one opens nothing', async () => {
    const { code, expiresAt } = await createClassCode(context, { consultationId: safe, hours: 2, actor })
    expect(expiresAt).toEqual(new Date('2026-05-10T12:00:00Z'))
    expect(await enter(code, new Date('2026-05-10T11:59:59Z'))).toEqual(inSafe)
    expect(await enter(code, expiresAt)).toBe('wrong')
    expect(await enter('ABCD-EFGH')).toBe('wrong')
  })

  test('typed wrong ten times in an hour is refused even when it is right, from that address only', async () => {
    const { code } = await createClassCode(context, { consultationId: safe, actor })
    for (let guess = 0; guess < 10; guess += 1) expect(await enter(`WR0N-G00${guess}`)).toBe('wrong')
    expect(await enter(code)).toBe('too-many')
    expect(await enter(code, now, 'web/another')).toEqual(inSafe)
    expect(await enter(code, new Date(now.getTime() + 3_600_000))).toEqual(inSafe)
  })

  test('that is right leaves nothing of whoever typed it', async () => {
    const { code } = await createClassCode(context, { consultationId: safe, actor })
    await enter(code)
    expect(await store.db.guess.count()).toBe(0)
  })

  test('is easily read, and only its hash is kept', async () => {
    const { code } = await createClassCode(context, { consultationId: safe, actor })
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/)
    const rows = await store.db.$queryRaw<{ row: string }[]>`select class_code::text as row from class_code`
    expect(JSON.stringify(rows)).not.toContain(code.replace('-', ''))
    expect((await acts()).at(-1)).toBe(`cli class-code.create consultation/${safe}`)
  })

  test.each([
    [{ consultationId: safe, seats: 0 }, 'class-code-bounds'],
    [{ consultationId: safe, seats: 1.5 }, 'class-code-bounds'],
    [{ consultationId: safe, hours: Number.NaN }, 'class-code-bounds'],
    [{ consultationId: 'nowhere' }, 'consultation-unknown'],
  ])('is refused kindly: %j', async (order, code) => {
    await expect(createClassCode(context, { ...order, actor })).rejects.toMatchObject({ code })
  })

  test('is refused where the consultation is not for schools, or is over', async () => {
    await bringIn(edited('channels: [web, school, telegram]', 'channels: [web]'))
    await expect(createClassCode(context, { consultationId: support, actor })).rejects.toMatchObject({
      code: 'class-code-no-school',
    })
    await closeConsultation(context, safe, actor)
    await expect(createClassCode(context, { consultationId: safe, actor })).rejects.toMatchObject({
      code: 'consultation-over',
    })
  })
})
