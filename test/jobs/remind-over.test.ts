/** What is over before a message leaves is taken out of it, and what begins anew is said anew. */
import { expect, test } from 'vitest'
import { remind } from '../../jobs/remind.ts'
import type { Db } from '../../src/store/store.ts'
import { acknowledge, changeDeadline } from '../../src/store/deadlines.ts'
import { openStore } from '../../src/store/store.ts'
import { afterwards } from '../support/afterwards.ts'
import { eventually } from '../support/process.ts'
import { openProgramme, type Programme } from '../support/programme.ts'

const first = '2026-11-25 08:00'
const december = '2026-12-09'

test('what is done while its message waits is not said', async () => {
  const { city, due, tick, waiting } = await programme({ hasDigest: false })
  const id = await due(december)
  await tick(first)
  await changed(city, id, { status: 'done', doneOn: '2026-11-25' })
  expect(await waiting()).toEqual([])
  await tick('2026-11-25 08:01')
  await tick('2026-12-09 08:00')
  expect(await waiting()).toEqual([])
  expect(await reminders(city)).toEqual(['-14 over'])
})

test('a message about several things loses only what is done, and is made again', async () => {
  const { city, due, tick, waiting } = await programme()
  const done = await due(december)
  await due('2026-12-08')
  await tick(first)
  await changed(city, done, { status: 'dropped' })
  expect(await waiting()).toEqual([])
  await tick('2026-11-25 08:01')
  const [message, ...others] = await waiting()
  expect(others).toEqual([])
  expect(message?.about).toBe('digest/2026-11-25')
  expect(message?.text).toContain('Krok 2026-12-08')
  expect(message?.text).not.toContain('Krok 2026-12-09')
})

test('what has left stays said: only the rest of its day is told tomorrow', async () => {
  const { city, due, tick, send, waiting } = await programme()
  const done = await due(december)
  await due('2026-12-08')
  await tick(first)
  await send()
  await changed(city, done, { status: 'done' })
  await tick('2026-11-25 08:01')
  expect(await waiting()).toEqual([])
  expect(await reminders(city)).toEqual(['-14 said', '-14 said'])
})

test('a date that moves takes its old message back and begins anew', async () => {
  const { city, due, tick, waiting } = await programme()
  const id = await due(december)
  await tick(first)
  await changed(city, id, { dueOn: '2026-12-16' })
  await tick('2026-11-25 08:01')
  expect(await waiting()).toEqual([])
  await tick('2026-12-02 08:00')
  expect((await waiting()).map(({ about }) => about)).toEqual(['digest/2026-12-02'])
  expect(await reminders(city)).toEqual(['-14 over', '-14 said'])
})

test('a date that moves and comes back is said although its message was taken back', async () => {
  const { city, due, tick, waiting } = await programme()
  const id = await due(december)
  await tick(first)
  await changed(city, id, { dueOn: '2026-12-16' })
  await changed(city, id, { dueOn: december })
  await tick('2026-11-25 08:01')
  expect((await waiting()).map(({ about }) => about)).toEqual(['digest/2026-11-25'])
})

test('what was done by mistake and is open again is said, and goes up the ladder again', async () => {
  const { city, due, tick, waiting, send, person } = await programme()
  await person('second', { speaks: ['parks second'] })
  const id = await due(december)
  await tick('2026-12-09 08:00')
  await changed(city, id, { status: 'done', doneOn: '2026-12-09' })
  await acknowledged(city, id)
  await changed(city, id, { status: 'open', doneOn: null })
  await tick('2026-12-09 09:00')
  expect((await send()).map(({ about }) => about)).toEqual([`reminder/${id}/2026-12-09/0`])
  await tick('2026-12-10 08:00')
  await send()
  await tick('2026-12-11 08:00')
  expect((await waiting()).map(({ to }) => to)).toEqual(['second'])
})

test('what is handed over is said to those who have it now, and not to those who had it', async () => {
  const { city, person, due, tick, waiting } = await programme()
  await person('ula', { speaks: ['roads contact'] })
  const id = await due(december)
  await tick(first)
  await changed(city, id, { entityId: 'roads' })
  await tick('2026-11-25 08:01')
  expect((await waiting()).map(({ to }) => to)).toEqual(['ula'])
})

