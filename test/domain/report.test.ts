/** Numbers as people type them, and words for "there is none". */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNone, numberIn } from '../../src/domain/dialogues/report.ts'

describe('a number', () => {
  test.each([
    ['1250', '1250'],
    ['12,5', '12.5'],
    ['12.5', '12.5'],
    ['1 250,5', '1250.5'],
    ['1\u00a0250', '1250'],
    [' 66 % ', '66'],
    ['−3', '-3'],
    ['0', '0'],
  ])('"%s" is %s', (typed, value) => expect(numberIn(typed)).toBe(value))

  test.each(['', '-', 'dużo', '12a', '1,2,3', '1.250,5', '10-12', '.5', '9'.repeat(16)])(
    '"%s" is none',
    (typed) => expect(numberIn(typed)).toBeUndefined(),
  )

  test('is read the same with spaces between thousands and a comma', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 99 }), (whole, part) => {
        const written = `${whole.toLocaleString('pl-PL')},${String(part).padStart(2, '0')}`
        expect(Number(numberIn(written))).toBeCloseTo(whole + part / 100, 5)
      }),
    )
  })
})

test.each(['-', ' Nie wiem', 'brak danych', 'n/a', 'Не знаю'])('"%s" says that there is none', (typed) =>
  expect(isNone(typed)).toBe(true),
)

test.each(['0', '-1', 'nie'])('"%s" does not', (typed) => expect(isNone(typed)).toBe(false))
