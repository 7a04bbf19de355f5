/** Reading a plan's file: what is wrong with it is said all at once, in YAML and in a workbook alike. */
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { zipSync } from 'fflate'
import type { Finding } from '../../src/app/file/finding.ts'
import { isError } from '../../src/app/file/finding.ts'
import { readWorkbook, type Sheet } from '../../src/app/file/workbook.ts'
import { readPlanFile } from '../../src/app/plan-file.ts'
import type { Known } from '../../src/app/plan-file/checks.ts'
import { planJsonSchema } from '../../src/app/plan-file/schema.ts'
import { planAsSheets } from '../../src/app/plan-file/sheets-writing.ts'
import { locales } from '../../src/domain/phrase.ts'
import { loadText } from '../../src/runtime/text.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const sample = read('prisma/seed/plan.yaml')
const planted = read('test/app/planted-plan.yaml')
const text = loadText()
const known: Known = {
  entityIds: [],
  policyIds: [],
  planIds: [],
  currentPlanId: undefined,
  owners: new Map(),
  today: '2026-11-22',
}

const keyOf = ({ phrase }: Finding) => ('key' in phrase ? phrase.key.replace('file-', '') : '')
const signs = (findings: readonly Finding[]) =>
  findings.map((one) => `${one.cell ?? one.line} ${one.level} ${keyOf(one)}`).toSorted()

/** What the comments of a file say about its lines: `# error: one, another; warning: a third`. */
function promised(source: string): string[] {
  return source
    .split('\n')
    .flatMap((line, index) =>
      (/# ((?:error|warning): .+)$/.exec(line)?.[1]?.split('; ') ?? []).flatMap((part) => {
        const [level, keys = ''] = part.split(': ')
        return keys.split(', ').map((key) => `${index + 1} ${level} ${key}`)
      }),
    )
    .toSorted()
}

/** Every sentence says what is wrong and what to do. */
function areExplained(findings: readonly Finding[]): void {
  for (const locale of locales)
    for (const { phrase } of findings) expect(text.phrase(locale, phrase)).toMatch(/^.{15,}[.?]$/u)
}

test('the sample has no mistakes, and passes the JSON Schema that editors use', async () => {
  const { findings, items } = await readPlanFile(sample, known)
  expect(findings.filter(isError)).toEqual([])
  expect(items?.size).toBeGreaterThan(300)
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(planJsonSchema())
  expect(validate(parse(sample)), JSON.stringify(validate.errors)).toBe(true)
  expect(validate(parse(planted))).toBe(false)
})

test('the JSON Schema in docs is the one of this program', () => {
  expect(JSON.parse(read('docs/schema/plan.schema.json'))).toEqual(
    JSON.parse(JSON.stringify(planJsonSchema())),
  )
})

test('forty planted mistakes of a YAML file are reported at once, each on its line, and nothing else', async () => {
  const { findings, items } = await readPlanFile(planted, known)
  expect(signs(findings)).toEqual(promised(planted))
  expect(findings.filter(isError)).toHaveLength(40)
  expect(items).toBeUndefined()
  areExplained(findings)
})

