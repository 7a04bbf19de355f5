/** Who took part beside who lives in the city: what is said, what is left out, and that it is made of shown numbers only. */
import { describe, expect, test } from 'vitest'
import { comparableGroups, compare, missingOf, type Comparison } from '../../src/domain/comparison.ts'
import { isPreferNot } from '../../src/domain/group.ts'
import type { Population } from '../../src/domain/population.ts'
import { publish, type Results } from '../../src/domain/results.ts'
import { isShown } from '../../src/domain/suppression.ts'
import { nameOf } from '../support/attacker.ts'
import { asked, cityOf, printedIn } from '../support/city-of-answers.ts'
import { countByHand, definition, districts, people, questions, type Reply } from '../support/crowd.ts'
import { crowd, resultsFrom } from '../support/published.ts'
import { comparedWith, groups, population, weightsByHand } from '../support/residents.ts'

const ages = (young: number, old: number, lists = { young: ['a'], old: ['b'] }) => [
  ...people(young, { one: { options: lists.young } }, { age_band: 'b10_12' }),
  ...people(old, { one: { options: lists.old } }, { age_band: 'b13_15' }),
]
const resultsOf = (replies: readonly Reply[]): Results => {
  const consultation = asked(['one'])
  return publish(
    { definition: consultation, questions: consultation.questions, districts, isSample: false },
    countByHand(consultation.questions, replies),
  )
}
const byAge = ({ breakdowns }: Comparison) => breakdowns.find(({ by }) => by === 'age_band')

/** Everybody in every group, so that nothing of the first question is hidden. */
const mixed = (times: (age: string, option: string) => number) =>
  ['b10_12', 'b13_15', 'b_na'].flatMap((age) =>
    ['a', 'b', 'c'].flatMap((option) =>
      people(times(age, option), { one: { options: [option] } }, { age_band: age }),
    ),
  )

describe('who is missing', () => {
  test('is told beside the city, of those who told their group', () => {
    const comparison = comparedWith(resultsOf(mixed((age) => (age === 'b10_12' ? 20 : 60))))
    expect(byAge(comparison)).toMatchObject({
      question: 'one',
      groups: [
        {
          id: 'b10_12',
          answered: { count: 60 },
          share: 0.25,
          residents: 6000,
          residentShare: 0.6,
          standing: 'fewer',
        },
        { id: 'b13_15', answered: { count: 180 }, share: 0.75, residentShare: 0.4, standing: 'more' },
      ],
    })
    expect(missingOf(byAge(comparison)!).map(({ id }) => id)).toEqual(['b10_12'])
  })

  test('are those with the largest gap first, and nobody where all are about as in the city', () => {
    const group = (id: string, share: number, residentShare: number, standing: 'fewer' | 'alike') => ({
      ...byAge(comparedWith(resultsOf(mixed(() => 30))))!.groups[0]!,
      id,
      share,
      residentShare,
      standing,
    })
    const breakdown = {
      by: 'district' as const,
      question: 'one',
      groups: [
        group('near', 0.1, 0.2, 'fewer'),
        group('far', 0.1, 0.4, 'fewer'),
        group('even', 0.4, 0.4, 'alike'),
      ],
    }
    expect(missingOf(breakdown).map(({ id }) => id)).toEqual(['far', 'near'])
    const even = mixed((age) => (age === 'b10_12' ? 60 : 40))
    expect(missingOf(byAge(comparedWith(resultsOf(even)))!)).toEqual([])
  })

  test('leaves a hidden group out on both sides: no share of it, and none that it could be taken from', () => {
    const inDistrict = (district: string | null, count: number) =>
      ['a', 'b', 'c'].flatMap((option) => people(count, { one: { options: [option] } }, { district }))
    const replies = [inDistrict('d1', 40), inDistrict('d2', 40), inDistrict('d3', 2), inDistrict(null, 30)]
    const comparison = comparedWith(resultsOf(replies.flat()))
    const { groups: shown } = comparison.breakdowns.find(({ by }) => by === 'district')!
    expect(shown.map(({ id, share, residentShare }) => [id, share, residentShare])).toEqual([
      ['d1', 0.5, 0.5],
      ['d2', 0.5, 0.5],
      ['d3', undefined, undefined],
    ])
    expect(isShown(shown[2]!.answered)).toBe(false)
  })

  test('is not told where the city’s table lacks a group, or where fewer than two are shown', () => {
    const without = { ...population, groups: population.groups.filter(({ id }) => id !== 'boy') }
    const few = ages(100, 3)
    expect(comparedWith(resultsOf(few), without)).toMatchObject({
      breakdowns: [],
      absences: [
        { by: 'gender', why: 'not-in-table' },
        { by: 'age_band', why: 'hidden' },
        { by: 'district', why: 'hidden' },
      ],
    })
  })
})

