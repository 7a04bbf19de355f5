import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { isError, readConsultationFile, type Finding } from '../../src/app/consultation-file.ts'
import { consultationJsonSchema } from '../../src/app/consultation-file/schema.ts'
import { valueAt } from '../../src/app/file/structure.ts'
import { largestSourceBytes } from '../../src/app/file/source.ts'
import { locales } from '../../src/domain/phrase.ts'
import { loadText } from '../../src/runtime/text.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const sample = read('prisma/seed/consultations.yaml')
const planted = read('test/app/planted.yaml')
const text = loadText()

const keyOf = ({ phrase }: Finding) => ('key' in phrase ? phrase.key.replace('file-', '') : '')
const signs = (findings: readonly Finding[]) =>
  findings.map((one) => `${one.line} ${one.level} ${keyOf(one)}`).toSorted()
const keysIn = (source: string | Uint8Array) => readConsultationFile(source).findings.map(keyOf)

/** What the comments of a file say about its lines: `# error: one, another; warning: a third`. */
function promised(source: string): string[] {
  const said = source
    .split('\n')
    .flatMap((line, index) =>
      (/# ((?:error|warning): .+)$/.exec(line)?.[1]?.split('; ') ?? []).map(
        (part) => [index + 1, part] as const,
      ),
    )
  return said
    .flatMap(([line, part]) => {
      const [level, keys = ''] = part.split(': ')
      return keys.split(', ').map((key) => `${line} ${level} ${key}`)
    })
    .toSorted()
}

/** The sample with one passage replaced; fails when the passage is not there. */
function edited(from: string, to: string): string {
  expect(sample).toContain(from)
  return sample.replace(from, to)
}

function pathsIn(value: unknown, at: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [at]
  const steps = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  const inside = steps.flatMap((step) =>
    pathsIn((value as Record<string | number, unknown>)[step], [...at, step]),
  )
  return at.length === 0 ? inside : [at, ...inside]
}

describe('the sample file', () => {
  const { findings, definitions, safeguarding } = readConsultationFile(sample)

  test('imports clean, without a single remark', () => expect(findings).toEqual([]))

  test('becomes three consultations with their own rules', () => {
    const rules = definitions.map((one) => [
      one.id,
      one.tag.length,
      one.questions.length,
      one.threshold,
      one.isHighRisk,
      one.helpCard.length,
    ])
    expect(rules).toEqual([
      ['safe-way-to-school', 6, 8, 10, false, 0],
      ['free-time-and-sport', 6, 7, 10, false, 0],
      ['support-when-it-is-hard', 6, 7, 15, true, 2],
    ])
    expect(new Set(definitions.map(({ tag }) => tag)).size).toBe(3)
  })

  test('keeps routes, bounds, exclusive answers, shared texts and dates', () => {
    const [first] = definitions
    expect(first?.questions[0]?.routes[0]).toEqual({
      when: { is: 'any', options: ['walk', 'bike', 'mixed'] },
      goto: 'q2',
    })
    expect(first?.questions[1]).toMatchObject({ kind: 'several', max: 2 })
    expect(first?.questions[1]).toHaveProperty('options.6.isExclusive', true)
    expect(first?.questions[4]).toMatchObject({
      kind: 'scale',
      from: 1,
      to: 5,
      routes: [{ when: { is: 'atMost', value: 2 } }, { when: { is: 'always' } }],
    })
    expect(first?.questions[6]).toMatchObject({ kind: 'text', maxChars: 120 })
    expect(first?.texts.agree?.en).toBe('I understand, start')
    expect(first?.texts.assent?.pl).toMatch(/POMOC\.$/)
    expect(first?.ageBands.map(({ id }) => id)).toEqual(['u13', 'a13_15', 'a16_17', 'a18_26', 'a27'])
    expect(first?.about.map(({ id }) => id)).toEqual(['age_band', 'city_part'])
    expect([first?.opensOn, first?.closesOn, first?.outcomeDueOn]).toEqual([
      '2026-05-04',
      '2026-05-29',
      '2026-07-28',
    ])
  })

  test('brings its helplines and patterns along', () => {
    expect(safeguarding?.helpCard.lines.map(({ number }) => number)).toEqual([
      '112',
      '116 111',
      '800 12 12 12',
      '12 421 92 82',
    ])
    expect(safeguarding?.routing['life_threat']).toEqual({
      opensCase: true,
      priority: 'immediate',
    })
    expect(safeguarding?.safeWords).toEqual(['pomoc', 'sos', 'help', 'допомога'])
  })

  test('passes the JSON Schema that editors use', () => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(consultationJsonSchema())
    expect(validate(parse(sample)), JSON.stringify(validate.errors)).toBe(true)
    expect(validate(parse(planted))).toBe(false)
  })
})

