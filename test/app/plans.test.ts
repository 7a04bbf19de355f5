/** A plan's file in and out: round trips, what changes, what stays, and what becomes of it. */
import { parse, stringify } from 'yaml'
import { describe, expect, test } from 'vitest'
import { planHistory } from '../../src/app/plan-history.ts'
import { exportPlan, planFormats } from '../../src/app/plan-export.ts'
import { importPlan, type PlanOrder } from '../../src/app/plans.ts'
import { readWorkbook } from '../../src/app/file/workbook.ts'
import { changeDeadline } from '../../src/store/deadlines.ts'
import { recordChanges } from '../../src/store/plan-changes.ts'
import { buildCity, sample, type City } from '../support/city.ts'
import { largePlan, samplePlan, type LoosePlan } from '../support/plan.ts'

const now = '2026-11-22T10:00:00Z'
const planId = 'plan-2026-2027'

async function cityWithPlan(): Promise<City> {
  const city = await buildCity({ isSeeded: false, now })
  await brings(city, await sample('plan'))
  return city
}

/** Imports what has to be right. */
async function brings({ context }: City, source: string | Uint8Array, order: PlanOrder = {}) {
  const result = await importPlan(context, source, order)
  if (!result.isImported) throw new Error(JSON.stringify(result))
  return result
}

/** The current plan as a file that was edited. */
async function edited({ context }: City, edit: (plan: LoosePlan) => void): Promise<string> {
  const { content } = await exportPlan(context, { format: 'yaml' })
  const plan: LoosePlan = parse(new TextDecoder().decode(content))
  edit(plan)
  return stringify(plan, { lineWidth: 0 })
}

/** A contact says that a milestone is done, as the chat does it. */
async function reportsDone({ context }: City, source: string): Promise<void> {
  const at = context.clock.now()
  await context.store.transaction(async (tx) => {
    const { id } = await tx.deadline.findUniqueOrThrow({ where: { source } })
    await changeDeadline(tx, id, { status: 'done', doneOn: '2026-11-22' }, at)
    await recordChanges(tx, { at, actor: 'somebody' }, [
      { subject: source, field: 'status', from: 'open', to: 'done' },
      { subject: source, field: 'done_on', from: null, to: '2026-11-22' },
    ])
  })
}

/** A contact reports a value. */
async function reportsReading({ context }: City, indicatorId: string, period: string, value: number) {
  const at = context.clock.now()
  await context.store.transaction(async (tx) => {
    const key = { indicatorId_period: { indicatorId, period } }
    const row = { value, reportedAt: at, reportedBy: 'somebody' }
    const before = await tx.reading.findUnique({ where: key })
    await tx.reading.upsert({ where: key, create: { indicatorId, period, ...row }, update: row })
    const from = before?.value ? Number(before.value) : null
    await recordChanges(tx, { at, actor: 'somebody' }, [
      { subject: `reading/${indicatorId}/${period}`, field: 'value', from, to: value },
    ])
  })
}

const milestone = ({ context }: City, source: string) =>
  context.store.db.deadline.findUniqueOrThrow({ where: { source } })

/** What a workbook shows, without the time at which it was packed. */
async function shown(format: string, content: Uint8Array): Promise<unknown> {
  return format === 'yaml' ? new TextDecoder().decode(content) : (await readWorkbook(content)).sheets
}