describe('a workbook', () => {
  /** What is typed into a cell of the sample, and what has to be said about it. */
  const slips: readonly (readonly [cell: string, value: string | number | boolean | null, key: string])[] = [
    ['Plan!A2', 'The Plan', 'form-id'],
    ['Plan!B2', null, 'missing'],
    ['Plan!E2', 0, 'too-small'],
    ['Plan!J2', '2025-13-01', 'form-day'],
    ['Phases!A3', null, 'missing'],
    ['Phases!F4', '2020-01-01', 'span-backwards'],
    ['Phases!G5', 'soon', 'not-one-of'],
    ['Entities!M3', 'la', 'not-one-of'],
    ['Entities!B4', 'office', 'not-one-of'],
    ['Entities!C5', null, 'missing'],
    ['Goals!B2', null, 'missing'],
    ['Goals!C3', null, 'missing'],
    ['Goals!I4', '9', 'too-big'],
    ['Objectives!B4', 'g99', 'goal-not-there'],
    ['Measures!B2', 'o9-9', 'objective-not-there-guess'],
    ['Measures!C3', null, 'missing'],
    ['Measures!J4', 'sometimes', 'not-one-of'],
    ['Measures!K7', 'FREQ=NEVER', 'rule-unreadable'],
    ['Measures!L8', 'nobody-at-all', 'entity-not-there'],
    ['Measures!O9', '2019-01-01', 'span-backwards'],
    ['Measures!P10', 'finished', 'not-one-of'],
    ['Measures!R11', 'a lot', 'expected-number'],
    ['Measures!R12', 120, 'too-big'],
    ['Milestones!A3', 'a9-9-9', 'measure-not-there'],
    ['Milestones!F4', '2026-02-30', 'form-day'],
    ['Milestones!G5', 'closed', 'not-one-of'],
    ['Milestones!B7', 'm1', 'twice'],
    ['Budget!D2', -1, 'too-small'],
    ['Budget!D3', 0.123, 'form-money'],
    ['Budget!C4', 'bank', 'not-one-of'],
    ['Risks!E2', 7, 'too-big'],
    ['Evidence!F2', 'yesterday', 'form-day'],
    ['Indicators!B2', 'g99', 'goal-not-there'],
    ['Indicators!J3', 'sideways', 'not-one-of'],
    ['Targets!C4', 'many', 'expected-number'],
    ['Readings!B2', '2026-Q7', 'form-period'],
    ['Readings!C3', true, 'expected-number'],
    ['Reports!E2', 'EVERY YEAR', 'rule-unreadable'],
    ['Policies!B2', '5', 'too-big'],
    ['Policies!D3', '3 mayor', 'not-one-of'],
  ]

  test('with forty planted mistakes has them reported at once, each in its cell, and nothing else', async () => {
    const bytes = await sampleSheets((sheets) => {
      for (const [cell, value] of slips) put(sheets, cell, value)
    })
    const { findings } = await readPlanFile(bytes, known)
    const errors = findings.filter(isError)
    expect(signs(errors)).toEqual(slips.map(([cell, , key]) => `${cell} error ${key}`).toSorted())
    expect(errors).toHaveLength(40)
    areExplained(findings)
    const sheets = errors.map(({ sheet }) => sheet)
    expect([...new Set(sheets)]).toHaveLength(sheets.filter((one, n) => one !== sheets[n - 1]).length)
  })

  test('says which formulas are in it, and takes none of them', async () => {
    const data = [
      ['id', 'goal'],
      ['o1', { type: 'Formula' as const, value: '=1+1' }],
    ]
    const bytes = await writeExcelFile([{ sheet: 'Objectives', data }]).toBuffer()
    const { findings } = await readPlanFile(new Uint8Array(bytes), known)
    expect(signs(findings)).toContain('Objectives!B2 error formula')
  })

  test('is read as people fill it in: dates, numbers with spaces, yes and no in their own words', async () => {
    const bytes = await sampleSheets((sheets) => {
      put(sheets, 'Milestones!F4', new Date('2026-12-24T00:00:00Z'))
      put(sheets, 'Budget!D2', '90 000,50')
      put(sheets, 'Indicators!N3', 'tak')
      put(sheets, 'Measures!M2', 'wpsz; mrm')
      put(sheets, 'Readings!B7', 2026)
    })
    const { findings, items } = await readPlanFile(bytes, known)
    expect(findings.filter(isError)).toEqual([])
    expect(items!.get('milestone/a1-1-1/m3')!.fields['due']).toBe('2026-12-24')
    expect(items!.get('budget/a1-1-1/2026/own')!.fields['planned']).toBe(90000.5)
    expect(items!.get('indicator/i02')!.fields['cumulative_within_year']).toBe(true)
    expect(items!.get('measure/a1-1-1')!.fields['supporting']).toEqual(['wpsz', 'mrm'])
  })

  test('with a column or a sheet that nobody knows is warned of, and the rest is read', async () => {
    const bytes = await sampleSheets((sheets) => {
      put(sheets, 'Goals!M1', 'name_plx')
      sheets.push({ name: 'Notes', rows: [['hello']] })
    })
    const { findings, items } = await readPlanFile(bytes, known)
    expect(signs(findings)).toEqual(
      expect.arrayContaining(['Goals!M1 warning column-unknown-guess', 'Notes!A1 warning sheet-unknown']),
    )
    expect(items).toBeDefined()
  })

  test('that is none, or would fill the memory, is refused kindly', async () => {
    const huge = zipSync({ 'xl/workbook.xml': new Uint8Array(100_000_001) }, { level: 1 })
    const far =
      '<worksheet><sheetData><row r="1"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    const wide = zipSync({
      'xl/workbook.xml': utf8('<workbook><sheets><sheet name="Plan" r:id="rId1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': utf8('<R><Relationship Id="rId1" Target="worksheets/s.xml"/></R>'),
      'xl/worksheets/s.xml': utf8(far),
    })
    const keys = await Promise.all(
      [huge, wide, utf8('PK no archive'), zipSync({ 'a.txt': utf8('a') })].map(
        async (bytes) => (await readPlanFile(bytes, known)).findings.map(keyOf)[0],
      ),
    )
    expect(keys).toEqual(['unpacks-large', 'sheet-large', 'no-workbook', 'no-workbook'])
  })
})

function utf8(words: string): Uint8Array {
  return new TextEncoder().encode(words)
}

interface LooseSheet {
  readonly name: string
  readonly rows: Sheet['rows'][number][number][][]
}

/** The sample as a workbook, with cells changed. */
async function sampleSheets(change: (sheets: LooseSheet[]) => void): Promise<Uint8Array> {
  const { items } = await readPlanFile(sample, known)
  const { sheets } = await readWorkbook(await planAsSheets(items!, 1, text))
  const loose = sheets!.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }))
  change(loose)
  const written = loose.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((row) =>
      row.map((cell) =>
        cell instanceof Date
          ? { value: cell, type: Date, format: 'yyyy-mm-dd' }
          : cell === null
            ? null
            : { value: cell },
      ),
    ),
  }))
  return new Uint8Array(await writeExcelFile(written).toBuffer())
}

function put(sheets: LooseSheet[], cell: string, value: LooseSheet['rows'][number][number]): void {
  const [, name, letter, row] = /^(\w+)!([A-Z])(\d+)$/.exec(cell)!
  sheets.find((sheet) => sheet.name === name)!.rows[Number(row) - 1]![letter!.charCodeAt(0) - 65] = value
}
