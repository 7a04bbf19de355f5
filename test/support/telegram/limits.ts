/** What Telegram refuses although its types allow it: lengths, broken markup, impossible keyboards. */
import type { InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity } from '@effect-ak/tg-bot-api'

/** A refusal, worded as the Bot API words it. */
export class Refusal extends Error {
  readonly code: number
  readonly parameters: Record<string, number> | undefined
  constructor(code: number, description: string, parameters?: Record<string, number>) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

/** The text as people would see it. @throws {Refusal} */
export function acceptText(
  text: string,
  limits: { max: number; parseMode?: string | undefined; mayBeEmpty?: boolean },
): string {
  if (/\p{Surrogate}/u.test(text)) throw new Refusal(400, 'Bad Request: strings must be encoded in UTF-8')
  const shown = (limits.parseMode === 'HTML' ? parseHtml(text) : text).trim()
  if (shown === '' && !limits.mayBeEmpty) throw new Refusal(400, 'Bad Request: message text is empty')
  if (shown.length > limits.max) throw new Refusal(400, 'Bad Request: message is too long')
  return shown
}

/** The marks as people would see them, in a text that was accepted. @throws {Refusal} */
export function acceptEntities(
  entities: readonly MessageEntity[] | undefined,
  text: string,
): readonly MessageEntity[] | undefined {
  const open: number[] = []
  let at = 0
  for (const { offset, length, ...entity } of entities ?? []) {
    const isInside = offset >= at && length > 0 && offset + length <= text.length
    while (open.length > 0 && open.at(-1)! <= offset) open.pop()
    const isNested = open.length === 0 || offset + length <= open.at(-1)!
    const isWhole = !/\p{Surrogate}/u.test(text.slice(offset, offset + length))
    const isWeb = entity.type !== 'text_link' || URL.canParse(entity.url ?? '')
    if (!isInside || !isNested || !isWhole || !isWeb)
      throw new Refusal(400, "Bad Request: can't parse entities: an entity does not fit the text")
    open.push(offset + length)
    at = offset
  }
  return entities
}

const tags = /^(b|strong|i|em|u|ins|s|strike|del|span|tg-spoiler|a|tg-emoji|code|pre|blockquote)$/
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

function parseHtml(text: string): string {
  const open: string[] = []
  const shown = text.replace(
    /<(\/?)([a-z-]*)((?:\s[^<>]*)?)>|[<>]|&(#?\w+;)?/gi,
    (found, slash: string, name: string, _, entity: string) => {
      if (found.startsWith('&')) return decodeEntity(entity)
      if (name === undefined || !tags.test(name))
        throw new Refusal(400, "Bad Request: can't parse entities: unsupported start tag")
      if (!slash) open.push(name)
      else if (open.pop() !== name)
        throw new Refusal(400, "Bad Request: can't parse entities: unmatched end tag")
      return ''
    },
  )
  if (open.length > 0) throw new Refusal(400, "Bad Request: can't parse entities: can't find end tag")
  return shown
}

function decodeEntity(entity: string | undefined): string {
  const name = entity?.slice(0, -1) ?? ''
  if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1).replace(/^x/i, '0x')) || 0xfffd)
  return entities[name] ?? `&${entity ?? ''}`
}

/** @throws {Refusal} when Telegram would not show this keyboard */
export function acceptKeyboard(keyboard: InlineKeyboardMarkup | undefined): void {
  const rows = keyboard?.inline_keyboard ?? []
  if (rows.flat().length > 100) throw new Refusal(400, 'Bad Request: reply markup is too long')
  if (rows.some((row) => row.length > 8)) throw new Refusal(400, 'Bad Request: BUTTON_COUNT_INVALID')
  for (const button of rows.flat()) acceptButton(button)
}

function acceptButton(button: InlineKeyboardButton): void {
  if (button.text.trim() === '')
    throw new Refusal(400, "Bad Request: can't parse inline keyboard button: text must be non-empty")
  const actions = Object.keys(button).filter(
    (key) => !['text', 'style', 'icon_custom_emoji_id'].includes(key),
  )
  if (actions.length !== 1)
    throw new Refusal(400, "Bad Request: can't parse inline keyboard button: exactly one action expected")
  if (button.callback_data !== undefined) acceptCallbackData(button.callback_data)
  if (button.url !== undefined) acceptUrl(button.url)
}

function acceptCallbackData(data: string): void {
  const bytes = Buffer.byteLength(data)
  if (bytes < 1 || bytes > 64) throw new Refusal(400, 'Bad Request: BUTTON_DATA_INVALID')
}

function acceptUrl(text: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isWeb = url !== undefined && ['http:', 'https:', 'tg:'].includes(url.protocol)
  const payload = url?.searchParams.get('start')
  if (
    !isWeb ||
    (url.hostname === 't.me' && typeof payload === 'string' && !/^[A-Za-z0-9_-]{1,64}$/.test(payload))
  )
    throw new Refusal(400, 'Bad Request: BUTTON_URL_INVALID')
}

/** @throws {Refusal} when Telegram would not take this menu of commands */
export function acceptCommands(commands: readonly { command: string; description: string }[]): void {
  if (commands.length > 100) throw new Refusal(400, 'Bad Request: BOT_COMMANDS_TOO_MUCH')
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw new Refusal(400, 'Bad Request: BOT_COMMAND_INVALID')
    if (description.length < 1 || description.length > 256)
      throw new Refusal(400, 'Bad Request: BOT_COMMAND_DESCRIPTION_INVALID')
  }
}
