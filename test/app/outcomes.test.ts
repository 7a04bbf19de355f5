/** An outcome from its file to everybody's eyes: what is kept, when it may be published, and what can change afterwards. */
import { describe, expect, test } from 'vitest'
import { remind } from '../../jobs/remind.ts'
import { closeConsultation } from '../../src/app/consultations.ts'
import { importOutcome } from '../../src/app/outcome-import.ts'
import { outcomeCount, outcomesFor, publishOutcome, showOutcome } from '../../src/app/outcomes.ts'
import { themesOf } from '../../src/store/outcomes.ts'
import { buildCity, type City } from '../support/city.ts'
import { outcomeFile, themes } from '../support/outcome.ts'
import { populate } from '../support/population.ts'

const id = 'safe-way-to-school'
const closed = '2026-10-20T10:00:00Z'

describe('an outcome', () => {
  test('is kept as its file says, and seen by nobody', async () => {
    const city = await cityWithClosed()
    const { context } = city
    expect(await bring(city)).toMatchObject({ isKept: true, findings: [] })
    const kept = await themesOf(context.store.db, id)
    expect(kept.map(({ said, decision, measure }) => [said.en, decision, measure?.code])).toEqual([
      ['Too many cars.', 'accepted', '2.1.1'],
      ['On the way there is nowhere to go for help.', 'partly', '2.2.3'],
      ['Too few buses.', 'not_now', undefined],
    ])
    expect((await outcomesFor(context, null, id)).list).toEqual([])
    expect(await audited(city)).toEqual(['outcome.import cli'])
  })

  test('that is tried out, or broken, changes nothing', async () => {
    const city = await cityWithClosed()
    expect(await bring(city, { isDryRun: true })).toMatchObject({ isKept: true })
    expect(await bring(city, { source: 'consultation: elsewhere' })).toMatchObject({ isKept: false })
    expect(await themesOf(city.context.store.db, id)).toEqual([])
    expect(await audited(city)).toEqual([])
  })

  test('can be brought in again until it is published: the newest counts', async () => {
    const city = await cityWithClosed()
    await bring(city)
    await bring(city, { source: outcomeFile([{ ...themes[0]!, decision: undefined, reason: undefined }]) })
    expect(await themesOf(city.context.store.db, id)).toMatchObject([{ decision: null, reason: null }])
  })
})

describe('publishing', () => {
  test('waits for the end of the consultation, and for every decision', async () => {
    const { context, ...city } = await buildCity()
    await expect(publishOutcome(context, 'elsewhere', 'cli')).rejects.toMatchObject({
      code: 'consultation-unknown',
    })
    await bring({ context, ...city })
    await expect(publishOutcome(context, id, 'cli')).rejects.toMatchObject({ code: 'outcome-not-closed' })
    await closeConsultation(context, id, 'test')
    await bring({ context, ...city }, { source: outcomeFile([{ said: { pl: 'Ciemno.' } }]) })
    await expect(publishOutcome(context, id, 'cli')).rejects.toMatchObject({
      code: 'outcome-undecided',
      details: [{ key: 'outcome-missing-decision' }],
    })
    expect((await showOutcome(context, id)).publishedAt).toBeNull()
  })

  test('shows it to everybody, once, and is audited', async () => {
    const city = await cityWithClosed()
    const { context } = city
    await bring(city)
    const results = [
      ...(await Promise.all([
        publishOutcome(context, id, 'cli:anna'),
        publishOutcome(context, id, 'cli:jan'),
      ])),
      await publishOutcome(context, id, 'cli:anna'),
    ]
    expect(results.filter((result) => result === 'published')).toHaveLength(1)
    const { list, isMine } = await outcomesFor(context, null, undefined)
    expect(isMine).toBe(false)
    expect(list).toMatchObject([{ id, publishedOn: '2026-10-20' }])
    expect(list[0]?.themes).toHaveLength(3)
    expect((await audited(city)).filter((act) => act.startsWith('outcome.publish'))).toHaveLength(1)
  })

  test('meets the deadline that it was', async () => {
    const city = await cityWithClosed()
    const deadline = () => city.context.store.db.deadline.findUnique({ where: { source: `outcome/${id}` } })
    await bring(city)
    await remind(city.context)
    expect(await deadline()).toMatchObject({ status: 'open' })
    await publishOutcome(city.context, id, 'cli')
    await remind(city.context)
    expect(await deadline()).toMatchObject({ status: 'done', doneOn: new Date('2026-10-20') })
  })

  test('leaves only the measures open to change', async () => {
    const city = await cityWithClosed()
    await bring(city, { source: outcomeFile(themes.map((theme) => ({ ...theme, measure: undefined }))) })
    await publishOutcome(city.context, id, 'cli')
    const [first, ...others] = themes
    const reworded = outcomeFile([
      { ...first!, reason: { pl: 'Inaczej.', en: 'Else.', uk: 'Інакше.' } },
      ...others,
    ])
    const refused = await bring(city, { source: reworded })
    expect(refused).toMatchObject({
      isKept: false,
      findings: [{ path: 'themes[0]', phrase: { key: 'file-outcome-published' } }],
    })
    expect(await bring(city, { source: outcomeFile(others) })).toMatchObject({ isKept: false })
    expect(await bring(city, { source: outcomeFile([...themes, first!]) })).toMatchObject({ isKept: false })
    expect(await bring(city)).toMatchObject({ isKept: true })
    const linked = await themesOf(city.context.store.db, id)
    expect(linked.map(({ measure }) => measure?.code)).toEqual(['2.1.1', '2.2.3', undefined])
  })
})

