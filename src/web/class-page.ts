/** The form for the code that a teacher gave. */
import { html, raw } from 'hono/html'
import { actField } from './answers.ts'
import { page, titled, type Html } from './page.ts'
import type { View } from './parts.ts'

interface Tried {
  readonly wrong?: string | undefined
}

/** The page; `wrong` is a code that opens nothing. */
export function classPage(view: View, { wrong }: Tried = {}): Html {
  const isWrong = wrong !== undefined
  const body = html`<main id="main" class="card class-code">
    <h1>${view.say('web-class-title')}</h1>
    <p id="about">${view.say('web-class-about')}</p>
    ${classForm(view, { wrong })}
    <p class="hint">${view.say('web-class-private')}</p>
  </main>`
  return page(view, {
    title: titled(view, view.say(isWrong ? 'web-class-wrong' : 'web-class-title')),
    body,
    kind: 'plain',
  })
}

/** The form alone; its paragraph has the id `about`. */
export function classForm(view: View, { wrong }: Tried = {}): Html {
  const isWrong = wrong !== undefined
  return html`<form method="post" action="/class" autocomplete="off">
    ${actField()}
    <label for="code">${view.say('web-class-label')}</label>
    <input
      id="code"
      name="text"
      type="text"
      required
      maxlength="60"
      value="${wrong ?? ''}"
      autocapitalize="characters"
      spellcheck="false"
      aria-describedby="${isWrong ? 'wrong' : 'about'}"
      ${isWrong ? raw('aria-invalid="true" autofocus') : ''}
    />
    ${isWrong ? html`<p class="error" id="wrong">${view.say('web-class-wrong')} ${view.say('web-class-new')}</p>` : ''}
    <button>${view.say('web-class-enter')}</button>
  </form>`
}
