/** What we say, laid out the way Telegram shows it: parts that fit, buttons in rows. Pure. */
import type { InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity } from 'grammy/types'
import type { Choice, Outgoing, Picture } from '../../domain/message.ts'
import { clean } from '../clean.ts'
import { cleanMarked, cutMarked, markedOf, trimMarked, type Marked } from '../marked.ts'

/** Telegram's limits, in UTF-16 units: a message, what stands under a file, a toast. */
const maxMessageChars = 4096
const maxCaptionChars = 1024
const maxToastChars = 200

/** What becomes one message in Telegram. */
export interface Part {
  readonly text: string
  /** The marks of the text, as Telegram counts them. */
  readonly entities?: MessageEntity[]
  readonly keyboard?: InlineKeyboardMarkup
  readonly file?: NonNullable<Outgoing['file']>
  readonly picture?: Picture
}

/** The messages that show `message`, in order; the buttons and the file are on the last. `linkTo` makes deep links. */
export function partsOf(message: Outgoing, linkTo: (payload: string) => string): readonly Part[] {
  const { picture, file } = message
  const texts = splitText(cleanMarked(markedOf(message)), maxMessageChars)
  const keyboard = keyboardOf(message.choices ?? [], linkTo)
  const isCaption = texts.length <= 1 && (texts[0]?.text ?? '').length <= maxCaptionChars
  const isUnderPicture = picture !== undefined && file === undefined && isCaption
  if (texts.length === 0 || (file && (texts.at(-1)?.text ?? '').length > maxCaptionChars)) texts.push(nothing)
  const parts = texts.map(partWith)
  const last = { ...parts.at(-1)!, ...(keyboard && { keyboard }), ...(file && { file }) }
  if (isUnderPicture) return [{ ...last, picture }]
  return [...(picture ? [{ text: '', picture }] : []), ...parts.slice(0, -1), last]
}

const nothing: Marked = { text: '', marks: [] }

function partWith({ text, marks }: Marked): Part {
  return marks.length === 0 ? { text } : { text, entities: marks.map(entityOf) }
}

function entityOf({ from, to, is, url = '' }: Marked['marks'][number]): MessageEntity {
  const where = { offset: from, length: to - from }
  return is === 'link' ? { ...where, type: 'text_link', url } : { ...where, type: is }
}

/** The words a tap can be answered with, when `message` is a notice short enough to pop up. */
export function toastOf(message: Outgoing): string | undefined {
  const text = clean(message.text)
  const hasOnlyText =
    message.isNotice === true && !message.choices?.length && !message.file && !message.picture
  return hasOnlyText && text !== '' && text.length <= maxToastChars ? text : undefined
}

/** Cuts where a paragraph, else a line, else a word ends; no part is longer than `limit` or empty. */
export function splitText(marked: Marked, limit: number): Marked[] {
  const parts: Marked[] = []
  let rest = trimMarked(marked)
  while (rest.text.length > limit) {
    const end = endOfPart(rest.text, limit)
    parts.push(trimMarked(cutMarked(rest, 0, end)))
    rest = trimMarked(cutMarked(rest, end))
  }
  return rest.text === '' ? parts : [...parts, rest]
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
