/** The chat as a page: the conversation, the answers, and at the bottom the help button and the field to write in. */
import { html, raw } from 'hono/html'
import { icon } from './drawings.ts'
import { actField } from './answers.ts'
import type { Shown } from './messages.ts'
import { languageButtons, page, type Html } from './page.ts'
import type { Setting, View } from './parts.ts'

/** The whole chat page; it works without its script. */
export function chatPage(setting: Setting, shown: Shown): Html {
  const { view } = setting
  const body = html`<main id="main" class="chat" tabindex="-1">
      <h1 class="unseen">${view.say('web-chat-title')}</h1>
      <div class="progress" data-progress>${shown.progress}</div>
      <div class="log" role="log" aria-label="${view.say('web-chat-log')}" data-log>${shown.log}</div>
      <section class="live" aria-label="${view.say('web-chat-answers')}" tabindex="-1" data-answers>
        ${shown.answers ?? ''}
      </section>
    </main>
    ${foot(setting, shown)}`
  const title = view.say('web-chat-title')
  return page(view, {
    title,
    body,
    kind: 'chat',
    styles: ['chat.css'],
    scripts: ['chat.js'],
    aside: aside(setting),
  })
}

/** The path of the chat at the view's seat. */
export function chatPath(view: View, path = '/chat'): string {
  return view.seat === 'youth' ? path : `${path}?seat=${view.seat}`
}

/** The path of the form for invitations at the view's seat. */
export function joinPath(view: View): string {
  return chatPath(view, '/join')
}

function aside({ view }: Setting): Html {
  return html`<div class="aside">
    ${languageButtons(view, chatPath(view, '/chat/language'))}
    <a
      class="button exit"
      href="${chatPath(view, '/exit')}"
      rel="noreferrer"
      title="${view.say('web-exit-about')}"
      data-exit
    >
      ${icon('exit')}<span>${view.say('web-exit')}</span>
    </a>
  </div>`
}

function foot({ view, action }: Setting, shown: Shown): Html {
  return html`<footer class="foot">
    <div class="status" role="status" data-status>
      ${shown.notices.map(({ text, lang }) => html`<p lang="${lang}">${text}</p>`)}
    </div>
    <div class="write">
      <form class="help" method="post" action="${action}" autocomplete="off" data-act>
        ${actField()}<input type="hidden" name="text" value="/help" />
        <button class="help-button" data-say="${view.say('web-help')}">
          ${icon('help')}<span>${view.say('web-help')}</span>
        </button>
      </form>
      <form
        class="words"
        method="post"
        action="${action}"
        autocomplete="off"
        ${shown.takesFile ? raw('enctype="multipart/form-data"') : ''}
        data-act
        data-field
      >
        ${actField()}${shown.field}
        <button class="send">${icon('send')}<span class="unseen">${view.say('web-chat-send')}</span></button>
      </form>
    </div>
    ${scriptWords(view)}
  </footer>`
}

/** What the script says on its own. */
function scriptWords(view: View): Html {
  return html`<div
    hidden
    data-words
    data-you="${view.say('web-chat-you')}"
    data-sending="${view.say('web-chat-sending')}"
    data-retrying="${view.say('web-chat-retrying')}"
    data-unsent="${view.say('web-chat-unsent')}"
    data-again="${view.say('web-chat-again')}"
  ></div>`
}