test('ages that a consultation does not speak to are nobody’s absence', () => {
  const about = definition.about.map((one) =>
    one.id === 'age_band'
      ? { ...one, options: [...one.options!, { id: 'b19_26', label: { pl: '19–26' } }] }
      : one,
  )
  const bandsFor = (to: number) =>
    comparableGroups({ definition: { ...definition, about, audience: { from: 10, to } }, districts }).flatMap(
      ({ by, id }) => (by === 'age_band' ? [id] : []),
    )
  expect(bandsFor(18)).toEqual(['b10_12', 'b13_15'])
  expect(bandsFor(26)).toEqual(['b10_12', 'b13_15', 'b19_26'])
})

describe('weighted shares', () => {
  test('worked out by hand: half young and half old live there, a quarter and three quarters answered', () => {
    const even: Population = {
      ...population,
      groups: population.groups.map((one) => (one.by === 'age_band' ? { ...one, people: 5000 } : one)),
    }
    const times = (age: string, option: string) =>
      age === 'b_na' ? 20 : age === 'b10_12' ? (option === 'a' ? 60 : 20) : option === 'a' ? 60 : 120
    const { weightings } = comparedWith(resultsOf(mixed(times)), even)
    // 60 of 100 young and 60 of 300 old chose a: raw 120 of 400, weighted (0.6 + 0.2) / 2
    expect(weightings).toEqual([
      {
        question: 'one',
        by: 'age_band',
        effective: 300,
        largest: 2,
        isCapped: false,
        shares: [
          { line: 'a', share: 0.4 },
          { line: 'b', share: 0.3 },
          { line: 'c', share: 0.3 },
        ],
      },
    ])
  })

  test('say that the cap was reached where a few would speak for many', () => {
    const [weighting] = comparedWith(resultsOf(mixed((age) => (age === 'b10_12' ? 11 : 200)))).weightings
    expect(weighting).toMatchObject({ largest: 3, isCapped: true })
  })

  test('are not told by a breakdown in which a line is hidden in one of the groups', () => {
    const times = (age: string, option: string) => (age === 'b10_12' && option === 'c' ? 3 : 50)
    const results = resultsOf(mixed(times))
    const [weighting] = comparedWith(results).weightings
    const hidden = results.questions[0]!.groups.filter(
      ({ by, id }) => by === 'age_band' && !isPreferNot(id),
    ).flatMap(({ figures }) => figures.filter((one) => !isShown(one.people)).map(({ id }) => id))
    expect(hidden).toContain('c')
    expect(weighting).toBeUndefined()
  })
})

describe('an attacker', () => {
  test('learns nothing: every number is made of numbers that are printed already', () => {
    let numbers = 0
    for (const [seed, size] of [
      [1, 400],
      [2, 900],
      [3, 2500],
      [4, 5000],
      [5, 150],
      [6, 1200],
    ] as const) {
      const replies = cityOf(definition, size, seed)
      const results = publish(
        { definition, questions, districts, isSample: false },
        countByHand(questions, replies),
      )
      const comparison = compare(results, groups, population)
      const { counts } = printedIn(results)
      const printed = (by: string, id: string, question: string, what: string) =>
        counts.get(nameOf(`${by}/${id}`, question, what))
      for (const { by, question, groups: compared } of comparison.breakdowns) {
        const told = compared.map(({ id }) => printed(by, id, question, 'answered'))
        const [all, there] = compared.reduce(
          ([here, residents], group, index) =>
            told[index] === undefined ? [here, residents] : [here + told[index], residents + group.residents],
          [0, 0],
        )
        for (const [index, { share, residentShare, residents }] of compared.entries()) {
          const count = told[index]
          expect(share === undefined).toBe(count === undefined)
          if (count === undefined) continue
          expect(share).toBeCloseTo(count / all, 3)
          expect(residentShare).toBeCloseTo(residents / there, 3)
          numbers += 1
        }
      }
      for (const { question, by, shares } of comparison.weightings) {
        const strata = population.groups
          .filter((group) => group.by === by)
          .map(({ id, people: residents }) => ({
            id,
            residents,
            answered: printed(by, id, question, 'answered')!,
          }))
        const weights = weightsByHand(strata)
        const whole = strata.reduce((sum, { answered }, index) => sum + answered * weights[index]!, 0)
        for (const { line, share } of shares) {
          const chosen = strata.reduce(
            (sum, { id }, index) => sum + printed(by, id, question, `line ${line}`)! * weights[index]!,
            0,
          )
          expect(Math.abs(share - chosen / whole)).toBeLessThan(0.00501)
          numbers += 1
        }
      }
    }
    expect(numbers).toBeGreaterThan(60)
  })

  test('finds the same in what was stored, where hidden counts are not', () => {
    for (const replies of [crowd, cityOf(definition, 3000, 9)]) {
      const results = resultsFrom(replies)
      const stored = JSON.parse(JSON.stringify(results)) as Results
      expect(comparedWith(stored)).toEqual(comparedWith(results))
    }
  })
})
