/** The answers of a message as forms: big buttons, boxes to tick, and the small steps beside them. */
import { randomUUID } from 'node:crypto'
import { html, raw } from 'hono/html'
import type { Choice, Outgoing } from '../domain/message.ts'
import { icon } from './drawings.ts'
import type { Html } from './page.ts'
import type { Setting, View } from './parts.ts'

/** More answers than this stand in two columns. */
const oneColumn = 8
/** Labels up to this length stand side by side, like the steps of a scale. */
const shortLabel = 3

/** The id of the one act a form, or all forms of one message, are good for. */
export function actField(id: string = randomUUID()): Html {
  return html`<input type="hidden" name="id" value="${id}" autocomplete="off" />`
}

/** The help button stands in its own corner, so the one in the message is left out. */
export function choicesOf(message: Outgoing): readonly Choice[] {
  return (message.choices ?? []).filter(({ row }) => row !== 'help')
}

/** All answers of one message, named by its bubble; a caption tells several messages apart. */
export function group(message: Outgoing, id: string, setting: Setting, isCaptioned: boolean): Html {
  const answers = choicesOf(message).filter(({ row }) => row !== 'step')
  const steps = choicesOf(message).filter(({ row }) => row === 'step')
  const isSeveral = message.pick === 'several' && answers.length > 0
  const confirm = isSeveral ? steps.find(({ isDone }) => isDone) : undefined
  const act = actField()
  return html`<div class="group" role="group" aria-labelledby="${id}" lang="${message.lang}">
    ${isCaptioned ? html`<p class="caption">${message.text.split('\n')[0]}</p>` : ''}
    ${isSeveral ? ticks(answers, { act, max: message.max, confirm: confirm?.label }, setting) : buttons(answers, 'answers', act, setting)}
    ${buttons(
      steps.filter((step) => step !== confirm),
      'steps',
      act,
      setting,
    )}
  </div>`
}

function buttons(
  choices: readonly Choice[],
  kind: 'answers' | 'steps',
  act: Html,
  { view, action }: Setting,
): Html {
  if (choices.length === 0) return html``
  const shape = choices.every(({ label }) => label.length <= shortLabel)
    ? 'scale'
    : choices.length > oneColumn
      ? 'columns'
      : ''
  return html`<form
    class="${kind} ${kind === 'answers' ? shape : ''}"
    method="post"
    action="${action}"
    autocomplete="off"
    data-act
  >
    ${act}${choices.map((choice) => (choice.start ? startLink(choice, action) : button(choice, view)))}
  </form>`
}

function button({ id, label, isPicked }: Choice, view: View): Html {
  const sign = isPicked
    ? html`${icon('picked')}<span class="unseen">${view.say('web-chat-picked')}: </span>`
    : ''
  return html`<button
    name="choice"
    value="${id}"
    data-say="${label}"
    ${isPicked ? raw('class="picked"') : ''}
  >
    ${sign}<span>${label}</span>
  </button>`
}

function startLink({ label, start = '' }: Choice, action: string): Html {
  const query = new URLSearchParams({ start })
  return html`<a class="button" href="${action}${action.includes('?') ? '&' : '?'}${query.toString()}"
    >${label}</a
  >`
}

interface Ticks {
  readonly act: Html
  readonly max: number | undefined
  readonly confirm: string | undefined
}

function ticks(choices: readonly Choice[], { act, max, confirm }: Ticks, { view, action }: Setting): Html {
  const hint = max === undefined ? '' : view.say('web-chat-max-picks', { max })
  return html`<form
    class="answers ticks"
    method="post"
    action="${action}"
    autocomplete="off"
    data-act
    ${max === undefined ? '' : raw(`data-max="${max}"`)}
  >
    ${act}<input type="hidden" name="several" value="1" />
    ${hint ? html`<p class="hint">${hint}</p>` : ''}
    ${choices.map(
      ({ id, label, isPicked }) =>
        html`<label class="tick"
          ><input
            type="checkbox"
            name="choices"
            value="${id}"
            data-say="${label}"
            ${isPicked ? raw('checked') : ''}
          /><span>${label}</span></label
        >`,
    )}
    <button class="confirm">${confirm ?? view.say('web-chat-confirm')}</button>
  </form>`
}
