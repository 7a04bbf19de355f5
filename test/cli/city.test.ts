import { Command } from 'commander'
import { expect, test } from 'vitest'
import { districtMapOf } from '../../src/app/district-map.ts'
import { addCity } from '../../src/cli/city.ts'
import { createCli } from '../../src/cli/cli.ts'
import { Problem } from '../../src/domain/problem.ts'
import { loadText } from '../../src/runtime/text.ts'
import { allDistricts } from '../../src/store/districts.ts'
import { buildCity, type City } from '../support/city.ts'

async function run(city: City, words: string): Promise<string> {
  let said = ''
  const cli = createCli({
    locale: 'en',
    text: loadText(),
    isJson: () => false,
    openContext: () => Promise.resolve(city.context),
    out: (text) => (said += text),
    err: () => undefined,
    fail: () => undefined,
  })
  const program = new Command('hejnal')
  addCity(program, cli)
  await program.parseAsync(words.split(' '), { from: 'user' })
  return said
}

test('a city brings its districts in, and again changes nothing', async () => {
  const city = await buildCity({ isSeeded: false })
  expect(await run(city, 'districts import prisma/seed/districts.yaml')).toBe('18 new districts\n')
  expect((await allDistricts(city.context.store.db))[0]?.id).toBe('d1')
  expect(await run(city, 'districts import prisma/seed/districts.yaml')).toContain('Nothing has changed')
  expect(await city.context.store.db.audit.findMany({ where: { act: 'districts.import' } })).toMatchObject([
    { actor: 'cli', details: { added: 18 } },
  ])
})

test('a file that is no list of districts is refused, with what is wrong, and nothing is written', async () => {
  const city = await buildCity({ isSeeded: false })
  const refusal = await run(city, 'districts import prisma/seed/plan.yaml').catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Problem)
  expect((refusal as Problem).code).toBe('districts-invalid')
  expect((refusal as Problem).details).not.toEqual([])
  await expect(run(city, 'districts import nowhere.yaml')).rejects.toThrow('file-unreadable')
  expect(await allDistricts(city.context.store.db)).toEqual([])
})

test('a city brings in how its districts are drawn; tried out first, and again changes nothing', async () => {
  const city = await buildCity({ isSeeded: false })
  const map = 'districts map prisma/seed/district-tiles.yaml'
  await run(city, 'districts import prisma/seed/districts.yaml')
  expect(await run(city, `${map} --dry-run`)).toBe('The file can be imported. Nothing was written.\n')
  expect(await run(city, map)).toBe('Imported: tiles for 18 districts\n')
  expect(await run(city, map)).toContain('Nothing has changed')
  expect(await run(city, `${map} --dry-run`)).toContain('Nothing has changed')
  expect((await districtMapOf(city.context))?.districts).toHaveLength(18)
})

test('a map of other districts is refused, with what is wrong', async () => {
  const city = await buildCity()
  const refusal = await run(city, 'districts map prisma/seed/district-tiles.yaml').catch(
    (error: unknown) => error,
  )
  expect((refusal as Problem).code).toBe('district-map-invalid')
  expect((refusal as Problem).details).toHaveLength(19)
})