test('an answer takes the ladder back and leaves the rest', async () => {
  const { city, person, due, tick, waiting, send } = await programme()
  await person('second', { speaks: ['parks second'] })
  const id = await due(december)
  await tick('2026-12-09 08:00')
  await send()
  await tick('2026-12-10 08:00')
  await tick('2026-12-11 08:00')
  expect((await waiting()).map(({ to }) => to)).toEqual(['ala', 'second'])
  await acknowledged(city, id)
  await tick('2026-12-11 08:01')
  expect((await waiting()).map(({ to }) => to)).toEqual(['ala'])
  for (const day of ['15', '18', '21']) await tick(`2026-12-${day} 08:00`)
  expect((await waiting()).map(({ to }) => to)).toEqual(['ala'])
})

test('what goes up the ladder is not too late because the contact is asked once more', async () => {
  const { city, person, due, tick } = await programme()
  const second = await person('second', { speaks: ['parks second'] })
  await due(december)
  await tick('2026-12-09 08:00')
  await tick('2026-12-11 15:00')
  const lasts = await city.context.store.db.delivery.findMany({ where: { recipientId: second } })
  expect(lasts.map(({ notAfter }) => notAfter)).toEqual([null])
})

test.each([
  ['is done', (db: Db, id: bigint, now: Date) => changeDeadline(db, id, { status: 'done' }, now)],
  [
    'is answered',
    (db: Db, deadlineId: bigint, now: Date) =>
      acknowledge(db, { deadlineId, dueOn: december, step: '0', personId: nobody, answer: 'on_track', now }),
  ],
])('what %s at the very moment at which it is gathered is not said', async (_, change) => {
  const { city, person, due, waiting, send, tick } = await programme({ isStopped: true })
  await person('second', { speaks: ['parks second'] })
  const id = await due(december)
  await tick('2026-12-09 08:00')
  await send()
  const { store, clock } = city.context
  await store.db.$executeRaw`
    insert into reminder (deadline_id, due_on, step, person_id, role, decided_at) select deadline_id, due_on, '>second', person_id, 'second', decided_at from reminder`
  const other = openStore(city.databaseUrl, store.keyring, { connections: 2 })
  afterwards(() => other.close())
  let gathering: Promise<void> | undefined
  await other.transaction(async (tx) => {
    await change(tx, id, clock.now())
    gathering = remind(city.context)
    await eventually('the tick waits for the change', async () => {
      const rows = await store.db.$queryRaw<
        object[]
      >`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
      return rows.length > 0
    })
  })
  await gathering
  expect(await waiting()).toEqual([])
})

const nobody = '00000000-0000-4000-8000-000000000000'

/** One contact, `ala`, who speaks for the parks. */
async function programme(known: { hasDigest?: boolean; isStopped?: boolean } = {}): Promise<Programme> {
  const opened = await openProgramme()
  await opened.person('ala', { speaks: ['parks contact'], ...known })
  return opened
}

function changed({ context }: Programme['city'], id: bigint, change: Parameters<typeof changeDeadline>[2]) {
  const { store, clock } = context
  return store.transaction((tx) => changeDeadline(tx, id, change, clock.now()))
}

function acknowledged({ context }: Programme['city'], deadlineId: bigint): Promise<void> {
  const answer = { dueOn: december, step: '0', personId: nobody, answer: 'on_track' } as const
  return context.store.transaction((tx) =>
    acknowledge(tx, { deadlineId, ...answer, now: context.clock.now() }),
  )
}

/** Each step, and whether it was said. */
async function reminders({ context }: Programme['city']): Promise<readonly string[]> {
  const rows = await context.store.db.reminder.findMany({ orderBy: [{ dueOn: 'asc' }, { step: 'asc' }] })
  return rows.map(({ step, about, heldBack }) => `${step} ${about ? 'said' : heldBack}`)
}
