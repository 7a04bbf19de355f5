/** Outcome files: the example of the guide, and everything that can be wrong with one. */
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { readOutcomeFile } from '../../src/app/outcome-import.ts'
import type { Known } from '../../src/app/outcome-file/checks.ts'
import { outcomeJsonSchema } from '../../src/app/outcome-file/schema.ts'
import { locales } from '../../src/domain/phrase.ts'
import { loadText } from '../../src/runtime/text.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const [, example = ''] = /```yaml\n([^]*?)```/.exec(read('docs/outcome-files.md')) ?? []
const text = loadText()
const known: Known = {
  consultationIds: ['safe-way-to-school'],
  measures: [
    { id: 'a2-1-1', code: '2.1.1' },
    { id: 'a2-1-2', code: '2.1.2' },
  ],
}

interface Shape {
  [key: string]: unknown
}

const whole: Shape & { themes: Shape[] } = parse(example)
const [first = {}] = whole.themes

/** What is said about the example with one theme, changed so: `level path key`. */
function signs(change: Shape, knowing = known): string[] {
  const changed = Object.fromEntries(
    Object.entries({ ...first, ...change }).filter(([, one]) => one !== undefined),
  )
  return signsOf(stringify({ ...whole, themes: [changed] }), knowing)
}

function signsOf(source: string, knowing = known): string[] {
  const { findings, outcome } = readOutcomeFile(source, knowing)
  expect(outcome === undefined).toBe(findings.some(({ level }) => level === 'error'))
  return findings.map(
    ({ level, path, phrase }) => `${level} ${path} ${'key' in phrase ? phrase.key.replace('file-', '') : ''}`,
  )
}

describe('the example of the guide', () => {
  test('is read without a word, with measures by their ids and codes', () => {
    const { findings, outcome } = readOutcomeFile(example, known)
    expect(findings).toEqual([])
    expect(outcome?.consultation).toBe('safe-way-to-school')
    expect(outcome?.themes.map(({ decision, measureId }) => [decision, measureId])).toEqual([
      ['accepted', 'a2-1-1'],
      ['partly', 'a2-1-2'],
      ['not_now', null],
    ])
  })

  test('fits the JSON Schema that editors use', () => {
    const validate = new Ajv({ strict: false }).compile(outcomeJsonSchema())
    expect(validate(whole), JSON.stringify(validate.errors)).toBe(true)
    expect(validate({ ...whole, themes: [{ ...first, decision: 'maybe' }] })).toBe(false)
  })

  test('and the schema in the documents is the one in the code', () => {
    expect(JSON.parse(read('docs/schema/outcome.schema.json'))).toEqual(
      JSON.parse(JSON.stringify(outcomeJsonSchema())),
    )
  })
})

describe('what is wrong is said, with its place and a cure', () => {
  const all = (wording: string) => ({ pl: wording, en: wording, uk: wording })

  test.each<[string, Shape, string[]]>([
    ['nothing said', { said: undefined }, ['error themes[0].said missing']],
    ['no Polish', { said: { en: 'Dark.', uk: 'Темно.' } }, ['error themes[0].said.pl missing']],
    [
      'a missing language',
      { reason: { pl: 'Lampy.', en: 'Lamps.' } },
      ['warning themes[0].reason polish-instead'],
    ],
    ['a decision there is not', { decision: 'rejected' }, ['error themes[0].decision not-one-of']],
    [
      'a decision without a reason',
      { reason: undefined },
      ['error themes[0].decision decision-without-reason'],
    ],
    [
      'a reason without a decision',
      { decision: undefined },
      ['warning themes[0] undecided', 'error themes[0].reason reason-without-decision'],
    ],
    ['no decision yet', { decision: undefined, reason: undefined }, ['warning themes[0] undecided']],
    ['a long reason', { reason: all('a '.repeat(41)) }, Array.from({ length: 3 }, () => 'long')],
    ['a measure there is not', { measure: 'nowhere' }, ['error themes[0].measure measure-unknown']],
    ['a measure mistyped', { measure: '2.1.3' }, ['error themes[0].measure measure-unknown-guess']],
    ['a code without quotes', { measure: 2.1 }, ['error themes[0].measure quote-it']],
    ['a yes that leads nowhere', { measure: undefined }, ['warning themes[0] accepted-without-measure']],
    [
      'a not now that leads somewhere',
      { decision: 'not_now' },
      ['warning themes[0].measure measure-not-now'],
    ],
    ['an unknown field', { measures: 'a2-1-1' }, ['warning themes[0].measures unknown-key-guess']],
  ])('%s', (_, change, expected) => {
    const found = signs(change).map((sign) => (sign.endsWith('long-reason') ? 'long' : sign))
    expect(found).toEqual(expected)
  })

  test('a measure where there is no plan', () => {
    expect(signs({}, { ...known, measures: [] })).toEqual(['error themes[0].measure measure-without-plan'])
  })

  test('a consultation nobody knows, and no themes', () => {
    expect(signsOf('consultation: elsewhere\nthemes: []')).toEqual([
      'error consultation consultation-unknown',
      'error themes too-few',
    ])
  })

  test('all at once, each on its line', () => {
    const broken = example
      .replace('safe-way-to-school', 'elsewhere')
      .replace('decision: partly', 'decision: maybe')
      .replace("'2.1.1'", "'9.9.9'")
    const { findings, outcome } = readOutcomeFile(broken, known)
    expect(outcome).toBeUndefined()
    const lines = broken.split('\n')
    expect(findings.map(({ path, line }) => [path, lines[line - 1]!.trim().split(':')[0]])).toEqual([
      ['consultation', 'consultation'],
      ['themes[0].measure', 'measure'],
      ['themes[1].decision', 'decision'],
    ])
  })

  test('in every language', () => {
    const { findings } = readOutcomeFile(stringify({ themes: [{ reason: first['reason'] }] }), known)
    expect(findings.length).toBeGreaterThan(2)
    for (const locale of locales)
      for (const { phrase } of findings) expect(text.phrase(locale, phrase)).not.toBe('')
  })
})

test('mangled in any way, it is reported on and never throws', () => {
  const lines = example.split('\n')
  fc.assert(
    fc.property(fc.nat(lines.length - 1), fc.string({ maxLength: 20 }), (at, junk) => {
      readOutcomeFile(lines.with(at, junk).join('\n'), known)
    }),
    { numRuns: 200 },
  )
})
