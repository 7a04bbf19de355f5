import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '../../src/app/context.ts'
import { resultsOf } from '../../src/app/results.ts'
import type { Answer, Definition, Status } from '../../src/domain/consultation.ts'
import { Problem } from '../../src/domain/problem.ts'
import type { Tallies } from '../../src/domain/results.ts'
import { dateOf, VirtualClock } from '../../src/runtime/clock.ts'
import { readConfig } from '../../src/runtime/config.ts'
import { createKeyring } from '../../src/runtime/crypto.ts'
import { silent } from '../../src/runtime/log.ts'
import { loadText } from '../../src/runtime/text.ts'
import { addDistricts } from '../../src/store/districts.ts'
import { markSample } from '../../src/store/results.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { tallyConsultation } from '../../src/store/tallies.ts'
import {
  anyCrowd,
  countByHand,
  definition,
  districts,
  questions,
  type Reply,
  people,
} from '../support/crowd.ts'
import { freshDatabase } from '../support/database.ts'

let store: Store
let context: Context

beforeAll(async () => {
  const { url } = await freshDatabase()
  store = openStore(url, createKeyring(randomBytes(32).toString('base64')))
  context = { store, clock: new VirtualClock(), text: loadText(), log: silent, config: readConfig({}) }
  await addDistricts(
    store.db,
    districts.map(({ id, label }) => ({ id, names: label })),
  )
})
afterAll(() => store?.close())
beforeEach(async () => {
  await store.db.consultation.deleteMany()
  await store.db.setting.deleteMany()
})

async function consultation(status: Status, versions: readonly Definition[] = [definition]): Promise<void> {
  const days = {
    opensOn: dateOf(definition.opensOn),
    closesOn: dateOf(definition.closesOn),
    outcomeDueOn: dateOf(definition.outcomeDueOn),
  }
  await store.db.consultation.create({
    data: { id: definition.id, status, version: versions.length, ...days },
  })
  const rows = versions.map((one, index) => ({
    consultationId: definition.id,
    number: index + 1,
    definition: one as object,
    hash: String(index),
    importedAt: new Date(),
  }))
  await store.db.consultationVersion.createMany({ data: rows })
}

async function answer(crowd: readonly Reply[], version = 1): Promise<void> {
  const responses = crowd.map((reply) => ({ id: randomUUID(), reply }))
  await store.db.response.createMany({
    data: responses.map(({ id, reply }) => ({
      id,
      consultationId: definition.id,
      key: randomBytes(32),
      version,
      answeredOn: dateOf('2026-09-10'),
      locale: 'pl',
      channel: 'web',
      isFinished: reply.isFinished,
      ageBand: reply.age_band,
      gender: reply.gender,
      district: reply.district,
    })),
  })
  await store.db.answer.createMany({
    data: responses.flatMap(({ id, reply }) =>
      [...reply.answers].map(([question, one]) => ({ responseId: id, question, ...columnsOf(one) })),
    ),
  })
}

function columnsOf(one: Answer) {
  if (one && 'text' in one) return { text: store.keyring.seal(one.text, 'answer'), review: 'waiting' }
  return one ? { value: one as object } : {}
}

function sorted({ bases, counts, ...tallies }: Tallies) {
  const byText = (list: readonly object[]) =>
    list
      .map((one) => JSON.stringify(Object.entries(one).toSorted(([a], [b]) => a.localeCompare(b))))
      .toSorted()
  return { ...tallies, bases: byText(bases), counts: byText(counts) }
}

