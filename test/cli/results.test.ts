import { describe, expect, test } from 'vitest'
import { createCli, type Cli } from '../../src/cli/cli.ts'
import { resultsAsTable } from '../../src/cli/results-table.ts'
import { groupings } from '../../src/domain/figure.ts'
import { locales, type Locale } from '../../src/domain/phrase.ts'
import { leastRespondents, withQuotations } from '../../src/domain/results.ts'
import { loadText } from '../../src/runtime/text.ts'
import { people, questions } from '../support/crowd.ts'
import { crowd, resultsFrom } from '../support/published.ts'

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

describe('results as a table', () => {
  test.each(locales)(
    'tell every question with bars, numbers and one kind sentence about what is hidden, in %s',
    (locale) => {
      const written = resultsAsTable(resultsFrom(crowd), cliIn(locale))
      for (const question of questions) expect(written).toContain(question.text[locale])
      expect(written).toContain('█'.repeat(13))
      expect(written.split(text.say(locale, 'results-hidden-note', { threshold: 10 }))).toHaveLength(2)
      expect(written).not.toMatch(/results-|\{|undefined|NaN/)
    },
  )

  test('never write a hidden count as a zero', () => {
    const line = resultsAsTable(resultsFrom(crowd), cliIn('en'))
      .split('\n')
      .find((one) => one.includes('117–120 min (en)'))
    expect(line?.trim()).toMatch(/^117–120 min \(en\)\s+hidden$/)
  })

  test.each(groupings)('break down by %s when asked', (by) => {
    const written = resultsAsTable(resultsFrom(crowd), cliIn('en'), by)
    expect(written).toContain(text.say('en', `results-by-${by}`))
    expect(written.includes('girl (en) (159)')).toBe(by === 'gender')
  })

  test('say that they are made up when they are', () => {
    expect(resultsAsTable(resultsFrom(crowd, true), cliIn('en'))).toContain('Sample data')
    expect(resultsAsTable(resultsFrom(crowd), cliIn('en'))).not.toContain('Sample data')
  })

  test('of too few people are one sentence and no figures', () => {
    const written = resultsAsTable(resultsFrom(people(9, { one: { options: ['a'] } })), cliIn('en'))
    expect(written).toContain(text.say('en', 'results-too-few'))
    expect(written).not.toContain('one?')
  })

  test('say how many took part at least where that is hidden: never fewer than went to the end', () => {
    const results = resultsFrom(crowd)
    const [least = 0, end = 0] = [/at least (\d+) people/, /to the end: (\d+)/].map((said) =>
      Number(said.exec(resultsAsTable(results, cliIn('en')))?.[1]),
    )
    expect(results.respondents).toEqual({ isSuppressed: true })
    expect(least).toBe(leastRespondents(results))
    expect(end <= least || Number.isNaN(end)).toBe(true)
  })

  test('do not let a quotation steer the terminal', () => {
    const written = resultsAsTable(
      withQuotations(resultsFrom(crowd), new Map([['words', ['\u001B[2Jboo\u202Eabc']]])),
      cliIn('en'),
    )
    expect(written).toContain('• [2Jboo abc')
  })
})
