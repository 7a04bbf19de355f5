/** Messages as the parts of a page: what goes into the log, what can be chosen, what can be written, how far along. */
import { randomUUID } from 'node:crypto'
import { html, raw } from 'hono/html'
import { acceptedFiles } from '../app/evidence-file.ts'
import { largestFileBytes } from '../domain/evidence.ts'
import type { Outgoing } from '../domain/message.ts'
import { choicesOf, group } from './answers.ts'
import { bubble } from './bubble.ts'
import { icon } from './drawings.ts'
import type { Html } from './page.ts'
import type { Setting, View } from './parts.ts'

/** What a page needs to show some messages; `answers` is null when the answers on the screen stay as they are. */
export interface Shown {
  readonly log: Html
  readonly answers: Html | null
  readonly field: Html
  /** The field has a place for a file, which a plain form has to send in another way. */
  readonly takesFile: boolean
  readonly progress: Html
  readonly notices: readonly { readonly text: string; readonly lang: string }[]
}

/** Renders messages that belong together: what one act was answered with, or the current screen. */
export function show(messages: readonly Outgoing[], setting: Setting): Shown {
  const lasting = messages
    .filter(({ isNotice }) => !isNotice)
    .map((message) => ({ message, id: `m-${randomUUID()}` }))
  const groups = lasting.filter(({ message }) => isInteractive(message) && choicesOf(message).length > 0)
  const asked = lasting.findLast(({ message }) => message.expects !== undefined)?.message
  return {
    log: html`${lasting.map(({ message, id }) => bubble(message, id, setting))}`,
    answers:
      lasting.length === 0
        ? null
        : html`${groups.map(({ message, id }) => group(message, id, setting, groups.length > 1))}`,
    field: field(asked, setting),
    takesFile: asked?.expects === 'file',
    progress: progressBar(lasting.findLast(({ message }) => message.progress)?.message, setting.view),
    notices: messages.filter(({ isNotice }) => isNotice).map(({ text, lang }) => ({ text, lang })),
  }
}

/** Whether a message waits for an answer. */
export function isInteractive(message: Outgoing): boolean {
  return message.expects !== undefined || choicesOf(message).length > 0
}

function field(asked: Outgoing | undefined, { view }: Setting): Html {
  const label = view.say(asked ? 'web-chat-field-answer' : 'web-chat-field')
  const hint = asked?.maxChars === undefined ? '' : view.say('web-chat-max-chars', { max: asked.maxChars })
  const kind = asked?.expects ?? 'message'
  return html`<div class="field" data-kind="${kind}">
    <label class="unseen" for="field">${label}</label>
    ${line(asked, view)} ${hint ? html`<p class="hint" id="field-hint">${hint}</p>` : ''}
    ${kind === 'file' ? filePlace(view) : ''}
  </div>`
}

function line(asked: Outgoing | undefined, view: View): Html {
  const short = view.say('web-chat-field-short')
  const most = asked?.maxChars
  const described = most === undefined ? '' : raw(` aria-describedby="field-hint" maxlength="${most}"`)
  // a file may come without a word
  const required = asked?.expects === 'file' ? '' : raw(' required')
  if (asked?.expects === 'text' || asked?.expects === 'file')
    return html`<textarea
      id="field"
      name="text"
      rows="2"
      placeholder="${short}"
      ${described}${required}
    ></textarea>`
  return html`<input
    id="field"
    name="text"
    type="text"
    placeholder="${short}"
    ${described}${required}${asked?.expects === 'number' ? raw(' inputmode="numeric"') : ''}
  />`
}

/** The browser's own button, which shows the name of what was chosen and needs no script. */
function filePlace(view: View): Html {
  const tooLarge = `${view.say('web-refusal-413-file')}. ${view.say('web-refusal-413-file-cure')}`
  return html`<label class="file-label" for="file">${icon('attach')}${view.say('web-chat-attach')}</label>
    <input
      id="file"
      name="file"
      type="file"
      accept="${acceptedFiles}"
      data-most="${largestFileBytes}"
      data-too-large="${tooLarge}"
    />`
}

function progressBar(message: Outgoing | undefined, view: View): Html {
  if (!message?.progress) return html``
  const { step, of } = message.progress
  return html`<progress
    value="${step}"
    max="${of}"
    aria-label="${view.say('web-chat-progress', { step, of })}"
  ></progress>`
}