describe('a file with planted mistakes', () => {
  const { findings, definitions } = readConsultationFile(planted, { entityIds: ['zdt', 'ws'] })

  test('gets every one of them reported at once, on its own line, and nothing else', () => {
    expect(signs(findings)).toEqual(promised(planted))
    expect(findings.filter(isError).length).toBeGreaterThan(40)
  })

  test('gives nothing to import', () => expect(definitions).toEqual([]))

  test('is explained in every language, with the cure', () => {
    for (const locale of locales)
      for (const { phrase } of findings) expect(text.phrase(locale, phrase)).toMatch(/^.{15,}[.?]$/u)
  })

  test('has its findings in the order of the file', () => {
    const lines = findings.map(({ line }) => line)
    expect(lines).toEqual(lines.toSorted((one, other) => one - other))
  })

  test('names path and column', () => {
    const found = findings.find((one) => keyOf(one) === 'route-back')
    expect(found).toMatchObject({ path: 'consultations[0].questions[1].routes[0].goto', column: 30 })
  })
})

describe('a file that is no proper YAML', () => {
  test.each([
    ['nothing at all', '', 'empty'],
    ['only a comment', '# only a comment\n', 'empty'],
    ['a tab', 'consultations:\n\t- id: a', 'tab'],
    ['an open quote', 'a: "never closed', 'unclosed'],
    ['a colon too many', 'a: b: c', 'colon'],
    ['a sign that needs quotes', 'a: @home', 'needs-quotes'],
    ['an alias of nothing', 'a: *nowhere', 'aliases'],
    ['an alias of itself', 'a: &a {b: *a}', 'aliases'],
    ['two documents', '---\na: 1\n---\nb: 2', 'one-document'],
    ['a list as a key', '? [a]\n: b', 'key-not-text'],
    ['an unknown escape', 'a: "\\q"', 'escape'],
    ['twenty thousand levels', '['.repeat(20_000), 'too-deep'],
    ['just words', 'just words', 'expected-object'],
    ['a list', '- a\n- b', 'expected-object'],
  ])('with %s is explained', (_, source, key) => {
    expect(keysIn(source)).toEqual([key])
  })

  test('a small file that would grow enormous through aliases is refused', () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) =>
        `l${level + 1}: &l${level + 1} [${Array.from({ length: 9 }, () => `*l${level}`).join(', ')}]`,
    )
    expect(keysIn(`l0: &l0 [a]\n${levels.join('\n')}`)).toEqual(['aliases'])
  })

  test('aliases may reuse a list of options', () => {
    const reused = edited(
      '        options:\n          - {id: openpitch',
      '        options: &places\n          - {id: openpitch',
    ).replace(/( {6}- id: q7\n {8}type: )text\n {8}max_chars: 200/, '$1single\n        options: *places')
    const { findings, definitions } = readConsultationFile(reused)
    expect(findings).toEqual([])
    expect(definitions[1]?.questions[6]).toHaveProperty('options.length', 6)
  })

  test('a duplicate key is reported together with everything else', () => {
    const twice = edited(
      '    topic_risk: low\n    special_category: false\n',
      '    topic_risk: low\n    topic_risk: low\n    special_category: true\n',
    )
    expect(keysIn(twice)).toEqual(['duplicate-key', 'special-category'])
  })

  test('bytes that are not UTF-8 are refused, a byte order mark is not', () => {
    expect(keysIn(Buffer.from(sample, 'utf16le'))).toEqual(['not-utf8'])
    expect(keysIn(Buffer.from(`\uFEFF${sample}`))).toEqual([])
  })

  test('a file beyond the limit is refused before it is read', () => {
    expect(keysIn(Buffer.alloc(largestSourceBytes + 1, 'a'))).toEqual(['too-large'])
  })

  test('words that other programs take for true and false are pointed at', () => {
    expect(keysIn(sample.replaceAll('id: na,', 'id: no,'))).toEqual(['trap'])
    expect(keysIn(sample.replaceAll('id: na,', 'id: "no",'))).toEqual([])
    expect(keysIn(edited('exclusive: true', 'exclusive: yes'))).toEqual(
      ['expected-boolean', 'trap'].toSorted(),
    )
  })

  test('the old YAML 1.1 does not change what words mean', () => {
    expect(keysIn(`%YAML 1.1\n---\n${sample.replaceAll('id: na,', 'id: "no",')}`)).toEqual([])
  })

  test('control characters and halves of characters are refused', () => {
    expect(keysIn(edited('{pl: "Bezpieczna droga do szkoły"', '{pl: "Bezpieczna\\0droga"'))).toEqual([
      'control',
    ])
    expect(keysIn(edited('{pl: "Bezpieczna droga do szkoły"', '{pl: "\\ud800"'))).toEqual(['control'])
  })
})

