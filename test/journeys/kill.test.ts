/** Two hundred people answer while the whole process is killed again and again: nothing is lost, nothing is there twice. */
import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFailed, test } from 'vitest'
import type { Answer } from '../../src/domain/consultation.ts'
import { exportPerson } from '../../src/store/respondents.ts'
import { findSessions } from '../../src/store/sessions.ts'
import { afterwards } from '../support/afterwards.ts'
import { buildCity, type City } from '../support/city.ts'
import { eventually, startProcess, type Running } from '../support/process.ts'
import { chance } from '../support/random.ts'
import { respondent, type Respondent } from '../support/respondent.ts'
import { startTelegram, type TelegramServer } from '../support/telegram.ts'

const consultation = 'free-time-and-sport'
const crowd = 200
/** What one of them does, about: enough to spread the kills over the whole run. */
const actsEach = 13
/** A run that hangs has lost something. */
const patienceMs = 60_000

test('after kill -9 in the middle of 200 conversations everybody goes on where they were, and every answer is there once', async () => {
  const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31))
  onTestFailed(() => console.error(`To repeat the same choices: SEED=${seed}`))
  const random = chance(seed)
  const city = await buildCity({ now: new Date().toISOString() })
  const telegram = await startTelegram({ history: 4, roundTripMs: 4 })
  afterwards(() => telegram.close())
  const people = Array.from({ length: crowd }, (_, index) =>
    respondent(
      telegram.user({ languageCode: random.pick(['pl', 'en', 'uk']) }),
      consultation,
      chance(seed + index),
    ),
  )
  const kills = [0.05, 0.3, 0.55, 0.8].map((from) => crowd * actsEach * (from + random.next() * 0.15))

  let bot = start(city, telegram)
  await untilAllAreDone(people, async (acts) => {
    if (acts < (kills[0] ?? Infinity)) return
    kills.shift()
    await bot.kill()
    bot = start(city, telegram)
    if (kills.length === 1) {
      // once more, in the moment in which it takes up what was left behind
      await bot.says(/Telegram is connected/)
      await bot.kill()
      bot = start(city, telegram)
    }
  })
  const { db } = city.context.store
  await eventually(
    'every update is settled',
    async () => telegram.undelivered() + (await db.inbox.count()) === 0,
  )
  bot.signal('SIGTERM')

  expect(await bot.ended).toBe(0)
  expect(kills).toEqual([])
  expect(await everyAnswer(city, people)).toEqual(people.map((one) => tidy(one.answers())))
  expect(await db.response.count({ where: { consultationId: consultation, isFinished: true } })).toBe(crowd)
  expect(await db.response.count()).toBe(crowd)
  expect(await db.person.count()).toBe(crowd)
  expect(await db.participation.count({ where: { state: 'finished' } })).toBe(crowd)
  expect(telegram.violations).toEqual([])
}, 480_000)

function start({ databaseUrl, contactKey }: City, telegram: TelegramServer): Running {
  const bot = {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    TELEGRAM_MESSAGES_PER_SECOND: '1000',
  }
  return startProcess(['all'], {
    env: { DATABASE_URL: databaseUrl, CONTACT_KEY: contactKey, WEB_PORT: '0', ...bot },
  })
}

/** Lets everybody do their next thing whenever there is one; `atEachRound` is told how much was done so far. */
async function untilAllAreDone(
  people: readonly Respondent[],
  atEachRound: (acts: number) => Promise<void>,
): Promise<void> {
  let acts = 0
  for (let patience = AbortSignal.timeout(patienceMs); people.some((one) => !one.isDone()); await sleep(5)) {
    for (const one of people) await one.goOn()
    const done = people.reduce((sum, one) => sum + one.did.length, 0)
    if (done > acts) patience = AbortSignal.timeout(patienceMs)
    acts = done
    if (patience.aborted)
      throw new Error(
        `Nobody goes on any more:\n${people
          .filter((one) => !one.isDone())
          .map(standing)
          .join('\n')}`,
      )
    await atEachRound(acts)
  }
}

function standing(one: Respondent): string {
  const seen = one.person.messages().map(({ id, text, keyboard }) => ({
    id,
    text: text.slice(0, 60),
    buttons: keyboard?.inline_keyboard.flat().length,
  }))
  return `${one.person.id} after ${one.did.slice(-5).join(' ')} sees ${JSON.stringify(seen)} and read ${one.person.toasts().join(' ')}`
}

/** What the database holds of each of them, through the export of their own data. */
async function everyAnswer({ context }: City, people: readonly Respondent[]): Promise<object[]> {
  const { db, keyring } = context.store
  const senders = people.map(({ person }) => ({
    id: '',
    from: { channel: 'telegram' as const, value: String(person.id) },
  }))
  const sessions = await findSessions(db, keyring, senders)
  const kept = []
  for (const { personId } of sessions) {
    const { responses } = await exportPerson(db, keyring, personId!)
    const [response] = responses
    const answers = response!.answers.map(({ question, answer }) => [question, answer as Answer] as const)
    const about = [
      ['about.age_band', response!.ageBand],
      ['about.city_part', response!.district],
    ] as const
    const bands = about.flatMap(([question, band]) =>
      band === null ? [] : [[question, band === '' ? null : { options: [band] }] as const],
    )
    kept.push(tidy(new Map<string, Answer>([...answers, ...bands])))
    expect(responses).toHaveLength(1)
  }
  return kept
}

/** Several answers are a set: in which order they were ticked does not matter. */
function tidy(answers: ReadonlyMap<string, Answer>): object {
  const entries = [...answers].map(([question, answer]) => [
    question,
    answer && 'options' in answer ? { options: answer.options.toSorted() } : answer,
  ])
  return Object.fromEntries(entries)
}
