/** The pages around the chat: the front page, the class code, privacy, and the way out. */
import { createHmac, randomBytes } from 'node:crypto'
import { Hono, type Context } from 'hono'
import { html } from 'hono/html'
import { askForScreen, type ChatParts } from './chat.ts'
import { chatPath } from './chat-page.ts'
import { classForm, classPage } from './class-page.ts'
import { call } from './drawings.ts'
import { page, titled, type Html } from './page.ts'
import { formIn, readAct } from './act.ts'
import type { Env, Helpline, OpenConsultation, View } from './parts.ts'
import { dayInWords } from './dates.ts'

/** `/` (unless the embedded run has its own), `/class`, `/privacy` and `/exit`. */
export function frontRoutes(parts: ChatParts): Hono<Env> {
  const { web, visitors } = parts
  const tokenOf = createTokens()
  return new Hono<Env>()
    .get('/', async (c) => c.html(frontPage(c.var.view, await web.openConsultations(c.var.view.locale), web)))
    .get('/class', (c) => c.html(classPage(c.var.view)))
    .post('/class', (c) => enterClass(parts, c, tokenOf))
    .get('/privacy', (c) => c.html(privacyPage(c.var.view, web.privacy(c.var.view.locale))))
    .get('/exit', (c) => {
      visitors.leave(c)
      return web.trial ? c.html(practicePage(c.var.view)) : c.redirect(web.exitUrl, 303)
    })
}

/** Every child at a shared computer is a new person; the same form sent twice is the same child. */
async function enterClass(
  parts: ChatParts,
  c: Context<Env>,
  tokenOf: (actId: string) => string,
): Promise<Response> {
  const act = readAct(await formIn(c))
  if (!act) return await c.var.refuse(400)
  const code = (act.text ?? '')
    .replaceAll(/[\s–—-]/g, '')
    .slice(0, 40)
    .toUpperCase()
  const token = tokenOf(act.id)
  if (!(await isGood(parts.web, code)) && !(await hasEntered(parts.web, token)))
    return c.html(classPage(c.var.view, { wrong: code }), 422)
  const from = parts.visitors.welcome(c, 'class', token)
  await askForScreen(parts, from, c.var.view.locale, { id: act.id, text: `/start k-${code}` })
  return c.redirect(chatPath(c.var.view), 303)
}

async function isGood({ isClassCode }: ChatParts['web'], code: string): Promise<boolean> {
  return code !== '' && ((await isClassCode?.(code)) ?? true)
}

/** Somebody who took the last seat and sent the form once more sits already. */
async function hasEntered({ languageOf }: ChatParts['web'], token: string): Promise<boolean> {
  return (await languageOf?.({ channel: 'web', value: token })) !== undefined
}

/** The address that a class form leads to, the same every time while the process lives. */
function createTokens(): (actId: string) => string {
  const key = randomBytes(32)
  return (actId) => createHmac('sha256', key).update(actId).digest('base64url')
}

function frontPage(
  view: View,
  open: readonly OpenConsultation[],
  { helplines }: Pick<ChatParts['web'], 'helplines'>,
): Html {
  const body = html`<main id="main" class="front">
    <section class="hero">
      <div>
        <h1>${view.say('web-front-title')}</h1>
        <p class="lead">${view.say('web-front-lead')}</p>
      </div>
      ${call()}
    </section>
    <section aria-labelledby="open">
      <h2 id="open">${view.say('web-front-open')}</h2>
      ${
        open.length > 0
          ? html`<ul class="cards">
              ${open.map((one) => consultationCard(view, one))}
            </ul>`
          : nothingOpen(view)
      }
    </section>
    <div class="pair">${classCard(view)} ${helpCard(view, helplines(view.locale))}</div>
    <footer class="small">
      <a href="/results">${view.say('results-page-list')}</a>
      <a href="/privacy">${view.say('web-privacy')}</a>
    </footer>
  </main>`
  return page(view, { title: titled(view, view.say('web-front-title')), body, kind: 'front' })
}

function consultationCard(view: View, { id, title, purpose, closesOn }: OpenConsultation): Html {
  const query = new URLSearchParams({ start: `c-${id}` })
  return html`<li class="card">
    <h3>${title}</h3>
    <p>${purpose}</p>
    <p class="hint">${view.say('web-front-closes', { date: dayInWords(closesOn, view.locale) })}</p>
    <a class="button" href="/chat?${query.toString()}"
      >${view.say('web-front-start')}<span class="unseen">: ${title}</span></a
    >
  </li>`
}

function nothingOpen(view: View): Html {
  return html`<div class="card">
    <p>${view.say('web-front-nothing')}</p>
    <a class="button quiet" href="/chat">${view.say('web-front-chat')}</a>
  </div>`
}

function classCard(view: View): Html {
  return html`<section class="card class-code" aria-labelledby="class">
    <h2 id="class">${view.say('web-class-title')}</h2>
    <p id="about">${view.say('web-class-about')}</p>
    ${classForm(view)}
  </section>`
}

function helpCard(view: View, lines: readonly Helpline[]): Html {
  const items = lines.map(
    ({ name, number, hours }) =>
      html`<li>
        <a class="number" href="tel:${number.replaceAll(' ', '')}">${number}</a>
        <span>${name}${hours ? html`<span class="hint">${hours}</span>` : ''}</span>
      </li>`,
  )
  return html`<section class="card helplines" aria-labelledby="help">
    <h2 id="help">${view.say('web-help-title')}</h2>
    <p>${view.say('web-help-about')}</p>
    <ul>
      ${items}
    </ul>
  </section>`
}

function privacyPage(view: View, text: string): Html {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => html`<p>${paragraph}</p>`)
  const body = html`<main id="main" class="card prose">
    <h1>${view.say('web-privacy')}</h1>
    ${paragraphs}
    <p><a class="button" href="/">${view.say('web-to-start')}</a></p>
  </main>`
  return page(view, { title: titled(view, view.say('web-privacy')), body, kind: 'plain' })
}

/** In the embedded run the exit leads nowhere else, so that the seats stay. */
function practicePage(view: View): Html {
  const body = html`<main id="main" class="card refusal">
    <h1>${view.say('web-exit-practice')}</h1>
    <p>${view.say('web-exit-practice-about')}</p>
    <p><a class="button" href="${chatPath(view)}">${view.say('web-exit-back')}</a></p>
  </main>`
  return page(view, { title: titled(view, view.say('web-exit')), body, kind: 'plain' })
}