describe.each(planFormats)('a plan that goes out as %s', (format) => {
  test('comes in again without a change, and goes out the same', async () => {
    const city = await cityWithPlan()
    const { content } = await exportPlan(city.context, { format })
    expect(await brings(city, content)).toMatchObject({ id: planId, isNew: false, changes: [], kept: [] })
    const again = await exportPlan(city.context, { format })
    expect(await shown(format, again.content)).toEqual(await shown(format, content))
  })

  test('makes the same plan in another city', async () => {
    const [one, other] = [await cityWithPlan(), await buildCity({ isSeeded: false, now })]
    const { content } = await exportPlan(one.context, { format })
    await brings(other, content)
    const plain = async ({ context }: City) => {
      const file = await exportPlan(context, { format: 'yaml' })
      return new TextDecoder().decode(file.content).replace(/revision: \d+/, '')
    }
    expect(await plain(other)).toBe(await plain(one))
  })

  test('comes through with five thousand rows, the same way', async () => {
    const city = await buildCity({ isSeeded: false, now })
    await brings(city, await largePlan(1000))
    const { content } = await exportPlan(city.context, { format })
    expect(await brings(city, content)).toMatchObject({ changes: [] })
    const again = await exportPlan(city.context, { format })
    expect(await shown(format, again.content)).toEqual(await shown(format, content))
  }, 240_000)

  test('keeps texts that a program would take for formulas', async () => {
    const city = await cityWithPlan()
    const texts = ['=1+1', '+48 12', '-5', '@all', '=HYPERLINK("https://example.org")', '_x0041_', ' padded ']
    const plan = await samplePlan(({ goals }: LoosePlan) => {
      for (const [index, text] of texts.slice(0, 6).entries()) goals[index].name.en = text
      goals[0].promise.en = texts[6]
    })
    await brings(city, plan)
    const { content } = await exportPlan(city.context, { format })
    expect(await brings(city, content)).toMatchObject({ changes: [] })
    const { sheets, findings } = await readWorkbook(
      (await exportPlan(city.context, { format: 'xlsx' })).content,
    )
    expect(findings).toEqual([])
    const names = sheets!
      .find(({ name }) => name === 'Goals')!
      .rows.slice(1)
      .map((row) => row[3])
    expect(names).toEqual(texts.slice(0, 6))
  })
})

test('everything that the file says goes out again', async () => {
  const city = await cityWithPlan()
  const { content } = await exportPlan(city.context, { format: 'yaml' })
  const out: LoosePlan = parse(new TextDecoder().decode(content))
  const original: LoosePlan = parse(await sample('plan'))
  delete out.meta.revision
  expect(withoutEmpty(out)).toEqual(withoutEmpty(original))
})

