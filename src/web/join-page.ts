/** The form for the code of an invitation, which a link may bring along behind its `#`. */
import { Hono } from 'hono'
import { html } from 'hono/html'
import { formIn, readAct } from './act.ts'
import { actField } from './answers.ts'
import { chatPath, joinPath } from './chat-page.ts'
import { askForScreen, type ChatParts } from './chat.ts'
import { page, titled, type Html } from './page.ts'
import type { Env, View } from './parts.ts'

/** `/join`: the conversation says what came of the code. */
export function joinRoutes(parts: ChatParts): Hono<Env> {
  return new Hono<Env>()
    .get('/join', (c) => c.html(joinPage(c.var.view)))
    .post('/join', async (c) => {
      const act = readAct(await formIn(c))
      if (!act) return await c.var.refuse(400)
      const code = (act.text ?? '').replaceAll(/[^\w-]/g, '').slice(0, 40)
      const from = parts.visitors.addressOf(c) ?? parts.visitors.welcome(c, 'personal')
      await askForScreen(parts, from, c.var.view.locale, { id: act.id, text: `/start i-${code || '-'}` })
      return c.redirect(chatPath(c.var.view), 303)
    })
}

function joinPage(view: View): Html {
  const body = html`<main id="main" class="card class-code">
    <h1>${view.say('web-join-title')}</h1>
    <p id="about">${view.say('web-join-about')}</p>
    <form method="post" action="${joinPath(view)}" autocomplete="off">
      ${actField()}
      <label for="code">${view.say('web-join-label')}</label>
      <input
        id="code"
        name="text"
        type="text"
        required
        maxlength="60"
        autocapitalize="characters"
        spellcheck="false"
        aria-describedby="about"
        data-code
      />
      <button>${view.say('web-join-enter')}</button>
    </form>
    <p class="hint">${view.say('web-join-own')}</p>
  </main>`
  return page(view, {
    title: titled(view, view.say('web-join-title')),
    body,
    kind: 'plain',
    scripts: ['join.js'],
  })
}
