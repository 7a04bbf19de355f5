/** Messages as HTML: bubbles, the answers that can be chosen, and the field to write in. */
import { randomUUID } from 'node:crypto'
import { html, raw } from 'hono/html'
import type { Choice, Outgoing } from '../domain/message.ts'
import { icon } from './drawings.ts'
import type { Html } from './page.ts'
import type { Helpline, View } from './parts.ts'

/** What a page needs to show some messages; `answers` is null when the answers on the screen stay as they are. */
export interface Shown {
  readonly log: Html
  readonly answers: Html | null
  readonly field: Html
  readonly progress: Html
  readonly notices: readonly { readonly text: string; readonly lang: string }[]
}

/** Where the forms post to, and the numbers that may be dialled from a bubble. */
export interface Setting {
  readonly view: View
  readonly action: string
  readonly helplines: readonly Helpline[]
}

/** More answers than this stand in two columns. */
const oneColumn = 8
/** Labels up to this length stand side by side, like the steps of a scale. */
const shortLabel = 3

/** Renders messages that belong together: what one act was answered with, or the current screen. */
export function show(messages: readonly Outgoing[], setting: Setting): Shown {
  const lasting = messages.filter(({ isNotice }) => !isNotice).map((message) => ({ message, id: `m-${randomUUID()}` }))
  const groups = lasting.filter(({ message }) => isInteractive(message) && choicesOf(message).length > 0)
  return {
    log: html`${lasting.map(({ message, id }) => bubble(message, id, setting))}`,
    answers: lasting.length === 0 ? null : html`${groups.map(({ message, id }) => group(message, id, setting, groups.length > 1))}`,
    field: field(lasting.findLast(({ message }) => message.expects !== undefined)?.message, setting),
    progress: progressBar(lasting.findLast(({ message }) => message.progress)?.message, setting.view),
    notices: messages.filter(({ isNotice }) => isNotice).map(({ text, lang }) => ({ text, lang })),
  }
}

/** Whether a message waits for an answer. */
export function isInteractive(message: Outgoing): boolean {
  return message.expects !== undefined || choicesOf(message).length > 0
}

/** The id of the one act a form, or all forms of one message, are good for. */
export function actField(id: string = randomUUID()): Html {
  return html`<input type="hidden" name="id" value="${id}" autocomplete="off" />`
}

/** The help button stands in its own corner, so the one in the message is left out. */
function choicesOf(message: Outgoing): readonly Choice[] {
  return (message.choices ?? []).filter(({ row }) => row !== 'help')
}

function bubble(message: Outgoing, id: string, setting: Setting): Html {
  return html`<div class="bubble" id="${id}" lang="${message.lang}" ${message.replaces ? raw('data-replaces') : ''}>
    ${paragraphs(message, setting.helplines)}
    ${message.file ? download(message.file, setting.view) : ''}
  </div>`
}

/** The words of progress are set small, and the question that follows them strong. */
function paragraphs({ text, progress }: Outgoing, helplines: readonly Helpline[]): Html {
  const parts = text.split(/\n{2,}/)
  const counts = progress ? parts.findIndex((part) => part.length < 32 && /^\D*\d+\D+\d+\D*$/.test(part)) : -1
  const looks = (at: number) => (counts < 0 ? '' : at === counts ? raw(' class="count"') : at === counts + 1 ? raw(' class="asked"') : '')
  return html`${parts.map((part, at) => html`<p${looks(at)}>${linked(part, helplines)}</p>`)}`
}

/** Addresses can be opened and the helplines dialled; everything else is text. */
function linked(text: string, helplines: readonly Helpline[]): Html {
  const numbers = helplines.map(({ number }) => number.replaceAll(/[^\d ]/g, '')).filter((number) => number.trim() !== '')
  const pattern = new RegExp(`(https?://[^\\s<>"]*[^\\s<>".,;:!?)]${numbers.map((number) => `|(?<!\\d)${number}(?!\\d)`).join('')})`)
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
  return html`<a class="button quiet" download="${file.name}" href="${href}">${icon('file')}${view.say('web-chat-file', { name: file.name })}</a>`
}

