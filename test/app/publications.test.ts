/** Making results public: by a person, once, after closing, and written down. */
import { Command } from 'commander'
import { beforeAll, describe, expect, test } from 'vitest'
import { closeConsultation } from '../../src/app/consultations.ts'
import { publicationOf, publications, publishResults } from '../../src/app/publications.ts'
import { importPopulation } from '../../src/app/population-import.ts'
import { resultsOf } from '../../src/app/results.ts'
import { seed } from '../../src/app/seed.ts'
import { createCli } from '../../src/cli/cli.ts'
import { addResults } from '../../src/cli/results.ts'
import { isShown } from '../../src/domain/suppression.ts'
import { buildCity, type City } from '../support/city.ts'

const sample = 'safe-way-to-school'
const open = 'free-time-and-sport'

async function run({ context }: City, words: string, isJson = false): Promise<string> {
  let said = ''
  const cli = createCli({
    account: 'anna',
    locale: 'en',
    text: context.text,
    isJson: () => isJson,
    openContext: () => Promise.resolve(context),
    out: (text) => (said += text),
    err: () => undefined,
    fail: () => undefined,
  })
  const program = new Command('hejnal')
  addResults(program, cli)
  await program.parseAsync(words.split(' '), { from: 'user' })
  return said
}

describe('results of a consultation that is over', () => {
  let city: City
  beforeAll(async () => {
    city = await buildCity({ isSeeded: false, config: { PUBLIC_URL: 'https://czat.example.org' } })
    await seed(city.context)
  })

  test('are public in the sample city, made up and said to be', async () => {
    const all = await publications(city.context)
    expect(all.map(({ results }) => [results.consultation, results.isSample])).toEqual([[sample, true]])
    expect((await publicationOf(city.context, sample))?.purpose.uk).toBeTruthy()
  })

  test('stand beside a population that is made up too, and is said to be', async () => {
    const published = await publicationOf(city.context, sample)
    expect(published?.comparison?.population).toMatchObject({ year: 2026, isSample: true })
    const [districts] = published!.comparison!.breakdowns
    expect(districts).toMatchObject({ by: 'district', question: 'q1' })
    expect(districts!.groups).toHaveLength(18)
    expect(districts!.groups.some(({ standing }) => standing === 'fewer')).toBe(true)
  })

  test('say at a terminal too who is missing, and have the rows of it as CSV and JSON', async () => {
    const said = await run(city, `results ${sample}`)
    expect(said).toContain('Who took part, and who is missing')
    expect(said).toMatch(
      /District: Of the groups shown, clearly fewer than in the city: \w+ .+% of the answers/,
    )
    expect(said).toContain('Age: not compared, because fewer than two groups can be shown.')
    expect(await run(city, `results ${sample} --format csv`)).toMatch(/,residents,.*,13800,/)
    expect(JSON.parse(await run(city, `results ${sample} --format json`))).toHaveProperty('comparison')
  })

  test('are those that were counted once, with the words that moderators let stand today', async () => {
    const { context } = city
    const published = await publicationOf(context, sample)
    expect(published?.results).toEqual(await resultsOf(context, sample))
    const quotations = published!.results.questions.flatMap((question) => question.quotations)
    expect(quotations.length).toBeGreaterThan(0)
    await context.store.db.answer.updateMany({ data: { review: 'waiting', released: null } })
    const later = await publicationOf(context, sample)
    expect(later!.results.questions.flatMap((question) => question.quotations)).toEqual([])
    expect(
      JSON.stringify(await context.store.db.setting.findMany({ where: { name: `publication/${sample}` } })),
    ).not.toContain(quotations[0])
  })

  test('do not change when somebody goes afterwards', async () => {
    const { context } = city
    const before = await publicationOf(context, sample)
    await context.store.db.response.deleteMany({ where: { consultationId: sample } })
    expect(await publishResults(context, sample, 'cli')).toBe('unchanged')
    expect(await publicationOf(context, sample)).toEqual(before)
    expect(before!.results.questions.some(({ answered }) => isShown(answered))).toBe(true)
  })

  test('are published on the command line, where their address is said; again changes nothing', async () => {
    const { context } = city
    await closeConsultation(context, open, 'cli')
    expect(await publicationOf(context, open)).toBeUndefined()
    const address = `https://czat.example.org/results/${open}`
    expect(await run(city, `results publish ${open}`)).toBe(`Published: ${address}\n`)
    expect(await run(city, `results publish ${open}`)).toBe(`Public already, and unchanged: ${address}\n`)
    expect(JSON.parse(await run(city, `results publish ${open}`, true))).toEqual({
      id: open,
      outcome: 'unchanged',
      url: address,
    })
    const acts = await context.store.db.audit.findMany({
      where: { act: 'results.publish', subject: `consultation/${open}` },
    })
    expect(acts).toMatchObject([{ actor: 'cli:anna' }])
    expect((await publications(context)).map(({ results }) => results.consultation)).toEqual([open, sample])
  })

  test('were looked at before without being public', async () => {
    const { context } = await buildCity()
    await closeConsultation(context, open, 'cli')
    await resultsOf(context, open)
    expect(await publications(context)).toEqual([])
  })
})

test('a population that comes later is put beside results by publishing again; the results stay to the letter', async () => {
  const { context } = await buildCity({ isSeeded: false })
  await seed(context)
  const keptIn = async () => {
    const { value } = await context.store.db.setting.findUniqueOrThrow({
      where: { name: `publication/${sample}` },
    })
    return value as { results: string; comparison?: string }
  }
  // as publications are that were made before a city had a table
  const { comparison: _, ...older } = await keptIn()
  await context.store.db.setting.update({
    where: { name: `publication/${sample}` },
    data: { value: older },
  })
  expect(await publicationOf(context, sample)).not.toHaveProperty('comparison')
  const source =
    'source: {pl: Urząd, en: Office, uk: Уряд}\nyear: 2027\ntotal: 40\nage_bands:\n' +
    ['b10_12', 'b13_15', 'b16_18', 'b19_26'].map((id) => `  - {id: ${id}, people: 10}\n`).join('')
  expect((await importPopulation(context, { source, actor: 'cli' })).isNew).toBe(true)
  expect(await publishResults(context, sample, 'cli')).toBe('published')
  expect(await publishResults(context, sample, 'cli')).toBe('unchanged')
  expect((await keptIn()).results).toBe(older.results)
  expect((await publicationOf(context, sample))?.comparison).toMatchObject({
    population: { source: { en: 'Office' }, year: 2027, isSample: false },
    absences: [
      { by: 'district', why: 'not-in-table' },
      { by: 'age_band', why: 'hidden' },
    ],
  })
})

test.each([
  ['that can still be answered', open, 'results-not-yet'],
  ['that nobody knows', 'nothing', 'consultation-unknown'],
])('results of a consultation %s cannot be published', async (_what, id, code) => {
  const { context } = await buildCity()
  await expect(publishResults(context, id, 'cli')).rejects.toMatchObject({ code })
  expect(await publications(context)).toEqual([])
})
