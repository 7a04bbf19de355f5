import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readConsultationFile } from '../../src/app/consultation-file.ts'
import type { Definition } from '../../src/domain/consultation.ts'
import { leastThreshold, missingToOpen } from '../../src/domain/opening.ts'

const { definitions } = readConsultationFile(
  readFileSync(new URL('../../prisma/seed/consultations.yaml', import.meta.url), 'utf8'),
)
const [safe, , support] = definitions as [Definition, Definition, Definition]
const entities = ['zdt', 'ws', 'wpsz']
const missing = (definition: Definition, known = entities) =>
  missingToOpen(definition, known).map((phrase) => ('key' in phrase ? phrase.key : ''))

describe('before opening', () => {
  test('the sample consultations lack nothing but a plan', () => {
    expect(definitions.map((one) => missing(one))).toEqual([[], [], []])
    expect(definitions.map((one) => missing(one, []))).toEqual([
      ['opening-owner-unknown'],
      ['opening-owner-unknown'],
      ['opening-owner-unknown'],
    ])
  })

  test.each<[string, Partial<Definition>]>([
    ['opening-owner', { decisionOwner: '' }],
    ['opening-owner-unknown', { decisionOwner: 'nobody' }],
    ['opening-outcome-date', { outcomeDueOn: safe.closesOn }],
    ['opening-can-change', { canChange: {} }],
    ['opening-cannot-change', { cannotChange: { pl: ' ' } }],
    ['opening-languages', { languages: [] }],
    ['opening-language', { title: { pl: 'Tylko po polsku', uk: 'І українською' } }],
    ['opening-threshold', { threshold: 9 }],
    ['opening-questions', { questions: [] }],
    ['opening-places', { places: [] }],
  ])('%s is asked for', (key, change) => expect(missing({ ...safe, ...change })).toEqual([key]))

  test('a topic of high risk has stricter rules', () => {
    expect(missing({ ...support, threshold: 14 })).toEqual(['opening-threshold'])
    expect(missing({ ...support, places: ['web', 'discord'] })).toEqual(['opening-risk-discord'])
    expect(missing({ ...support, questions: safe.questions })).toEqual(['opening-risk-text'])
    expect(leastThreshold(true)).toBeGreaterThan(leastThreshold(false))
  })

  test('everything that is missing is said at once', () => {
    const empty = {
      ...safe,
      decisionOwner: '',
      canChange: {},
      cannotChange: {},
      threshold: 1,
      outcomeDueOn: safe.opensOn,
    }
    expect(missing(empty)).toEqual([
      'opening-owner',
      'opening-outcome-date',
      'opening-can-change',
      'opening-cannot-change',
      'opening-threshold',
    ])
  })

  test('an untranslated text is found wherever it hides', () => {
    const untold = { pl: 'Tylko po polsku', en: 'Only in English too' }
    const places: Partial<Definition>[] = [
      { introExtra: untold },
      { texts: { thanks: untold } },
      { ageBands: [{ id: 'u13', label: untold }] },
      { about: [{ id: 'gender', text: untold }] },
      {
        questions: [{ id: 'q', kind: 'number', min: 0, max: 1, unit: untold, text: safe.title, routes: [] }],
      },
      {
        questions: [
          {
            id: 'q',
            kind: 'scale',
            from: 1,
            to: 5,
            low: untold,
            high: safe.title,
            text: safe.title,
            routes: [],
          },
        ],
      },
      { questions: [{ id: 'q', kind: 'district', text: safe.title, hint: untold, routes: [] }] },
      {
        questions: [
          { id: 'q', kind: 'single', text: safe.title, options: [{ id: 'a', label: untold }], routes: [] },
        ],
      },
    ]
    for (const place of places)
      expect(missingToOpen({ ...safe, ...place }, entities)).toMatchObject([
        { key: 'opening-language', args: { count: 1, language: { key: 'language-uk' } } },
      ])
  })
})