describe('what a person may see', () => {
  test('is what came of their own consultations, with those that are not answered yet', async () => {
    const city = await cityWithClosed()
    const { context } = city
    const [ala = '', ola = '', ela = ''] = await populate(context, [
      { participation: { id, state: 'finished' } },
      { participation: { id: 'free-time-and-sport', state: 'started' } },
      { participation: { id, state: 'invited' } },
    ])
    await bring(city)
    const listed = async (person: string | null, wanted?: string) => {
      const { isMine, list } = await outcomesFor(context, person, wanted)
      return [isMine, ...list.map((one) => `${one.id} ${one.publishedOn} ${one.themes.length}`)]
    }
    expect(await listed(ala)).toEqual([true, `${id} null 0`])
    await publishOutcome(context, id, 'cli')
    expect(await listed(ala)).toEqual([true, `${id} 2026-10-20 3`])
    expect(await listed(ola)).toEqual([true, 'free-time-and-sport null 0'])
    expect(await listed(ola, id)).toEqual([false, `${id} 2026-10-20 3`])
    expect(await listed(ela)).toEqual([false, `${id} 2026-10-20 3`])
    expect(await listed(null)).toEqual([false, `${id} 2026-10-20 3`])
  })
})

describe('the counter', () => {
  test('counts what was said, answered and done, and follows a measure into the next plan', async () => {
    const city = await cityWithClosed()
    const { context } = city
    await bring(city)
    expect(await outcomeCount(context)).toEqual({ themes: 3, answered: 0, done: 0, medianDays: null })
    city.putClock('2026-11-19T10:00:00Z')
    await publishOutcome(context, id, 'cli')
    expect(await outcomeCount(context)).toEqual({ themes: 3, answered: 3, done: 0, medianDays: 30 })
    await carriedOver(city)
    expect(await outcomeCount(context)).toMatchObject({ done: 1 })
    const [theme] = await themesOf(context.store.db, id)
    expect(theme?.measure).toMatchObject({ id: 'a2-1-1', status: 'done' })
  })
})

async function cityWithClosed(): Promise<City> {
  const city = await buildCity()
  city.putClock(closed)
  await closeConsultation(city.context, id, 'test')
  return city
}

function bring(
  { context }: Pick<City, 'context'>,
  { source = outcomeFile(), isDryRun = false }: { source?: string; isDryRun?: boolean } = {},
) {
  return importOutcome(context, { source, actor: 'cli', isDryRun })
}

async function audited({ context }: City): Promise<readonly string[]> {
  const rows = await context.store.db.audit.findMany({
    where: { act: { startsWith: 'outcome.' }, subject: `consultation/${id}` },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ act, actor }) => `${act} ${actor}`)
}

/** A second plan in which the linked measure goes on under another id, and is done. */
async function carriedOver({ context }: City): Promise<void> {
  const [measure] = await context.store.db.measure.findMany({ where: { id: 'a2-1-1' } })
  const { id: from, ...row } = measure!
  await context.store.db.measure.update({ where: { id: from }, data: { status: 'carried_over' } })
  const json = Object.fromEntries(Object.entries(row).filter(([, one]) => one !== null)) as typeof row
  await context.store.db.measure.create({
    data: { ...(json as object), id: 'b2-1-1', status: 'done', carriedFrom: from } as never,
  })
}
