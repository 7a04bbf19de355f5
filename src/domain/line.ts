/** What is counted in a question: the lines that its table of results has, whichever version was answered. */
import type { Definition, Option, Question } from './consultation.ts'
import type { Localized } from './phrase.ts'

/** One line of a table: an option, a step of a scale, a band of numbers, a district. */
export interface Line {
  readonly id: string
  readonly label: Localized
}

/** A question asking for a number is shown in at most this many bands: the numbers themselves would tell too much. */
const mostBands = 10

/** The lines of a question; a text has none. */
export function linesOf(question: Question, districts: readonly Option[]): readonly Line[] {
  switch (question.kind) {
    case 'scale':
      return stepsOf(question)
    case 'number':
      return bandsOf(question)
    case 'district':
      return districts
    case 'text':
      return []
    default:
      return question.options
  }
}

/** How many numbers share a band. */
export function bandWidth({ min, max }: { readonly min: number; readonly max: number }): number {
  return Math.max(1, Math.ceil((max - min + 1) / mostBands))
}

/**
 * The questions of all versions (oldest first) as one list: the newest wording and order, then what only older ones had.
 * Where an id changed its kind, the newest kind counts.
 */
export function mergeVersions(definitions: readonly Definition[]): readonly Question[] {
  const newestFirst = definitions.toReversed().flatMap(({ questions }) => questions)
  const merged = new Map<string, Question>()
  for (const question of newestFirst) {
    const known = merged.get(question.id)
    merged.set(question.id, known ? widen(known, question) : question)
  }
  return [...merged.values()]
}

function stepsOf({ from, to, low, high }: Extract<Question, { kind: 'scale' }>): Line[] {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const step = from + index
    const end = step === from ? low : step === to ? high : { pl: '' }
    return { id: String(step), label: reword(end, (word) => (word ? `${step} – ${word}` : String(step))) }
  })
}

function bandsOf(question: Extract<Question, { kind: 'number' }>): Line[] {
  const width = bandWidth(question)
  return Array.from({ length: Math.ceil((question.max - question.min + 1) / width) }, (_, index) => {
    const first = question.min + index * width
    const last = Math.min(question.max, first + width - 1)
    const numbers = first === last ? String(first) : `${first}–${last}`
    return {
      id: String(index),
      label: reword(question.unit ?? { pl: '' }, (unit) => `${numbers} ${unit}`.trim()),
    }
  })
}

function reword(text: Localized, change: (word: string) => string): Localized {
  return Object.fromEntries(Object.entries(text).map(([locale, word]) => [locale, change(word)]))
}

function widen(newer: Question, older: Question): Question {
  if (newer.kind === 'scale' && older.kind === 'scale')
    return { ...newer, from: Math.min(newer.from, older.from), to: Math.max(newer.to, older.to) }
  if (newer.kind === 'number' && older.kind === 'number')
    return { ...newer, min: Math.min(newer.min, older.min), max: Math.max(newer.max, older.max) }
  if (newer.kind === older.kind && 'options' in newer && 'options' in older) {
    const gone = older.options.filter(({ id }) => newer.options.every((option) => option.id !== id))
    return { ...newer, options: [...newer.options, ...gone] }
  }
  return newer
}