function group(message: Outgoing, id: string, setting: Setting, isCaptioned: boolean): Html {
  const answers = choicesOf(message).filter(({ row }) => row !== 'step')
  const steps = choicesOf(message).filter(({ row }) => row === 'step')
  const isSeveral = message.pick === 'several' && answers.length > 0
  const confirm = isSeveral ? steps.find(({ isDone }) => isDone) : undefined
  const act = actField()
  return html`<div class="group" role="group" aria-labelledby="${id}" lang="${message.lang}">
    ${isCaptioned ? html`<p class="caption">${message.text.split('\n')[0]}</p>` : ''}
    ${isSeveral ? ticks(answers, { act, max: message.max, confirm: confirm?.label }, setting) : buttons(answers, 'answers', act, setting)}
    ${buttons(steps.filter((step) => step !== confirm), 'steps', act, setting)}
  </div>`
}

function buttons(choices: readonly Choice[], kind: 'answers' | 'steps', act: Html, { view, action }: Setting): Html {
  if (choices.length === 0) return html``
  const shape = choices.every(({ label }) => label.length <= shortLabel) ? 'scale' : choices.length > oneColumn ? 'columns' : ''
  return html`<form class="${kind} ${kind === 'answers' ? shape : ''}" method="post" action="${action}" autocomplete="off" data-act>
    ${act}${choices.map((choice) => (choice.start ? startLink(choice, action) : button(choice, view)))}
  </form>`
}

function button({ id, label, isPicked }: Choice, view: View): Html {
  const sign = isPicked ? html`${icon('picked')}<span class="unseen">${view.say('web-chat-picked')}: </span>` : ''
  return html`<button name="choice" value="${id}" data-say="${label}" ${isPicked ? raw('class="picked"') : ''}>${sign}<span>${label}</span></button>`
}

function startLink({ label, start = '' }: Choice, action: string): Html {
  const query = new URLSearchParams({ start })
  return html`<a class="button" href="${action}${action.includes('?') ? '&' : '?'}${query.toString()}">${label}</a>`
}

interface Ticks {
  readonly act: Html
  readonly max: number | undefined
  readonly confirm: string | undefined
}

function ticks(choices: readonly Choice[], { act, max, confirm }: Ticks, { view, action }: Setting): Html {
  const hint = max === undefined ? '' : view.say('web-chat-max-picks', { max })
  return html`<form class="answers ticks" method="post" action="${action}" autocomplete="off" data-act ${max === undefined ? '' : raw(`data-max="${max}"`)}>
    ${act}<input type="hidden" name="several" value="1" />
    ${hint ? html`<p class="hint">${hint}</p>` : ''}
    ${choices.map(
      ({ id, label, isPicked }) =>
        html`<label class="tick"><input type="checkbox" name="choices" value="${id}" data-say="${label}" ${isPicked ? raw('checked') : ''} /><span>${label}</span></label>`,
    )}
    <button class="confirm">${confirm ?? view.say('web-chat-confirm')}</button>
  </form>`
}

function field(asked: Outgoing | undefined, { view }: Setting): Html {
  const label = view.say(asked ? 'web-chat-field-answer' : 'web-chat-field')
  const short = view.say('web-chat-field-short')
  const hint = asked?.maxChars === undefined ? '' : view.say('web-chat-max-chars', { max: asked.maxChars })
  const described = hint ? raw(` aria-describedby="field-hint" maxlength="${asked?.maxChars}"`) : ''
  const kind = asked?.expects ?? 'message'
  const input =
    kind === 'text'
      ? html`<textarea id="field" name="text" rows="2" required placeholder="${short}"${described}></textarea>`
      : html`<input id="field" name="text" type="text" required placeholder="${short}"${described}${kind === 'number' ? raw(' inputmode="numeric"') : ''} />`
  return html`<div class="field" data-kind="${kind}">
    <label class="unseen" for="field">${label}</label>
    ${input} ${hint ? html`<p class="hint" id="field-hint">${hint}</p>` : ''}
  </div>`
}

function progressBar(message: Outgoing | undefined, view: View): Html {
  if (!message?.progress) return html``
  const { step, of } = message.progress
  return html`<progress value="${step}" max="${of}" aria-label="${view.say('web-chat-progress', { step, of })}"></progress>`
}
