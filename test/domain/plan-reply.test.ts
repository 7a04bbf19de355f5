/** Measures as their lead sees them, in one line each. */
import { expect, test } from 'vitest'
import type { World } from '../../src/domain/dialogue.ts'
import { planReply } from '../../src/domain/dialogues/plan.ts'
import type { LedMeasure } from '../../src/domain/progress.ts'
import { loadText } from '../../src/runtime/text.ts'

const text = loadText()
const today = '2026-11-25'
const measure: LedMeasure = {
  id: 'a',
  code: '2.1.1',
  names: { pl: 'Ulice szkolne' },
  lead: { pl: 'Zarząd dróg' },
  status: 'in_progress',
  rag: null,
  typedPercent: 40,
  weight: 1,
  steps: { done: 3, open: 2, overdue: 1 },
  nextOn: '2026-10-31',
}
const lines = (measures: readonly LedMeasure[]) =>
  planReply({ measures, today } as World).parts.map((part) => text.phrase('pl', part))

test('a line says the status, that it is late, how many steps are done and what is next', () => {
  expect(lines([measure])[1]).toBe(
    '• 2.1.1 Ulice szkolne: w toku, opóźnione, kroki 3 z 5 ▰▰▰▱▱, termin był 31 października',
  )
})

test('a measure without steps has no bar, one that ended is only that, and another year is named', () => {
  expect(lines([{ ...measure, steps: { done: 0, open: 0, overdue: 0 }, nextOn: null }])[1]).toBe(
    '• 2.1.1 Ulice szkolne: w toku',
  )
  expect(lines([{ ...measure, status: 'carried_over' }])[1]).toBe('• 2.1.1 Ulice szkolne: przeniesione')
  expect(lines([{ ...measure, nextOn: '2027-03-01' }])[1]).toContain('następny termin 1 marca 2027')
})

test('who leads nothing is told so', () => {
  expect(lines([])).toEqual(['W planie nie ma jeszcze działań dla Was.'])
})
