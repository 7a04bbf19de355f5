import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCli, type Cli } from '../../src/cli/cli.ts'
import { resultsAsCsv } from '../../src/cli/results-csv.ts'
import { resultsAsTable } from '../../src/cli/results-table.ts'
import { locales, type Locale } from '../../src/domain/phrase.ts'
import { groupings } from '../../src/domain/figure.ts'
import { publish, withQuotations, type Results } from '../../src/domain/results.ts'
import { loadText } from '../../src/runtime/text.ts'
import {
  anyCrowd,
  countByHand,
  definition,
  districts,
  questions,
  type Reply,
  people,
} from '../support/crowd.ts'

const text = loadText()

function cliIn(locale: Locale): Cli {
  const nothing = () => undefined
  return createCli({
    locale,
    text,
    isJson: () => false,
    openContext: () => Promise.reject(new Error('not needed')),
    out: nothing,
    err: nothing,
    fail: nothing,
  })
}

function resultsFrom(crowd: readonly Reply[], isSample = false): Results {
  return publish({ definition, questions, districts, isSample }, countByHand(questions, crowd))
}

/** A crowd in which something of every question can be shown. */
const crowd = [
  ...people(
    40,
    {
      one: { options: ['a'] },
      some: { options: ['p', 'q'] },
      words: { text: 'x' },
      rate: { number: 3 },
      minutes: { number: 20 },
      order: { options: ['x'] },
      pairs: { pairs: [['k', 'l']] },
      where: { options: ['d1'] },
    },
    { gender: 'girl' },
  ),
  ...people(
    15,
    {
      one: { options: ['b'] },
      rate: { number: 3 },
      minutes: { number: 90 },
      order: null,
      pairs: { pairs: [['l', 'k']] },
      where: null,
    },
    { gender: 'boy' },
  ),
  ...people(3, { one: { options: ['c'] } }),
]

/** The lines of a CSV text, its quoted fields taken apart. */
function fieldsOf(csv: string): Record<string, string>[] {
  const rows = csv
    .replace('\ufeff', '')
    .trimEnd()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    )
  const [head, ...body] = rows
  return body.map((row) => Object.fromEntries(head!.map((name, index) => [name, row[index] ?? ''])))
}

describe('results as a table', () => {
  test.each(locales)(
    'tell every question with bars, numbers and one kind sentence about what is hidden, in %s',
    (locale) => {
      const written = resultsAsTable(resultsFrom(crowd), cliIn(locale))
      for (const question of questions) expect(written).toContain(question.text[locale])
      expect(written).toContain('█'.repeat(17))
      expect(written.split(text.say(locale, 'results-hidden-note', { threshold: 10 }))).toHaveLength(2)
      expect(written).not.toMatch(/results-|\{|undefined|NaN/)
    },
  )

  test('never write a hidden count as a zero', () => {
    const line = resultsAsTable(resultsFrom(crowd), cliIn('en'))
      .split('\n')
      .find((one) => one.includes('c (en)'))
    expect(line?.trim()).toMatch(/^c \(en\)\s+fewer than 10$/)
  })

  test.each(groupings)('break down by %s when asked', (by) => {
    const written = resultsAsTable(resultsFrom(crowd), cliIn('en'), by)
    expect(written).toContain(text.say('en', `results-by-${by}`))
    expect(written.includes('girl (en) (40)')).toBe(by === 'gender')
  })

  test('say that they are made up when they are', () => {
    expect(resultsAsTable(resultsFrom(crowd, true), cliIn('en'))).toContain('Sample data')
    expect(resultsAsTable(resultsFrom(crowd), cliIn('en'))).not.toContain('Sample data')
  })

  test('of too few people are one sentence and no figures', () => {
    const written = resultsAsTable(resultsFrom(people(9, { one: { options: ['a'] } })), cliIn('en'))
    expect(written).toContain('fewer than 10 responses')
    expect(written).not.toContain('one?')
  })

  test('do not let a quotation steer the terminal', () => {
    const written = resultsAsTable(
      withQuotations(resultsFrom(crowd), new Map([['words', ['\u001B[2Jboo\u202Eabc']]])),
      cliIn('en'),
    )
    expect(written).toContain('• [2Jboo abc')
  })
})

describe('results as CSV', () => {
  test('have an empty value, not a zero, where a count is hidden', () => {
    const hidden = fieldsOf(resultsAsCsv(resultsFrom(crowd), cliIn('pl'))).find(
      ({ question, line, by }) => question === 'one' && line === 'c' && by === '',
    )
    expect(hidden).toMatchObject({ figure: 'people', value: '', share: '', is_suppressed: '1' })
  })

  test('never hold a number of people below the threshold, whoever answered whatever', () => {
    fc.assert(
      fc.property(anyCrowd, (anyone) => {
        const counted = fieldsOf(resultsAsCsv(resultsFrom(anyone), cliIn('en'))).filter(
          ({ is_suppressed: isSuppressed }) => isSuppressed === '0',
        )
        expect(counted.filter(({ value }) => Number(value) < definition.threshold)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('hold every count that the results hold, groups too', () => {
    const results = resultsFrom(crowd)
    const counted = fieldsOf(resultsAsCsv(results, cliIn('en'))).filter(
      ({ figure, value }) => figure === 'people' && value !== '',
    )
    const figures = results.questions
      .flatMap((question) => [question, ...question.groups])
      .flatMap((one) => one.figures)
    expect(counted.map(({ value }) => Number(value))).toEqual(
      figures.flatMap(({ people: cell }) => ('count' in cell ? [cell.count] : [])),
    )
  })

  test.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1'])(
    'keep %j from being calculated',
    (written) => {
      const csv = resultsAsCsv(
        withQuotations(resultsFrom(crowd), new Map([['words', [written]]])),
        cliIn('en'),
      )
      const quotation = fieldsOf(csv).find(({ figure }) => figure === 'quotation')
      expect(quotation?.value).toBe(`'${written}`)
    },
  )

  test('say at the end what is made up and what is hidden', () => {
    const notes = fieldsOf(resultsAsCsv(resultsFrom(crowd, true), cliIn('en'))).filter(
      ({ figure }) => figure === 'note',
    )
    expect(notes.map(({ value }) => value)).toEqual([
      text.say('en', 'results-sample'),
      text.say('en', 'results-hidden-note', { threshold: 10 }),
    ])
  })
})