describe('an unfinished file', () => {
  test('may be imported as a draft with a whole language missing, and says so once a part', () => {
    const polish = JSON.stringify(parse(sample), (key, value: unknown) =>
      key === 'uk' && typeof value === 'string' ? undefined : value,
    )
    const { findings, definitions } = readConsultationFile(polish)
    expect(findings.filter(isError)).toEqual([])
    expect(findings.map(keyOf)).toEqual(Array.from({ length: 5 }, () => 'untranslated-several'))
    expect(definitions).toHaveLength(3)
  })

  test('takes the date of the outcome from the closing day when none is given', () => {
    const { definitions } = readConsultationFile(edited('    feedback_due: 2026-07-28\n', ''))
    expect(definitions[0]?.outcomeDueOn).toBe('2026-07-28')
  })

  test('falls back to the usual bands and questions when nothing is shared', () => {
    const shared = /\nshared:\n[\s\S]*?\n# ---/.exec(sample)?.[0] ?? ''
    const { findings, definitions } = readConsultationFile(sample.replace(shared, '\n# ---'))
    expect(findings).toEqual([])
    expect(definitions[0]?.texts).toEqual({})
    expect(definitions[0]?.ageBands.map(({ id }) => id)).toEqual(['u13', 'a13_15', 'a16_17', 'a18_26', 'a27'])
    expect(definitions[0]?.about.map(({ id }) => id)).toEqual(['age_band', 'city_part'])
  })

  test('a consultation may word the shared texts its own way', () => {
    const { definitions } = readConsultationFile(
      edited(
        '    topic_risk: high\n',
        '    topic_risk: high\n    texts: {welcome: {pl: "Cześć", en: "Hi", uk: "Привіт"}}\n',
      ),
    )
    expect(definitions.map(({ texts }) => texts.welcome?.en?.slice(0, 3))).toEqual(['Hi!', 'Hi!', 'Hi'])
  })

  test('an unknown owner is no mistake as long as no plan was imported', () => {
    expect(readConsultationFile(sample, { entityIds: [] }).findings).toEqual([])
    expect(readConsultationFile(sample, { entityIds: ['zdt', 'ws'] }).findings.map(keyOf)).toEqual([
      'owner-unknown',
    ])
  })
})

describe('any file at all', () => {
  const lines = sample.split('\n')
  const position = fc.nat({ max: sample.length - 1 })
  const scraps = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      '\t',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      ': ',
      '- ',
      '\n',
      '&a ',
      '*a',
      '!!set ',
      '|',
      '>',
      '%',
      'null',
      'true',
      '1e999',
      '.nan',
      '__proto__: 1',
      '<<: ',
      '\u202e',
      '\0',
    ),
  )
  const spliced = fc
    .array(fc.tuple(position, fc.nat({ max: 60 }), scraps), { minLength: 1, maxLength: 4 })
    .map((cuts) =>
      cuts.reduce(
        (source, [at, length, scrap]) => source.slice(0, at) + scrap + source.slice(at + length),
        sample,
      ),
    )
  const shuffled = fc
    .array(fc.tuple(fc.nat({ max: lines.length - 1 }), fc.nat({ max: lines.length - 1 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((moves) =>
      moves.reduce((order, [from, to]) => order.toSpliced(to, 1, order[from] ?? ''), lines).join('\n'),
    )
  /** The values of the sample with some of them gone, or replaced by others of the file or by anything. */
  const paths = pathsIn(parse(sample))
  const path = fc.constantFrom(...paths)
  const replacement = fc.oneof(
    path.map((from) => valueAt(parse(sample), from)),
    fc.jsonValue(),
    fc.constant(undefined),
  )
  const transplanted = fc
    .array(fc.tuple(path, replacement), { minLength: 1, maxLength: 4 })
    .map((changes) => {
      const value: unknown = parse(sample)
      for (const [at, one] of changes) {
        const parent = valueAt(value, at.slice(0, -1))
        if (typeof parent === 'object' && parent !== null) Reflect.set(parent, at.at(-1) as PropertyKey, one)
      }
      return JSON.stringify(value)
    })
  const garbage = fc.uint8Array({ maxLength: 200 })

  test('mangled in any way, is reported on and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(spliced, shuffled, transplanted, transplanted, garbage), (source) => {
        const { findings, definitions } = readConsultationFile(source)
        const isRefused = findings.some(isError)
        expect(definitions.length > 0).toBe(!isRefused)
        for (const { line, column, phrase } of findings) {
          expect(Math.min(line, column)).toBeGreaterThan(0)
          text.phrase('uk', phrase)
        }
      }),
      { numRuns: 120 },
    )
  })
})

test('the JSON Schema in docs/ is the one the importer uses', () => {
  expect(JSON.parse(read('docs/schema/consultation.schema.json'))).toEqual(
    JSON.parse(JSON.stringify(consultationJsonSchema())),
  )
})

test('the example in the documentation imports clean and uses every kind of question', () => {
  const example =
    /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(read('docs/consultation-files.md'))?.[1] ?? ''
  const { findings, definitions } = readConsultationFile(example)
  expect(findings).toEqual([])
  const kinds = definitions.flatMap(({ questions }) => questions.map(({ kind }) => kind))
  expect(new Set(kinds)).toEqual(
    new Set(['single', 'several', 'scale', 'text', 'number', 'ranking', 'pairwise', 'district']),
  )
})
