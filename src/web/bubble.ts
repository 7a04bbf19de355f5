/** One message as a bubble: a picture, paragraphs with their marks, links, numbers to dial, a file to take. */
import { html, raw } from 'hono/html'
import { cutMarked, drawMarked, markedOf, splitMarked, trimMarked, type Marked } from '../channels/marked.ts'
import type { Mark, Outgoing } from '../domain/message.ts'
import { icon } from './drawings.ts'
import type { Html } from './page.ts'
import type { Helpline, Setting, View } from './parts.ts'

/** The bubble of a message that stays; `id` is what its answers are named by. */
export function bubble(message: Outgoing, id: string, setting: Setting): Html {
  const { picture, file } = message
  return html`<div
    class="bubble"
    id="${id}"
    lang="${message.lang}"
    ${message.replaces ? raw('data-replaces') : ''}
  >
    ${picture ? html`<img src="${setting.pictures.pathOf(picture)}" alt="${picture.alt}" />` : ''}
    ${paragraphs(message, setting.helplines)} ${file ? download(file, setting.view) : ''}
  </div>`
}

type Look = ReturnType<typeof raw> | ''

/** The words of progress are set small, and the question that follows them strong. */
function paragraphs(message: Outgoing, helplines: readonly Helpline[]): Html {
  const parts = splitMarked(markedOf(message), /\n{2,}/g)
  const isCount = ({ text }: Marked) => text.length < 32 && /^\D*\d+\D+\d+\D*$/.test(text)
  const counts = message.progress ? parts.findIndex(isCount) : -1
  const looks = (at: number): Look =>
    counts < 0 ? '' : at === counts ? raw(' class="count"') : at === counts + 1 ? raw(' class="asked"') : ''
  return html`${parts.map((part, at) => block(part, looks(at), helplines))}`
}

/** Lines that begin with a bullet are a list, so that a screen reader counts them. */
function block(part: Marked, look: Look, helplines: readonly Helpline[]): Html {
  const [lead = cutMarked(part, 0, 0), ...points] = splitMarked(part, /^• ?/gm).map(trimMarked)
  const said = lead.text ? html`<p${look}>${drawn(lead, helplines)}</p>` : ''
  if (points.length === 0) return html`${said}`
  return html`${said}
    <ul>
      ${points.map((point) => html`<li>${drawn(point, helplines)}</li>`)}
    </ul>`
}

/** Marks as the elements they mean; addresses can be opened and the helplines dialled; everything else is text. */
function drawn(marked: Marked, helplines: readonly Helpline[]): Html {
  const parts = drawMarked<Html | string>(marked, {
    words: (text) => linked(text, helplines),
    mark: (mark, inside) => around(mark, mark.is === 'link' ? plainly(inside) : drawn(inside, helplines)),
  })
  return html`${parts}`
}

/** What is in a link cannot be a link itself. */
function plainly(marked: Marked): Html {
  const parts = drawMarked<Html | string>(marked, {
    words: (text) => text,
    mark: (mark, inside) => (mark.is === 'link' ? plainly(inside) : around(mark, plainly(inside))),
  })
  return html`${parts}`
}

function around({ is, url = '' }: Mark, inside: Html): Html {
  if (is === 'link')
    return html`<a href="${url}" target="_blank" rel="noopener noreferrer nofollow">${inside}</a>`
  return is === 'bold' ? html`<strong>${inside}</strong>` : html`<em>${inside}</em>`
}

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
