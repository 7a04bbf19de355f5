/** One message of ours as the messages Discord takes: split, escaped, with buttons under the last. */
import type { RawFile, RESTPostAPIWebhookWithTokenJSONBody } from 'discord.js'
import type { Outgoing, Picture } from '../../domain/message.ts'
import { markedOf } from '../marked.ts'
import { render, split } from './markdown.ts'
import { answersOf, hasLongAnswers, rowsOf, type Row } from './rows.ts'
import { cut, type WordsOf } from './words.ts'

/** What is sent to Discord as one message. An edit with the same body leaves nothing of the message before. */
export interface Page {
  readonly body: Body
  readonly files: RawFile[]
}

interface Body extends Pick<RESTPostAPIWebhookWithTokenJSONBody, 'allowed_mentions'> {
  readonly content: string
  readonly components: Row[]
  readonly attachments: { id: string; filename: string; description?: string }[]
}

/** Discord refuses a message without a word, unless there is something to see. */
const nothing = '…'
/** A link to a longer address would take up the place of the words; it stays as words. */
const maxUrlChars = 512
const maxDescriptionChars = 1024

/** The pages of a message; at least one. A picture is on the first, buttons and a file are on the last. */
export function pagesOf(message: Outgoing, words: WordsOf): Page[] {
  const { text, marks = [], picture } = message
  const isEmpty = text.trim() === '' && !hasLongAnswers(message)
  const shown = isEmpty ? (picture ? '' : nothing) : withLongAnswers(message)
  const short = marks.filter(({ url = '' }) => url.length <= maxUrlChars)
  const pieces = split(markedOf({ text: shown, marks: short }))
  return pieces.map((piece, index) => {
    const pictures = index === 0 && picture ? [pictureFile(picture)] : []
    const content = render(piece)
    return index === pieces.length - 1
      ? lastPage(content, message, words, pictures)
      : page(content, [], pictures)
  })
}

function withLongAnswers(message: Outgoing): string {
  if (!hasLongAnswers(message)) return message.text
  return [message.text, '', ...answersOf(message).map(({ label }, index) => `${index + 1}. ${label}`)].join(
    '\n',
  )
}

interface File extends RawFile {
  readonly name: string
  /** What is to be seen, for those who do not see it. */
  readonly description?: string
}

function pictureFile({ name, mediaType, content, alt }: Picture): File {
  return {
    name,
    data: Buffer.from(content),
    contentType: mediaType,
    description: cut(alt, maxDescriptionChars),
  }
}

function lastPage(content: string, message: Outgoing, words: WordsOf, pictures: readonly File[]): Page {
  const { file } = message
  const files = file
    ? [{ name: file.name, data: Buffer.from(file.content), contentType: file.mediaType }]
    : []
  return page(content, rowsOf(message, words(message.lang)), [...pictures, ...files])
}

function page(content: string, components: Row[] = [], files: readonly File[] = []): Page {
  const attachments = files.map(({ name, description }, index) => ({
    id: String(index),
    filename: name,
    ...(description ? { description } : {}),
  }))
  const sent = files.map(({ name, data, contentType }): RawFile => ({
    name,
    data,
    ...(contentType && { contentType }),
  }))
  return { body: { content, components, attachments, allowed_mentions: { parse: [] } }, files: sent }
}
