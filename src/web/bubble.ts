/** One message as a bubble: paragraphs, links, numbers to dial, a file to take. */
import { html, raw } from 'hono/html'
import type { Outgoing } from '../domain/message.ts'
import { icon } from './drawings.ts'
import type { Html } from './page.ts'
import type { Helpline, Setting, View } from './parts.ts'

/** The bubble of a message that stays; `id` is what its answers are named by. */
export function bubble(message: Outgoing, id: string, setting: Setting): Html {
  return html`<div
    class="bubble"
    id="${id}"
    lang="${message.lang}"
    ${message.replaces ? raw('data-replaces') : ''}
  >
    ${paragraphs(message, setting.helplines)} ${message.file ? download(message.file, setting.view) : ''}
  </div>`
}

type Look = ReturnType<typeof raw> | ''

/** The words of progress are set small, and the question that follows them strong. */
function paragraphs({ text, progress }: Outgoing, helplines: readonly Helpline[]): Html {
  const parts = text.split(/\n{2,}/)
  const counts = progress ? parts.findIndex((part) => part.length < 32 && /^\D*\d+\D+\d+\D*$/.test(part)) : -1
  const looks = (at: number): Look =>
    counts < 0 ? '' : at === counts ? raw(' class="count"') : at === counts + 1 ? raw(' class="asked"') : ''
  return html`${parts.map((part, at) => block(part, looks(at), helplines))}`
}

/** Lines that begin with a bullet are a list, so that a screen reader counts them. */
function block(part: string, look: Look, helplines: readonly Helpline[]): Html {
  const [lead = '', ...points] = part.split(/^• ?/m)
  const said = lead.trim() ? html`<p${look}>${linked(lead.trim(), helplines)}</p>` : ''
  if (points.length === 0) return html`${said}`
  return html`${said}
    <ul>
      ${points.map((point) => html`<li>${linked(point.trim(), helplines)}</li>`)}
    </ul>`
}

/** Addresses can be opened and the helplines dialled; everything else is text. */
function linked(text: string, helplines: readonly Helpline[]): Html {
  const numbers = helplines
    .map(({ number }) => number.replaceAll(/[^\d ]/g, ''))
    .filter((number) => number.trim() !== '')
  const pattern = new RegExp(
    `(https?://[^\\s<>"]*[^\\s<>".,;:!?)]${numbers.map((number) => `|(?<!\\d)${number}(?!\\d)`).join('')})`,
  )
  const parts = text.split(pattern).map((part, index) => (index % 2 === 1 ? link(part) : part))
  return html`${parts}`
}

function link(target: string): Html {
  if (!target.startsWith('http')) return html`<a href="tel:${target.replaceAll(' ', '')}">${target}</a>`
  return html`<a href="${target}" target="_blank" rel="noopener noreferrer">${target}</a>`
}

function download(file: NonNullable<Outgoing['file']>, view: View): Html {
  const content = Buffer.from(file.content).toString('base64')
  const href = `data:${file.mediaType};base64,${content}`
  return html`<a class="button quiet" download="${file.name}" href="${href}"
    >${icon('file')}${view.say('web-chat-file', { name: file.name })}</a
  >`
}
