/** The population table at the command line: brought in, looked at, and refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Command } from 'commander'
import { afterAll, expect, test } from 'vitest'
import { addPopulation } from '../../src/cli/population.ts'
import { addCity } from '../../src/cli/city.ts'
import { createCli } from '../../src/cli/cli.ts'
import { loadText } from '../../src/runtime/text.ts'
import { findPopulation } from '../../src/store/population.ts'
import { buildCity, type City } from '../support/city.ts'

const sampleFile = 'prisma/seed/population.yaml'
const folder = mkdtempSync(path.join(tmpdir(), 'hejnal-population-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Said {
  readonly out: string
  readonly err: string
  readonly isFailed: boolean
}

async function run(city: City, words: string, isJson = false): Promise<Said> {
  const said = { out: '', err: '', isFailed: false }
  const cli = createCli({
    account: 'anna',
    locale: 'en',
    text: loadText(),
    isJson: () => isJson,
    openContext: () => Promise.resolve(city.context),
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
    fail: () => (said.isFailed = true),
  })
  const program = new Command('hejnal')
  addCity(program, cli)
  addPopulation(program, cli)
  await program.parseAsync(words.split(' '), { from: 'user' })
  return said
}

async function krakow(): Promise<City> {
  const city = await buildCity({ isSeeded: false })
  await run(city, 'districts import prisma/seed/districts.yaml')
  return city
}

const tableIn = ({ context }: City) => findPopulation(context.store.db)
const actsIn = ({ context }: City) => context.store.db.audit.findMany({ where: { act: 'population.import' } })

test('a table is tried, brought in, and shown with where it comes from', async () => {
  const city = await krakow()
  expect((await run(city, 'population show')).out).toContain('There is no population table.')
  const tried = await run(city, `population import ${sampleFile} --dry-run`)
  expect(tried.out).toContain(
    'Young people in the city: 130,000, in 2026. Source: Numbers made up for the sample',
  )
  expect(tried.out).toContain('nothing was written')
  expect([await tableIn(city), await actsIn(city)]).toEqual([undefined, []])

  expect((await run(city, `population import ${sampleFile}`)).out).toContain('Imported.')
  expect(await actsIn(city)).toMatchObject([
    { actor: 'cli:anna', subject: 'city', details: { year: 2026, total: 130_000 } },
  ])
  const { out } = await run(city, 'population show')
  expect(out).toContain('These numbers are made up')
  expect(out).toMatch(/10–12\s+26000\s+20%/)
  expect(out).toMatch(/XVIII Nowa Huta\s+10700\s+8.2%/)
  const { groups } = JSON.parse((await run(city, 'population show', true)).out)
  expect(groups).toHaveLength(22)
})

test('the same table again changes nothing, another one takes its place', async () => {
  const city = await krakow()
  await run(city, `population import ${sampleFile}`)
  expect((await run(city, `population import ${sampleFile}`)).out).toContain('Nothing has changed')
  expect(await actsIn(city)).toHaveLength(1)
  const other = path.join(folder, 'other.yaml')
  writeFileSync(
    other,
    'source: {pl: Urząd, en: Office, uk: Уряд}\nyear: 2027\ntotal: 30\nage_bands: [{id: b10_12, people: 10}, {id: b13_15, people: 20}]\n',
  )
  await run(city, `population import ${other}`)
  expect(await tableIn(city)).toEqual({
    source: { pl: 'Urząd', en: 'Office', uk: 'Уряд' },
    year: 2027,
    isSample: false,
    total: 30,
    groups: [
      { by: 'age_band', id: 'b10_12', people: 10 },
      { by: 'age_band', id: 'b13_15', people: 20 },
    ],
  })
})

test('a table with mistakes is refused as a whole, with the line of each', async () => {
  const city = await krakow()
  const broken = path.join(folder, 'broken.yaml')
  writeFileSync(
    broken,
    'source: {pl: Urząd, en: Office, uk: Уряд}\nyear: 2027\ntotal: 31\nage_bands:\n  - {id: b10_12, people: 10}\n  - {id: b1315, people: 20}\n',
  )
  const { out, err, isFailed } = await run(city, `population import ${broken}`)
  expect(isFailed).toBe(true)
  expect(out).toContain('Nothing was imported.')
  expect(err).toMatch(
    /broken\.yaml:4:1 {2}error {2}age_bands {2}These groups add up to 30, and total says 31/,
  )
  expect(err).toMatch(/broken\.yaml:6:6 {2}error {2}.*Did you mean "b13_15"\?/)
  expect(await tableIn(city)).toBeUndefined()
  await expect(run(city, 'population import nowhere.yaml')).rejects.toThrow('file-unreadable')
})
