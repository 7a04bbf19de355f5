/** The files in which results can be taken along. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../src/app/file/workbook.ts'
import { codebookAsCsv, resultsAsCsv } from '../../src/app/results-file/csv.ts'
import { columns, figureNames } from '../../src/app/results-file/row.ts'
import { licence } from '../../src/app/results-file/rows.ts'
import { resultsAsJson } from '../../src/app/results-file/json.ts'
import { resultsAsWorkbook } from '../../src/app/results-file/workbook.ts'
import { withQuotations } from '../../src/domain/results.ts'
import { loadText } from '../../src/runtime/text.ts'
import { anyCrowd, definition } from '../support/crowd.ts'
import { crowd, publicationFrom, resultsFrom } from '../support/published.ts'
import { comparedWith, population } from '../support/residents.ts'

const text = loadText()

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

describe('results as CSV', () => {
  test('have an empty value, not a zero, where a count is hidden', () => {
    const hidden = fieldsOf(resultsAsCsv(resultsFrom(crowd), text)).find(
      ({ question, line, by }) => question === 'minutes' && line === '9' && by === '',
    )
    expect(hidden).toMatchObject({ figure: 'people', value: '', share: '', is_suppressed: '1' })
  })

  test('never hold a number of people below the threshold, whoever answered whatever', () => {
    fc.assert(
      fc.property(anyCrowd, (anyone) => {
        const counted = fieldsOf(resultsAsCsv(resultsFrom(anyone), text)).filter(
          ({ is_suppressed: isSuppressed }) => isSuppressed === '0',
        )
        expect(counted.filter(({ value }) => Number(value) < definition.threshold)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('hold every count that the results hold, groups too', () => {
    const results = resultsFrom(crowd)
    const counted = fieldsOf(resultsAsCsv(results, text)).filter(
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
      const csv = resultsAsCsv(withQuotations(resultsFrom(crowd), new Map([['words', [written]]])), text)
      const quotation = fieldsOf(csv).find(({ figure }) => figure === 'quotation')
      expect(quotation?.value).toBe(`'${written}`)
    },
  )

  test('say at the end what is made up, what is hidden and what may be done with it', () => {
    const notes = fieldsOf(resultsAsCsv(resultsFrom(crowd, true), text)).filter(
      ({ figure }) => figure === 'note',
    )
    expect(notes.map((note) => note.text_en)).toEqual([
      text.say('en', 'results-sample'),
      text.say('en', 'results-hidden-note', { threshold: 10 }),
      text.say('en', 'results-data-licence', { licence: licence.name, url: licence.url }),
    ])
  })
})

describe('the population beside the results', () => {
  const results = resultsFrom(crowd)
  const comparison = comparedWith(results)
  const lines = fieldsOf(resultsAsCsv(results, text, comparison))
  const about = (figure: string) => lines.filter((line) => line.figure === figure)

  test('is told for each group: who answered, who lives there, and both shares', () => {
    const young = lines.filter(
      ({ group, figure }) => group === 'b10_12' && ['taking_part', 'residents'].includes(figure!),
    )
    expect(young).toMatchObject([
      { figure: 'taking_part', by: 'age_band', value: '93', share: '0.288', is_suppressed: '0' },
      { figure: 'residents', by: 'age_band', value: '6000', share: '0.6', is_suppressed: '' },
    ])
    expect(about('residents')).toHaveLength(population.groups.length)
  })

  test('gives weighted shares with their breakdown and how sure they are', () => {
    expect(about('weighted').filter(({ question }) => question === 'one')).toMatchObject([
      { line: 'a', by: 'age_band', group: '', value: '', share: '0.56', line_en: 'a (en)' },
      { line: 'b' },
      { line: 'c' },
    ])
    expect(about('effective').map(({ question, value }) => [question, value])).toEqual([
      ['one', '210'],
      ['some', '248'],
    ])
  })

  test('says where its numbers come from, and is explained by the codebook', () => {
    expect(about('note').map((note) => note.text_en)).toContain(
      'Young people of the city: City office, 2026.',
    )
    const explained = fieldsOf(codebookAsCsv(text)).map(({ value }) => value)
    expect(lines.filter(({ figure }) => !explained.includes(figure))).toEqual([])
  })

  test('is in the workbook and in JSON too', async () => {
    const { sheets } = await readWorkbook(await resultsAsWorkbook(results, text, comparison))
    const figures = sheets![0]!.rows.slice(1).map((row) => row[columns.indexOf('figure')])
    expect(figures).toEqual(lines.map(({ figure }) => figure))
    expect(JSON.stringify(sheets![2]!.rows)).toContain('City office')
    const { comparison: inJson } = resultsAsJson(publicationFrom(crowd, { residents: population }))
    expect(inJson?.breakdowns[0]?.groups[0]).toMatchObject({ id: 'b10_12', answered: 93, residents: 6000 })
    expect(resultsAsJson(publicationFrom())).not.toHaveProperty('comparison')
  })
})

describe('the codebook', () => {
  const rows = fieldsOf(codebookAsCsv(text))

  test('explains every column and every kind of figure, in three languages', () => {
    expect(rows.filter(({ value }) => value === '').map(({ column }) => column)).toEqual(columns)
    expect(rows.filter(({ value }) => value !== '').map(({ value }) => value)).toEqual(figureNames)
    for (const row of rows) expect(new Set([row.meaning_pl, row.meaning_en, row.meaning_uk, '']).size).toBe(4)
  })

  test('knows every figure that the results hold', () => {
    const written = fieldsOf(resultsAsCsv(publicationFrom(crowd, { quotations: ['x'] }).results, text))
    expect(
      written.map(({ figure }) => figure).filter((one) => !rows.some(({ value }) => value === one)),
    ).toEqual([])
  })
})

describe('results as a workbook', () => {
  const strange = '=HYPERLINK("http://x") _x0041_ \u0001'

  test('hold what the CSV holds, and no formula', async () => {
    const { results } = publicationFrom(crowd, { isSample: true, quotations: [strange] })
    const { sheets, findings } = await readWorkbook(await resultsAsWorkbook(results, text))
    expect(findings).toEqual([])
    expect(sheets!.map(({ name }) => name)).toEqual(['results', 'codebook', 'about'])
    const [head, ...body] = sheets![0]!.rows
    expect(head).toEqual(columns)
    const at = (name: (typeof columns)[number]) => columns.indexOf(name)
    const lines = fieldsOf(resultsAsCsv(results, text))
    expect(body.map((row) => String(row[at('figure')]))).toEqual(lines.map(({ figure }) => figure))
    const counts = lines.map(({ value, is_suppressed: hidden }) =>
      hidden === '0' ? Number(value) : undefined,
    )
    expect(body.map((row) => (row[at('is_suppressed')] === 0 ? row[at('value')] : undefined))).toEqual(counts)
    const quotation = body.find((row) => row[at('figure')] === 'quotation')
    expect(quotation?.[at('value')]).toBe(strange.replace('\u0001', ' '))
    expect(JSON.stringify(sheets![2]!.rows)).toContain(licence.url)
  })
})

describe('results as JSON', () => {
  test('have null, not a zero, where a count is hidden', () => {
    const { questions, ...rest } = resultsAsJson(publicationFrom())
    expect(questions[4]!.figures.map(({ people }) => people)).toEqual([
      78,
      25,
      26,
      11,
      14,
      18,
      10,
      null,
      null,
      null,
    ])
    expect(rest.respondents).toBeNull()
    expect(JSON.stringify(rest)).not.toContain('isSuppressed')
    expect(JSON.stringify(questions)).not.toContain('isSuppressed')
  })

  test('never hold a number of people below the threshold, whoever answered whatever', () => {
    const countsIn = (value: unknown): number[] => {
      if (typeof value !== 'object' || value === null) return []
      return Object.entries(value).flatMap(([name, inside]) =>
        typeof inside === 'number' &&
        ['people', 'answered', 'skipped', 'stopped', 'respondents', 'finished'].includes(name)
          ? [inside]
          : countsIn(inside),
      )
    }
    expect(countsIn(resultsAsJson(publicationFrom())).length).toBeGreaterThan(20)
    fc.assert(
      fc.property(anyCrowd, (anyone) => {
        const counts = countsIn(resultsAsJson(publicationFrom(anyone)))
        expect(counts.filter((one) => one < definition.threshold)).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})