describe('counting in PostgreSQL', () => {
  test('counts what counting by hand along the path of the domain counts, for any crowd', async () => {
    await consultation('closed')
    await fc.assert(
      fc.asyncProperty(anyCrowd, async (crowd) => {
        await store.db.response.deleteMany()
        await answer(crowd)
        expect(sorted(await tallyConsultation(store, definition.id, [{ number: 1, definition }]))).toEqual(
          sorted(countByHand(questions, crowd)),
        )
      }),
      { numRuns: 25 },
    )
  })

  test('follows every response through the version it was begun in', async () => {
    const older: Definition = {
      ...definition,
      questions: questions.slice(0, 1).map((question) => ({ ...question, routes: [] })),
    }
    await consultation('closed', [older, definition])
    for (const option of ['a', 'b', 'c']) await answer(people(20, { one: { options: [option] } }), 1)
    await answer(people(12, { one: { options: ['b'] }, rate: { number: 1 } }), 2)
    const results = await resultsOf(context, definition.id)
    const [one, some, , rate] = results.questions
    expect(one).toMatchObject({ answered: { count: 72 } })
    expect(one!.figures.map(({ people: cell }) => cell)).toEqual([
      { count: 20 },
      { count: 32 },
      { count: 20 },
    ])
    expect(some).toMatchObject({ answered: { isSuppressed: true } })
    expect(rate).toMatchObject({ answered: { count: 12 } })
  })

  test('does not count an answer given to a question that has become another kind of question', async () => {
    const older: Definition = {
      ...definition,
      questions: [{ id: 'one', text: { pl: 'Ile?' }, routes: [], kind: 'number', min: 0, max: 9 }],
    }
    await consultation('closed', [older, definition])
    await answer(people(20, { one: { number: 4 } }), 1)
    await answer(people(11, { one: { options: ['a'] } }), 2)
    expect((await resultsOf(context, definition.id)).questions[0]).toMatchObject({
      kind: 'single',
      answered: { count: 11 },
    })
  })
})

describe('results', () => {
  test.each(['draft', 'open'] as const)(
    'are refused to everybody while a consultation is %s',
    async (status) => {
      await consultation(status)
      await answer(people(30, { one: { options: ['a'] } }))
      await expect(resultsOf(context, definition.id)).rejects.toMatchObject({ code: 'results-not-yet' })
    },
  )

  test('of a consultation that does not exist are a problem with a name', async () => {
    await expect(resultsOf(context, 'nothing')).rejects.toThrow(Problem)
  })

  test('never change once they were published, so that a person who leaves cannot be subtracted', async () => {
    await consultation('closed')
    await answer([...people(30, { one: { options: ['a'] } }), ...people(12, { one: null })])
    const before = await resultsOf(context, definition.id)
    const { id } = await store.db.response.findFirstOrThrow()
    await store.db.response.delete({ where: { id } })
    expect(await resultsOf(context, definition.id)).toEqual(before)
    expect(before.respondents).toEqual({ count: 42 })
  })

  test('take up a quotation when a moderator releases it, in the wording the moderator left', async () => {
    await consultation('closed')
    await answer(people(12, { one: { options: ['a'] }, some: null, words: { text: 'ul. Długa, mama Ania' } }))
    expect((await resultsOf(context, definition.id)).questions[2]!.quotations).toEqual([])
    const { responseId } = await store.db.answer.findFirstOrThrow({ where: { question: 'words' } })
    await store.db.answer.update({
      where: { responseId_question: { responseId, question: 'words' } },
      data: { review: 'redacted', released: 'ul. Długa' },
    })
    expect((await resultsOf(context, definition.id)).questions[2]!.quotations).toEqual(['ul. Długa'])
  })

  test('say that they are made up when they are', async () => {
    await consultation('closed')
    expect((await resultsOf(context, definition.id)).isSample).toBe(false)
    await store.db.setting.deleteMany()
    await markSample(store.db, [definition.id], new Date())
    expect((await resultsOf(context, definition.id)).isSample).toBe(true)
  })

  test('are kept to the strictest threshold any version promised', async () => {
    await consultation('closed', [{ ...definition, threshold: 15 }, definition])
    await answer(people(12, { one: { options: ['a'] } }), 2)
    expect((await resultsOf(context, definition.id)).respondents).toEqual({ isSuppressed: true })
  })
})
