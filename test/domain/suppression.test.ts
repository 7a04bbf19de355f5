import { describe, expect, test } from 'vitest'
import { publish, type Results } from '../../src/domain/results.ts'
import { isShown } from '../../src/domain/suppression.ts'
import { attack, attackBoth, hiddenIn, type Printed, type Solved } from '../support/attacker.ts'
import { asked, cityOf, printedIn, printedPlainly, randomFrom } from '../support/city-of-answers.ts'
import { countByHand, definition, districts, people, type Reply } from '../support/crowd.ts'

const { threshold } = definition

function publishOf(
  consultation: typeof definition,
  crowd: readonly Reply[],
  earlier: readonly Results[] = [],
) {
  const { questions } = consultation
  const survey = { definition: consultation, questions, districts, isSample: false }
  return publish(survey, countByHand(questions, crowd), earlier)
}

/** Few big cities and many small ones. */
const cities = [
  { seed: 1, size: 5000, questions: ['one', 'some', 'rate', 'minutes', 'order', 'pairs', 'where'] },
  { seed: 2, size: 1500, questions: ['one', 'some', 'rate', 'minutes', 'order', 'pairs', 'where'] },
  { seed: 3, size: 900, questions: ['one', 'some', 'words', 'rate'] },
  { seed: 4, size: 700, questions: ['rate', 'minutes', 'order'] },
  ...[5, 6, 7, 8, 9, 10, 11, 12].map((seed) => ({
    seed,
    size: 500 + 10 * seed,
    questions: ['one', 'some', 'rate'],
  })),
  ...[13, 14, 15, 16].map((seed) => ({ seed, size: 500 + 10 * seed, questions: ['rate', 'minutes'] })),
  ...[17, 18, 19].map((seed) => ({ seed, size: 40 + 5 * seed, questions: ['some', 'order', 'pairs'] })),
]

describe('an attacker with all tables and a linear solver', () => {
  test('cannot narrow down a hidden count; where small counts are hidden one by one, some are solved', async () => {
    const tally = { attacked: 0, solved: 0, plainlyAttacked: 0, plainlySolved: 0, shown: 0, plainlyShown: 0 }
    for (const { seed, size, questions } of cities) {
      const consultation = asked(questions)
      const crowd = cityOf(consultation, size, seed)
      const solved = await attack(consultation, printedIn(publishOf(consultation, crowd)))
      const plain = printedPlainly(consultation, countByHand(consultation.questions, crowd))
      const plainly = await attack(consultation, plain)
      expect(solved.filter(({ least, most }) => most - least < threshold)).toEqual([])
      // An attack that misses the truth would prove nothing.
      const truth = printedPlainly(
        { ...consultation, threshold: 0 },
        countByHand(consultation.questions, crowd),
      )
      const isRight = ({ cell, least, most }: Solved) => isBetween(truth.counts.get(cell) ?? 0, least, most)
      expect([...solved, ...plainly].filter((one) => !isRight(one))).toEqual([])
      const cells = plain.counts.size + plainly.length
      tally.attacked += solved.length
      tally.solved += solved.filter(isSolved).length
      tally.plainlyAttacked += plainly.length
      tally.plainlySolved += plainly.filter(isSolved).length
      tally.shown += cells - solved.length
      tally.plainlyShown += plain.counts.size
    }
    console.info(
      `${tally.attacked} hidden counts attacked, ${tally.solved} solved; hidden one by one: ${tally.plainlyAttacked} attacked, ` +
        `${tally.plainlySolved} solved. Shown: ${tally.shown}, one by one ${tally.plainlyShown}.`,
    )
    expect(tally.solved).toBe(0)
    expect(tally.plainlySolved).toBeGreaterThan(0)
  })

  test('learns nothing from results published again after one to three people were erased', () => {
    for (const seed of [21, 22, 23, 24, 25, 26]) {
      const consultation = asked(['one', 'some', 'rate'])
      const crowd = cityOf(consultation, 600, seed)
      const first = publishOf(consultation, crowd)
      const rest = withoutSome(crowd, 1 + (seed % 3), seed)
      expect(publishOf(consultation, rest, [first])).toEqual(first)
      // Counted afresh, the two would have told of those who left.
      expect(
        differences(printedIn(first), printedIn(publishOf(consultation, rest))).some(
          (one) => one < threshold,
        ),
      ).toBe(true)
    }
  })

  test('finds no two publications that differ by a few people when many more answered in between', () => {
    const consultation = asked(['one', 'some', 'rate'])
    for (const seed of [31, 32, 33]) {
      const crowd = cityOf(consultation, 900, seed)
      const first = publishOf(consultation, crowd)
      const second = publishOf(consultation, [...crowd, ...cityOf(consultation, 500, seed + 100)], [first])
      const [before, after] = [printedIn(first), printedIn(second)]
      expect(differences(before, after).filter((one) => one < threshold)).toEqual([])
      const stayedHidden = hiddenIn(consultation, before).filter((cell) => after.counts.has(cell))
      expect(stayedHidden).toEqual([])
    }
  })

  test('solves nothing from two publications together, and learns of no hidden count that it is small; plainly published, it does', async () => {
    const consultation = asked(['one', 'some', 'rate'])
    const tally = { attacked: 0, solved: 0, small: 0, plainlyAttacked: 0, plainlySolved: 0 }
    for (const seed of [31, 32, 33, 34, 35, 36]) {
      const crowd = cityOf(consultation, 900, seed)
      const all = [...crowd, ...cityOf(consultation, 60 * (seed - 30), seed + 100)]
      const first = publishOf(consultation, crowd)
      const second = publishOf(consultation, all, [first])
      const solved = await attackBoth(consultation, [printedIn(first), printedIn(second)])
      const plainly = await attackBoth(consultation, [
        printedPlainly(consultation, countByHand(consultation.questions, crowd)),
        printedPlainly(consultation, countByHand(consultation.questions, all)),
      ])
      tally.attacked += solved.length
      tally.solved += solved.filter(isSolved).length
      tally.small += solved.filter(({ most }) => most < threshold).length
      tally.plainlyAttacked += plainly.length
      tally.plainlySolved += plainly.filter(isSolved).length
    }
    console.info(
      `Two publications: ${tally.attacked} hidden counts attacked, ${tally.solved} solved, ${tally.small} known to be small; ` +
        `hidden one by one: ${tally.plainlyAttacked} attacked, ${tally.plainlySolved} solved.`,
    )
    expect(tally).toMatchObject({ solved: 0, small: 0 })
    expect(tally.plainlySolved).toBeGreaterThan(0)
  })
})

