/** What we say, laid out the way Telegram shows it: parts that fit, buttons in rows. Pure. */
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import type { Choice, Outgoing } from '../../domain/message.ts'
import { clean } from '../clean.ts'

/** Telegram's limits, in UTF-16 units: a message, what stands under a file, a toast. */
const maxMessageChars = 4096
const maxCaptionChars = 1024
const maxToastChars = 200

/** What becomes one message in Telegram. */
export interface Part {
  readonly text: string
  readonly keyboard?: InlineKeyboardMarkup
  readonly file?: NonNullable<Outgoing['file']>
}

/** The messages that show `message`, in order; the buttons and the file are on the last. `linkTo` makes deep links. */
export function partsOf(message: Outgoing, linkTo: (payload: string) => string): readonly Part[] {
  const texts = splitText(clean(message.text), maxMessageChars)
  const keyboard = keyboardOf(message.choices ?? [], linkTo)
  const isCaptionTooLong = message.file !== undefined && (texts.at(-1) ?? '').length > maxCaptionChars
  if (texts.length === 0 || isCaptionTooLong) texts.push('')
  return texts.map((text, index) =>
    index < texts.length - 1
      ? { text }
      : { text, ...(keyboard && { keyboard }), ...(message.file && { file: message.file }) },
  )
}

/** The words a tap can be answered with, when `message` is a notice short enough to pop up. */
export function toastOf(message: Outgoing): string | undefined {
  const text = clean(message.text)
  const hasOnlyText = message.isNotice === true && !message.choices?.length && !message.file
  return hasOnlyText && text !== '' && text.length <= maxToastChars ? text : undefined
}

/** Cuts where a paragraph, else a line, else a word ends; no part is longer than `limit` or empty. */
export function splitText(text: string, limit: number): string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > limit) {
    const end = endOfPart(rest, limit)
    parts.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  return rest === '' ? parts : [...parts, rest]
}

function endOfPart(text: string, limit: number): number {
  for (const border of ['\n\n', '\n', ' ']) {
    const end = text.lastIndexOf(border, limit)
    if (end > limit / 4) return end
  }
  const isInsideCharacter = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1))
  return isInsideCharacter ? limit - 1 : limit
}

function keyboardOf(
  choices: readonly Choice[],
  linkTo: (payload: string) => string,
): InlineKeyboardMarkup | undefined {
  const inRow = (row: Choice['row']) => choices.filter((choice) => (choice.row ?? 'answer') === row)
  const rows = [...answerRows(inRow('answer')), ...rowsOf(inRow('step'), 3), ...rowsOf(inRow('help'), 1)]
  if (rows.length === 0) return undefined
  return { inline_keyboard: rows.map((row) => row.map((choice) => buttonOf(choice, linkTo))) }
}

/** Neighbouring short answers share rows, a scale from 1 to 5 becomes one; a long answer has a row of its own. */
function answerRows(answers: readonly Choice[]): Choice[][] {
  const runs: Choice[][] = []
  for (const answer of answers) {
    const run = runs.at(-1)
    if (run?.[0] && fitInRow(run[0]) > 1 && fitInRow(answer) > 1) run.push(answer)
    else runs.push([answer])
  }
  return runs.flatMap((run) => rowsOf(run, Math.min(...run.map(fitInRow))))
}

/** How many buttons as wide as this one a phone shows side by side without cutting the words. */
function fitInRow({ label }: Choice): number {
  if (label.length <= 4) return 5
  if (label.length <= 8) return 3
  return label.length <= 12 ? 2 : 1
}

function rowsOf(choices: readonly Choice[], perRow: number): Choice[][] {
  const rows = Math.ceil(choices.length / perRow)
  return Array.from({ length: rows }, (_, row) => choices.slice(row * perRow, (row + 1) * perRow))
}

function buttonOf(choice: Choice, linkTo: (payload: string) => string): InlineKeyboardButton {
  const text = choice.isPicked === true ? `✓ ${clean(choice.label)}` : clean(choice.label)
  return choice.start === undefined ? { text, callback_data: choice.id } : { text, url: linkTo(choice.start) }
}
