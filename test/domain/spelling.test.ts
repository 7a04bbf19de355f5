/** How much of need is noticed however it is written, measured and printed: the README quotes these figures. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { safeguardingOf } from '../../src/app/consultation-file/safeguarding-part.ts'
import type { SafeguardingValue } from '../../src/app/consultation-file/safeguarding-schema.ts'
import { matchesIn } from '../../src/domain/safeguarding.ts'
import { shapeOf, wordsOf } from '../../src/domain/spelling.ts'
import { unseen } from '../support/sentences.ts'
import { slipped, spellings } from '../support/spellings.ts'

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')
const { safeguarding: block } = parse(read('prisma/seed/consultations.yaml')) as {
  safeguarding: SafeguardingValue
}
const safeguarding = safeguardingOf(block)
const must = (block.test_vectors?.must_match ?? []).map(({ text }) => text)
const mustNot = (block.test_vectors?.must_not_match ?? []).flatMap(
  ({ text, known_false_positive: isKnown }) => (isKnown ? [] : text),
)
const ordinary = [...mustNot, ...(block.held_out?.ordinary ?? []), ...unseen.ordinary]
const heard = (texts: readonly string[]) => texts.filter((text) => matchesIn(text, safeguarding))
const figure = (texts: readonly string[]) => `${heard(texts).length} of ${texts.length}`

describe('a word is the same', () => {
  test.each([
    ['żyyyć', 'zyc'],
    ['zyyc', 'zyc'],
    ['kill', 'kill'],
    ['zаbić', 'zabic'],
    ['s4m0bój', 'samoboj'],
    ['rapper', 'rapper'],
    ['ѕuicide', 'suicide'],
  ])('%s as %s', (written, shape) => expect(shapeOf(written)).toBe(shapeOf(shape)))

  test('also when it is stretched beyond its own doubled letter', () =>
    expect(wordsOf('killlll')[0]).toEqual(['kill', 'kil']))

  test('but a doubled consonant is no single one', () => expect(shapeOf('rapper')).not.toMatch(/^rape/))

  test('when its letters stand apart, which a few short words do not', () => {
    expect(wordsOf('p o m o c').map(([shape]) => shape)).toEqual([shapeOf('pomoc')])
    expect(wordsOf('a w parku i tu')).toHaveLength(5)
  })
})

test('reading takes time in proportion to the text', () => {
  const steps = (times: number) => wordsOf('nie chcę żyć '.repeat(times)).length
  expect(steps(200)).toBe(200 * 3)
  expect(matchesIn('bije rekordy w bieganiu, '.repeat(2_000), safeguarding)).toBeUndefined()
})

describe('the figures', () => {
  const variants = Object.entries(spellings).map(([rule, write]) => [rule, must.map(write)] as const)
  const all = variants.flatMap(([, texts]) => texts)
  const ordinaryVariants = Object.values(spellings).flatMap((write) => ordinary.map(write))
  const figures = {
    'the sentences the list was made with': figure(must),
    'other spellings of them, by eight rules': figure(all),
    ...Object.fromEntries(variants.map(([rule, texts]) => [`– ${rule}`, figure(texts)])),
    'the same with two letters swapped': figure(must.map(slipped)),
    'disclosures written after the first list (the wider list was made with them in sight)': figure(
      block.held_out?.disclosures ?? [],
    ),
    'disclosures no list was made with': figure(unseen.disclosures),
    'false alarms in ordinary answers': figure(ordinary),
    'false alarms in other spellings of those': figure(ordinaryVariants),
  }

  test('are these', async () => {
    expect(all).toHaveLength(200)
    const table = Object.entries(figures).map(([what, count]) => `${count.padStart(10)}  ${what}`)
    process.stdout.write(`\n${table.join('\n')}\n`)
    await expect(`${table.join('\n')}\n`).toMatchFileSnapshot('./need-noticed.txt')
  })

  test('stand in the README, however they are', () => {
    const said = read('README.md').replaceAll(/\s+/g, ' ')
    for (const [what, count] of Object.entries(figures).filter(([name]) => !name.startsWith('–')))
      expect(said, what).toContain(count)
  })

  test('never leave out a sentence the list was made with', () => expect(heard(must)).toEqual(must))
})