describe('suppression', () => {
  test('hides a zero and a group that is all of one mind like any small count', () => {
    const crowd = [
      ...people(30, { one: { options: ['a'] } }, { gender: 'girl' }),
      ...people(30, { one: { options: ['b'] } }, { gender: 'boy' }),
    ]
    const [one] = publishOf(asked(['one']), crowd).questions
    expect(one!.groups.flatMap(({ figures }) => figures).filter(({ people: cell }) => isShown(cell))).toEqual(
      [],
    )
  })

  test('shows all of a table in which nothing is small', () => {
    const both = (options: string[]) =>
      ['girl', 'boy', 'na'].flatMap((gender) =>
        ['b10_12', 'b13_15', 'b_na'].flatMap((age) =>
          districts.flatMap(({ id }) =>
            people(12, { one: { options } }, { gender, age_band: age, district: id }),
          ),
        ),
      )
    const crowd = [...both(['a']), ...both(['b']), ...both(['c'])]
    const [one] = publishOf(asked(['one']), crowd).questions
    expect(one!.groups).toHaveLength(9)
    expect(
      [one!, ...one!.groups].flatMap(({ figures }) => figures).every(({ people: cell }) => isShown(cell)),
    ).toBe(true)
  })

  test('keeps more than hiding every breakdown in which a count is small', () => {
    const consultation = asked(['one', 'some', 'rate'])
    const shares = [41, 42, 43, 44].map((seed) => {
      const results = publishOf(consultation, cityOf(consultation, 2000, seed))
      const shown = results.questions.flatMap(({ groups }) => groups.flatMap(({ figures }) => figures))
      return shown.filter(({ people: cell }) => isShown(cell)).length / (9 * (3 + 4 + 5))
    })
    expect(Math.min(...shares)).toBeGreaterThan(0.5)
  })
})

const isBetween = (value: number, least: number, most: number) => least <= value && value <= most

const isSolved = ({ least, most }: { least: number; most: number }) => least === most && most < threshold

function withoutSome(crowd: readonly Reply[], count: number, seed: number): Reply[] {
  const random = randomFrom(seed)
  const gone = new Set(Array.from({ length: count }, () => Math.floor(random() * crowd.length)))
  return crowd.filter((_, index) => !gone.has(index))
}

/** By how many people the counts of two publications differ, wherever both have one and it is not the same. */
function differences(before: Printed, after: Printed): number[] {
  return [...before.counts].flatMap(([cell, count]) => {
    const now = after.counts.get(cell)
    return now === undefined || now === count ? [] : [Math.abs(now - count)]
  })
}
