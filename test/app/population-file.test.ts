/** Population files: the example of the guide, and everything that can be wrong with one. */
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import type { Known } from '../../src/app/population-file/checks.ts'
import { populationJsonSchema } from '../../src/app/population-file/schema.ts'
import { readPopulationFile } from '../../src/app/population-import.ts'
import { locales } from '../../src/domain/phrase.ts'
import { loadText } from '../../src/runtime/text.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const [, example = ''] = /```yaml\n([^]*?)```/.exec(read('docs/population-files.md')) ?? []
const text = loadText()
const known: Known = {
  age_band: ['b10_12', 'b13_15', 'b16_18', 'b19_26'],
  gender: ['girl', 'boy'],
  district: ['d1', 'd2', 'd3'],
}

interface Shape {
  [key: string]: unknown
}
const whole: Shape = parse(example)
const rows = (groups: Record<string, number>) =>
  Object.entries(groups).map(([id, people]) => ({ id, people }))

/** What is said about the example, changed so: `level path key`. */
function signs(change: Shape, knowing = known): string[] {
  const changed = Object.fromEntries(
    Object.entries({ ...whole, ...change }).filter(([, one]) => one !== undefined),
  )
  return signsOf(stringify(changed), knowing)
}

function signsOf(source: string, knowing = known): string[] {
  const { findings, population } = readPopulationFile(source, knowing)
  expect(population === undefined).toBe(findings.some(({ level }) => level === 'error'))
  for (const { phrase } of findings)
    for (const locale of locales) expect(text.phrase(locale, phrase)).not.toBe('')
  return findings.map(
    ({ level, path, phrase }) => `${level} ${path} ${'key' in phrase ? phrase.key.replace('file-', '') : ''}`,
  )
}

describe('the example of the guide', () => {
  test('is read without a word', () => {
    const { findings, population } = readPopulationFile(example, known)
    expect(findings).toEqual([])
    expect(population).toMatchObject({ year: 2025, total: 12_000, isSample: false })
    expect(population?.groups.filter(({ by }) => by === 'district')).toEqual([
      { by: 'district', id: 'd1', people: 4200 },
      { by: 'district', id: 'd2', people: 4800 },
      { by: 'district', id: 'd3', people: 3000 },
    ])
  })

  test('fits the JSON Schema that editors use', () => {
    const validate = new Ajv({ strict: false }).compile(populationJsonSchema())
    expect(validate(whole), JSON.stringify(validate.errors)).toBe(true)
    expect(validate({ ...whole, total: -1 })).toBe(false)
  })

  test('and the schema in the documents is the one in the code', () => {
    expect(JSON.parse(read('docs/schema/population.schema.json'))).toEqual(
      JSON.parse(JSON.stringify(populationJsonSchema())),
    )
  })
})

test('the sample says that it is made up', () => {
  const districts = parse(read('prisma/seed/districts.yaml')) as { id: string }[]
  const { findings, population } = readPopulationFile(read('prisma/seed/population.yaml'), {
    ...known,
    district: districts.map(({ id }) => id),
  })
  expect(findings).toEqual([])
  expect(population?.isSample).toBe(true)
  expect(population?.groups.filter(({ by }) => by === 'district')).toHaveLength(18)
})

describe('what is wrong is said, with its place and a cure', () => {
  const { d1, d2 } = { d1: 4200, d2: 4800 }

  test.each<[string, Shape, string[]]>([
    ['no source', { source: undefined }, ['error source missing']],
    ['no Polish', { source: { en: 'Office', uk: 'Уряд' } }, ['error source.pl missing']],
    ['a missing language', { source: { pl: 'Urząd', en: 'Office' } }, ['warning source polish-instead']],
    ['no year', { year: undefined }, ['error year missing']],
    ['a year there was not', { year: 19 }, ['error year too-small']],
    ['no total', { total: undefined }, ['error total missing']],
    ['no breakdown', { age_bands: undefined, districts: undefined }, ['error  population-no-groups']],
    [
      'a negative number',
      { districts: rows({ d1, d2, d3: -3000 }) },
      ['error districts[2].people too-small'],
    ],
    ['nobody', { districts: rows({ d1, d2, d3: 0 }) }, ['error districts[2].people too-small']],
    ['half a person', { districts: rows({ d1, d2, d3: 0.5 }) }, ['error districts[2].people expected-int']],
    [
      'a number in quotes',
      { districts: [...rows({ d1, d2 }), { id: 'd3', people: '3000' }] },
      ['error districts[2].people expected-number'],
    ],
    [
      'a district that is not there',
      { districts: [...rows({ d1, d2, d3: 2000 }), { id: 'podgorze', people: 1000 }] },
      ['error districts[3].id population-district-unknown'],
    ],
    [
      'a district that is left out',
      { districts: rows({ d1, d2: 7800 }) },
      ['error districts population-districts-lacking'],
    ],
    [
      'the same row twice',
      { districts: [...rows({ d1, d2, d3: 1500 }), { id: 'd3', people: 1500 }] },
      ['error districts[3].id twice'],
    ],
    [
      'numbers that do not add up',
      { districts: rows({ d1, d2, d3: 2999 }) },
      ['error districts population-sum'],
    ],
    [
      'an age band with a slip',
      { age_bands: rows({ b10_12: 2400, b13_15: 2300, b16_19: 2200, b19_26: 5100 }) },
      ['error age_bands[2].id population-age_band-unknown-guess'],
    ],
    [
      'a gender nobody asks for',
      { genders: rows({ women: 6000, boy: 6000 }) },
      ['error genders[0].id population-gender-unknown'],
    ],
    ['a field that is not there', { made_up: false, totl: 5 }, ['warning totl unknown-key-guess']],
  ])('%s', (_what, change, expected) => {
    expect(signs(change)).toEqual(expected)
  })

  test('genders pass with a warning as long as no consultation asks for one', () => {
    const knowing = { ...known, gender: [] }
    expect(signs({ genders: rows({ women: 6000, men: 6000 }) }, knowing)).toEqual([
      'warning genders population-gender-unasked',
    ])
  })

  test.each(['', 'a: [', '- 1', 'just words'])('a file that is none (%j) is refused', (source) => {
    expect(signsOf(source).some((sign) => sign.startsWith('error'))).toBe(true)
  })

  test('nothing that is in a file makes reading it fail', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(whole)), fc.jsonValue()), (change) => {
        expect(Array.isArray(signs(change))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})
