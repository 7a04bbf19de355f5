import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../src/app/context.ts'
import { resultsOf } from '../../src/app/results.ts'
import { seed, seedSteps, type SeedStep } from '../../src/app/seed.ts'
import { isComplete, pathOf, type Answers } from '../../src/domain/consultation.ts'
import { isShown } from '../../src/domain/suppression.ts'
import { dateOf, VirtualClock } from '../../src/runtime/clock.ts'
import { readConfig } from '../../src/runtime/config.ts'
import { createKeyring } from '../../src/runtime/crypto.ts'
import { silent } from '../../src/runtime/log.ts'
import { loadText } from '../../src/runtime/text.ts'
import { allConsultations } from '../../src/store/consultations.ts'
import { measuresLed } from '../../src/store/progress.ts'
import { dueFor } from '../../src/store/reminded.ts'
import { openStore } from '../../src/store/store.ts'
import { freshDatabase } from '../support/database.ts'

/** A hundred days after the day the sample plan is written around. */
const now = new Date('2027-03-02T10:00:00Z')
const today = '2027-03-02'

async function openContext(): Promise<Context> {
  const { url } = await freshDatabase()
  const store = openStore(url, createKeyring(randomBytes(32).toString('base64')))
  return {
    store,
    clock: new VirtualClock(0, { now: () => now }),
    text: loadText(),
    log: silent,
    config: readConfig({}),
  }
}

/** How many rows every table has. */
async function census({ store: { db } }: Context): Promise<Record<string, number>> {
  const tables = await db.$queryRaw<{ name: string; rows: number }[]>`
    select table_name as name, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I', table_name), true, true, '')))[1]::text::int as rows
    from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`
  return Object.fromEntries(tables.map(({ name, rows }) => [name, rows]))
}

describe('the samples', () => {
  let context: Context
  const steps: SeedStep[] = []
  beforeAll(async () => {
    context = await openContext()
    await seed(context, { onStep: (step) => steps.push(step) })
  })
  afterAll(() => context?.store.close())

  test('are written step by step, and a second start finds nothing to do', async () => {
    expect(steps).toEqual(seedSteps)
    const before = await census(context)
    expect(await seed(context)).toBe(false)
    expect(await census(context)).toEqual(before)
  })

  test('bring the whole plan: every goal, measure, milestone, budget line, indicator and rule', async () => {
    expect(await census(context)).toMatchObject({
      district: 18,
      entity: 15,
      plan: 1,
      goal: 6,
      objective: 12,
      measure: 25,
      deadline: 63,
      budget_line: 59,
      indicator: 20,
      reporting_rule: 9,
      reminder_policy: 3,
      consultation: 3,
      person: 0,
    })
  })

  test('move the plan to today, keep money in grosze and leave what was not measured empty', async () => {
    const { db } = context.store
    const milestone = await db.deadline.findUniqueOrThrow({
      where: { source: 'milestone/a1-1-1/m3' },
    })
    expect(milestone.dueOn).toEqual(dateOf('2027-03-25'))
    const line = await db.budgetLine.findFirstOrThrow({ where: { measureId: 'a1-1-1', planned: 9_000_000n } })
    expect(line.spent).toBe(6_150_000n)
    const readings = await db.reading.findMany({ where: { indicatorId: 'i03' }, orderBy: { period: 'asc' } })
    expect(readings.map(({ period, value }) => [period, value === null ? null : Number(value)])).toEqual([
      ['2026-Q3', null],
      ['2026-Q4', 0],
    ])
    const plan = await db.plan.findFirstOrThrow()
    expect(plan).toMatchObject({
      phases: expect.arrayContaining([expect.objectContaining({ id: 'midterm', from: '2027-03-11' })]),
    })
  })

  test('leave one consultation closed, one under way and one that opens today', async () => {
    const found = await allConsultations(context.store.db)
    expect(
      found.map(({ id, status, opensOn, closesOn, outcomeDueOn }) => [
        id,
        status,
        opensOn,
        closesOn,
        outcomeDueOn,
      ]),
    ).toEqual([
      ['safe-way-to-school', 'closed', '2027-01-01', '2027-01-26', '2027-03-27'],
      ['free-time-and-sport', 'open', '2027-02-23', '2027-03-23', '2027-05-22'],
      ['support-when-it-is-hard', 'open', '2027-03-02', '2027-03-23', '2027-05-22'],
    ])
  })

  test('are answered by people who stay on the path of their answers, within the days it was open', async () => {
    const definition = (await allConsultations(context.store.db))[0]!.definition
    const responses = await context.store.db.response.findMany({ include: { answers: true } })
    expect(responses).toHaveLength(240)
    for (const { answers, isFinished, answeredOn } of responses) {
      const given = new Map(
        answers.map(({ question, value, text }) => [question, text ? { text: '' } : value]),
      ) as unknown as Answers
      const path = pathOf(definition.questions, given).map(({ id }) => id)
      expect([...given.keys()].filter((id) => !path.includes(id))).toEqual([])
      expect(isComplete(definition.questions, given)).toBe(isFinished)
      expect(answeredOn >= dateOf('2027-01-01') && answeredOn <= dateOf('2027-01-26')).toBe(true)
    }
  })

  test('have results that say they are made up, with groups shown, groups hidden and words released', async () => {
    const results = await resultsOf(context, 'safe-way-to-school')
    expect(results).toMatchObject({
      isSample: true,
      respondents: { isSuppressed: true },
      hasHidden: true,
    })
    expect(results.questions).toHaveLength(8)
    expect(results.questions.flatMap(({ quotations }) => quotations).length).toBeGreaterThan(0)
    const groups = results.questions.flatMap((question) => question.groups.map(({ by }) => by))
    expect(new Set(groups)).toEqual(new Set(['age_band', 'district']))
    expect(results.questions[0]!.figures.some(({ people: cell }) => !isShown(cell))).toBe(true)
  })

  test('show an entity its open steps: overdue ones first, the rest up to thirty days ahead', async () => {
    const due = await dueFor(context.store.db, ['zzm'], today)
    expect(due.length).toBeGreaterThan(0)
    expect(due[0]).toMatchObject({ measureCode: '5.2.1', code: 'm2', dueOn: '2027-02-18' })
    expect(due.every(({ dueOn }) => dueOn <= '2027-04-01')).toBe(true)
    expect(await dueFor(context.store.db, [], today)).toEqual([])
  })

  test('show an entity its measures in the order of the plan, late where an open step is overdue', async () => {
    const plan = await measuresLed(context.store.db, ['zzm'], today)
    expect(plan.map(({ code }) => code)).toEqual(['4.1.1', '5.2.1'])
    expect(plan.find(({ code }) => code === '5.2.1')).toMatchObject({
      status: 'on_hold',
      steps: { overdue: 1 },
    })
  })
})

test('a start that was cut off after the import is taken up where it stopped', async () => {
  const context = await openContext()
  const cut = new Error('cut off')
  const stop = (step: SeedStep) => {
    if (step === 'answers') throw cut
  }
  await expect(seed(context, { onStep: stop })).rejects.toBe(cut)
  expect(await seed(context)).toBe(true)
  expect(await census(context)).toMatchObject({ response: 240, consultation_version: 3, measure: 25 })
  await context.store.close()
})
