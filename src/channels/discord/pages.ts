/** One message of ours as the messages Discord takes: split, escaped, with buttons under the last. */
import type { RawFile, RESTPostAPIWebhookWithTokenJSONBody } from 'discord.js'
import type { Outgoing } from '../../domain/message.ts'
import { escape, split } from './markdown.ts'
import { answersOf, hasLongAnswers, rowsOf, type Row } from './rows.ts'
import type { WordsOf } from './words.ts'

/** What is sent to Discord as one message. An edit with the same body leaves nothing of the message before. */
export interface Page {
  readonly body: Body
  readonly files: RawFile[]
}

interface Body extends Pick<RESTPostAPIWebhookWithTokenJSONBody, 'allowed_mentions'> {
  readonly content: string
  readonly components: Row[]
  readonly attachments: { id: string; filename: string }[]
}

/** Discord refuses a message without a word. */
const nothing = '…'

/** The pages of a message; at least one. */
export function pagesOf(message: Outgoing, words: WordsOf): Page[] {
  const text = escape(withLongAnswers(message))
  const pieces = split(text.trim() === '' ? nothing : text)
  return pieces.map((content, index) =>
    index === pieces.length - 1 ? lastPage(content, message, words) : page(content),
  )
}

function withLongAnswers(message: Outgoing): string {
  if (!hasLongAnswers(message)) return message.text
  return [message.text, '', ...answersOf(message).map(({ label }, index) => `${index + 1}. ${label}`)].join(
    '\n',
  )
}

function lastPage(content: string, message: Outgoing, words: WordsOf): Page {
  const { file } = message
  const files = file
    ? [{ name: file.name, data: Buffer.from(file.content), contentType: file.mediaType }]
    : []
  return page(content, rowsOf(message, words(message.lang)), files)
}

function page(content: string, components: Row[] = [], files: RawFile[] = []): Page {
  const attachments = files.map(({ name }, index) => ({ id: String(index), filename: name }))
  return { body: { content, components, attachments, allowed_mentions: { parse: [] } }, files }
}