/** What says nothing may be left out, and lines of money stand in one order. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty).toSorted(byMoney)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(
    ([key, one]) =>
      !(Array.isArray(one) && one.length === 0) &&
      !(one === null && key !== 'value') &&
      !(key === 'cumulative_within_year' && one === false),
  )
  return Object.fromEntries(entries.map(([key, one]) => [key, withoutEmpty(one)]))
}

function byMoney(one: LoosePlan, other: LoosePlan): number {
  return one?.planned === undefined ? 0 : one.year - other.year || (one.source < other.source ? -1 : 1)
}

describe('an edited file', () => {
  test('changes what was edited and nothing else, and every change is written down', async () => {
    const city = await cityWithPlan()
    const file = await edited(city, ({ actions, indicators }) => {
      actions[0].milestones[2].due = '2027-01-20'
      actions[0].budget[0].spent = 61500.55
      actions[0].name.uk = 'Чат'
      indicators[0].readings.push({ period: '2026-Q4', value: 7 })
    })
    const { changes } = await brings(city, file, { actor: 'cli:anna', why: 'decision of March' })
    const expected = [
      { subject: 'reading/i01/2026-Q4', field: '', from: null, to: { value: 7 } },
      { subject: 'milestone/a1-1-1/m3', field: 'due', from: '2026-12-15', to: '2027-01-20' },
      { subject: 'budget/a1-1-1/2026/own', field: 'spent', from: 61500, to: 61500.55 },
      { subject: 'measure/a1-1-1', field: 'name.uk', from: null, to: 'Чат' },
    ]
    expect(changes).toHaveLength(4)
    expect(changes).toEqual(expect.arrayContaining(expected))
    const line = await city.context.store.db.budgetLine.findFirstOrThrow({
      where: { measureId: 'a1-1-1', year: 2026 },
    })
    expect(line.spent).toBe(6_150_055n)
    const history = await planHistory(city.context, 'a1-1-1')
    const fields = history
      .filter(({ field }) => field !== '')
      .toSorted((one, other) => (one.field < other.field ? -1 : 1))
    const said = { actor: 'cli:anna', why: 'decision of March' }
    expect(fields).toMatchObject([expected[1], expected[3], expected[2]].map((one) => ({ ...one, ...said })))
  })

  test('only tried out, says the same and writes nothing', async () => {
    const city = await cityWithPlan()
    const file = await edited(city, ({ goals }) => (goals[0].name.pl = 'Głos'))
    const before = await city.context.store.db.planChange.count()
    expect((await brings(city, file, { isDryRun: true })).changes).toHaveLength(1)
    expect(await city.context.store.db.planChange.count()).toBe(before)
    const goal = await city.context.store.db.goal.findUniqueOrThrow({ where: { id: 'g1' } })
    expect(goal.names).toMatchObject({ pl: 'Głos młodych ma znaczenie' })
  })

  test('with a mistake changes nothing at all', async () => {
    const city = await cityWithPlan()
    const file = await edited(city, ({ goals, actions }) => {
      goals[0].name.pl = 'Głos'
      actions[0].lead = 'nobody'
    })
    const result = await importPlan(city.context, file)
    expect(result).toMatchObject({ isImported: false, conflicts: [] })
    const goal = await city.context.store.db.goal.findUniqueOrThrow({ where: { id: 'g1' } })
    expect(goal.names).toMatchObject({ pl: 'Głos młodych ma znaczenie' })
  })

  test('has its milestones looked at again: a moved day begins anew', async () => {
    const city = await cityWithPlan()
    const [moved, kept] = ['milestone/a1-1-1/m3', 'milestone/a1-1-1/m4']
    const asked = {
      nextAt: null,
      remindedAt: new Date(now),
      askedOn: new Date('2026-11-20'),
      acknowledgedAt: new Date(now),
    }
    await city.context.store.db.deadline.updateMany({ where: { source: { in: [moved, kept] } }, data: asked })
    await brings(city, await edited(city, ({ actions }) => (actions[0].milestones[2].due = '2027-01-20')))
    const fresh = { nextAt: new Date(now), remindedAt: null, askedOn: null, acknowledgedAt: null }
    expect(await milestone(city, moved)).toMatchObject({ dueOn: new Date('2027-01-20'), ...fresh })
    expect(await milestone(city, kept)).toMatchObject(asked)
  })

  test('hands open milestones and recurrences to a new lead, and follows a policy', async () => {
    const city = await cityWithPlan()
    const { db } = city.context.store
    const recurrence = {
      source: 'recurrence/a1-1-2/2027-01-15',
      measureId: 'a1-1-2',
      entityId: 'pelnomocnik',
    }
    await db.deadline.create({
      data: { ...recurrence, names: {}, dueOn: new Date('2027-01-15'), policyId: 'meeting' },
    })
    const file = await edited(city, ({ actions }) => {
      actions[1].lead = 'mcs'
      actions[0].policy = 'partner-long'
    })
    await brings(city, file)
    expect(await milestone(city, 'milestone/a1-1-2/m3')).toMatchObject({ entityId: 'mcs' })
    expect(await milestone(city, recurrence.source)).toMatchObject({ entityId: 'mcs' })
    expect(await milestone(city, 'milestone/a1-1-1/m3')).toMatchObject({ policyId: 'partner-long' })
    const { content } = await exportPlan(city.context, { format: 'yaml' })
    expect(new TextDecoder().decode(content).match(/policy: partner-long/g)).toHaveLength(6)
  })
})

describe('what was reported meanwhile', () => {
  const source = 'milestone/a1-1-1/m3'

  test('stays when a file written by hand is imported again, and again', async () => {
    const city = await cityWithPlan()
    await reportsDone(city, source)
    await reportsReading(city, 'i02', '2026', 33)
    for (const name of ['Głos', 'Głos młodych', 'Głos młodych'])
      await brings(city, await samplePlan(({ goals }) => (goals[0].name.pl = name)))
    expect(await milestone(city, source)).toMatchObject({ status: 'done', nextAt: null })
    const { content } = await exportPlan(city.context, { format: 'yaml' })
    expect(new TextDecoder().decode(content)).toContain('{period: "2026", value: 33}')
  })

  test('stays when an export from before is imported, whether it names the row or not', async () => {
    const city = await cityWithPlan()
    const file = await edited(city, ({ goals, indicators }) => {
      goals[0].name.pl = 'Głos'
      indicators[1].readings = indicators[1].readings.filter((one: LoosePlan) => one.value !== null)
    })
    await reportsDone(city, source)
    await reportsReading(city, 'i02', '2026', 33)
    await reportsReading(city, 'i01', '2026-Q4', 12)
    const { changes } = await brings(city, file)
    expect(changes).toEqual([expect.objectContaining({ subject: 'goal/g1', field: 'name.pl' })])
    expect(await milestone(city, source)).toMatchObject({ status: 'done' })
    expect(await city.context.store.db.reading.count({ where: { reportedBy: 'somebody' } })).toBe(2)
  })

  test('is a conflict when the file changed it in another way: both are shown, nothing is imported until a side is taken', async () => {
    const city = await cityWithPlan()
    const file = await edited(city, ({ actions, goals }) => {
      goals[0].name.pl = 'Głos'
      actions[0].milestones[2].status = 'dropped'
    })
    await reportsDone(city, source)
    const refused = await importPlan(city.context, file)
    expect(refused).toMatchObject({
      isImported: false,
      conflicts: [
        {
          subject: source,
          field: 'status',
          base: 'open',
          file: 'dropped',
          database: 'done',
          changed: { actor: 'somebody', at: new Date(now) },
        },
      ],
    })
    const goal = await city.context.store.db.goal.findUniqueOrThrow({ where: { id: 'g1' } })
    expect(goal.names).toMatchObject({ pl: 'Głos młodych ma znaczenie' })
    expect((await brings(city, file, { take: 'database' })).changes).toHaveLength(1)
    expect(await milestone(city, source)).toMatchObject({ status: 'done' })
    await brings(city, file, { take: 'file' })
    expect(await milestone(city, source)).toMatchObject({ status: 'dropped' })
  })
})

describe('a row that a file no longer has', () => {
  test('of a milestone goes when nothing has happened to it, and is dropped when something has', async () => {
    const city = await cityWithPlan()
    await city.context.store.transaction((tx) =>
      recordChanges(tx, { at: new Date(now), actor: 'somebody' }, [
        { subject: 'milestone/a1-1-1/m4', field: 'due', from: '2027-11-01', to: '2027-11-30' },
      ]),
    )
    const file = await edited(
      city,
      ({ actions }) => (actions[0].milestones = actions[0].milestones.slice(0, 2)),
    )
    const { changes } = await brings(city, file)
    expect(changes).toEqual([
      expect.objectContaining({ subject: 'milestone/a1-1-1/m3', field: '', to: null }),
      { subject: 'milestone/a1-1-1/m4', field: 'status', from: 'open', to: 'dropped' },
    ])
    expect(await city.context.store.db.deadline.count({ where: { source: 'milestone/a1-1-1/m3' } })).toBe(0)
    expect(await milestone(city, 'milestone/a1-1-1/m4')).toMatchObject({ status: 'dropped', nextAt: null })
  })

  test('of a measure makes it cancelled, with nothing left to do, and keeps all that belongs to it', async () => {
    const city = await cityWithPlan()
    const lines = await city.context.store.db.budgetLine.count()
    const { changes } = await brings(city, await edited(city, (plan) => plan.actions.shift()))
    expect(changes[0]).toEqual({
      subject: 'measure/a1-1-1',
      field: 'status',
      from: 'in_progress',
      to: 'cancelled',
    })
    expect(changes).toHaveLength(3)
    expect(await city.context.store.db.budgetLine.count()).toBe(lines)
    expect(await milestone(city, 'milestone/a1-1-1/m3')).toMatchObject({ status: 'dropped' })
    const { content } = await exportPlan(city.context, { format: 'yaml' })
    expect(await brings(city, content)).toMatchObject({ changes: [] })
  })

  test('of a goal, an entity or an indicator stays while others hang on it, and that is said', async () => {
    const city = await cityWithPlan()
    const file = await edited(city, (plan) => {
      plan.entities = plan.entities.filter(({ id }: LoosePlan) => id !== 'radio-fala')
      for (const measure of plan.actions)
        measure.supporting = measure.supporting?.filter((id: string) => id !== 'radio-fala')
      plan.indicators = plan.indicators.filter(({ id }: LoosePlan) => id !== 'i20')
      for (const measure of plan.actions)
        measure.indicators = measure.indicators?.filter((id: string) => id !== 'i20')
    })
    expect((await brings(city, file)).kept).toEqual(['entity/radio-fala', 'indicator/i20'])
    expect(await city.context.store.db.reading.count({ where: { indicatorId: 'i20' } })).toBe(3)
  })
})

describe('a new version of the plan', () => {
  const next = (plan: LoosePlan) => {
    plan.plan.id = 'plan-2028-2029'
    plan.plan.previous_plan = planId
    plan.plan.version = 4
    const renamed = (id: string) => `n-${id}`
    for (const goal of plan.goals) goal.id = renamed(goal.id)
    for (const one of [...plan.objectives, ...plan.indicators]) one.goal = renamed(one.goal)
    for (const one of plan.objectives) one.id = renamed(one.id)
    plan.actions = plan.actions.slice(0, 2)
    plan.actions[0].carried_from = plan.actions[0].id
    for (const measure of plan.actions) {
      measure.id = renamed(measure.id)
      measure.objective = renamed(measure.objective)
    }
  }

  test('carries measures over with their history; the old plan is not in force and nothing of it is due', async () => {
    const city = await cityWithPlan()
    await reportsReading(city, 'i01', '2026-Q4', 12)
    const { isNew, changes } = await brings(city, await samplePlan(next))
    expect(isNew).toBe(true)
    expect(changes).toContainEqual({
      subject: 'measure/a1-1-1',
      field: 'status',
      from: 'in_progress',
      to: 'carried_over',
    })
    const { db } = city.context.store
    expect(await db.plan.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { id: planId, isCurrent: false },
      { id: 'plan-2028-2029', isCurrent: true, previousId: planId },
    ])
    expect(await db.measure.findUnique({ where: { id: 'n-a1-1-1' } })).toMatchObject({
      carriedFrom: 'a1-1-1',
    })
    const open = await db.deadline.findMany({ where: { status: 'open' } })
    expect(open.filter(({ measureId }) => !measureId!.startsWith('n-'))).toEqual([])
    expect(await db.reading.findMany({ where: { indicatorId: 'i01', period: '2026-Q4' } })).toMatchObject([
      { reportedBy: 'somebody' },
    ])
    const history = await planHistory(city.context, 'n-a1-1-1')
    expect(new Set(history.map(({ subject }) => subject.split('/')[1]))).toEqual(
      new Set(['a1-1-1', 'n-a1-1-1']),
    )
    const { content } = await exportPlan(city.context, { format: 'xlsx' })
    expect(await brings(city, content)).toMatchObject({ id: 'plan-2028-2029', changes: [] })
  })

  test('says which plan it follows, and has ids of its own', async () => {
    const city = await cityWithPlan()
    const stray = await importPlan(city.context, await samplePlan(({ plan }) => (plan.id = 'another')))
    const keys = stray.findings.flatMap(({ phrase }) => ('key' in phrase ? phrase.key : []))
    expect(keys).toContain('file-other-plan-current')
    expect(keys).toContain('file-id-taken')
  })
})
