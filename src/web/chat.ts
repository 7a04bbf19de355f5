/** The web chat over HTTP: a page that works with plain forms, and the same acts as JSON for its script. */
import { Hono, type Context } from 'hono'
import { incomingId } from '../channels/web.ts'
import type { Received } from '../channels/file.ts'
import type { Address, Outgoing } from '../domain/message.ts'
import { localeOf, type Locale } from '../domain/phrase.ts'
import { chatPage, chatPath, joinPath } from './chat-page.ts'
import type { LivePages } from './live.ts'
import { isInteractive, show } from './messages.ts'
import type { Env, Setting, View, WebParts } from './parts.ts'
import { formIn, readAct, textIn, type Act } from './act.ts'
import type { Carried } from './carried.ts'
import type { Pictures } from './pictures.ts'
import type { Visitors } from './visitor.ts'

export interface ChatParts {
  readonly web: WebParts
  readonly visitors: Visitors
  readonly carried: Carried
  readonly live: LivePages
  readonly pictures: Pictures
}

/** `/chat` and what its page needs. */
export function chatRoutes(parts: ChatParts): Hono<Env> {
  return new Hono<Env>()
    .get('/chat', (c) => (c.req.query('start') === undefined ? current(parts, c) : start(parts, c)))
    .post('/chat', (c) => takeAct(parts, c))
    .post('/chat/language', async (c) => changeLanguage(parts, c, textIn(await formIn(c), 'lang')))
    .get('/chat/events', (c) => events(parts, c))
}

/** Hands an act over and keeps the replies for the page that is shown next. */
export async function askForScreen(parts: ChatParts, from: Address, locale: Locale, act: Act): Promise<void> {
  const replies = await ask(parts, from, locale, act)
  const screen = replies.every(({ isNotice }) => isNotice) ? await parts.web.look(from, locale) : []
  parts.carried.keep(from, [...replies, ...screen])
}

/** The current screen, or what the last plain form was answered with. */
async function current(parts: ChatParts, c: Context<Env>): Promise<Response> {
  const { web, visitors, carried } = parts
  if (c.req.query('lang') !== undefined) return changeLanguage(parts, c, c.req.query('lang'))
  const known = visitors.addressOf(c)
  visitors.renew(c)
  const from = known ?? visitors.welcome(c, 'personal')
  const view = known ? await viewOf(parts, c, from) : c.var.view
  const messages = carried.take(from) ?? (await web.look(from, view.locale))
  const setting = settingOf(parts, view)
  return c.html(chatPage(setting, show(messages, setting)))
}

/** A deep link: it is followed once and then gone from the address bar. A code is never taken from an address. */
async function start(parts: ChatParts, c: Context<Env>): Promise<Response> {
  const [, link] = c.req.query('start')?.match(/^(c-[\w-]{1,60})$/) ?? []
  const isPrefetch = /prefetch|prerender/.test(c.req.header('sec-purpose') ?? c.req.header('purpose') ?? '')
  if (c.req.query('start')?.startsWith('k-')) return c.redirect('/class', 303)
  if (c.req.query('start')?.startsWith('i-')) return c.redirect(joinPath(c.var.view), 303)
  if (link && !isPrefetch) {
    const from = parts.visitors.addressOf(c) ?? parts.visitors.welcome(c, 'personal')
    const chosen = localeOf(c.req.query('lang'))
    if (chosen) parts.visitors.speak(c, chosen)
    await askForScreen(parts, from, chosen ?? c.var.view.locale, {
      id: crypto.randomUUID(),
      text: `/start ${link}`,
    })
  }
  return c.redirect(chatPath(c.var.view), 303)
}

async function takeAct(parts: ChatParts, c: Context<Env>): Promise<Response> {
  const from = parts.visitors.addressOf(c)
  const did = readAct(await formIn(c))
  if (!from || !did) return await c.var.refuse(400)
  const { locale } = await viewOf(parts, c, from)
  if (c.req.header('accept') !== 'application/json') {
    await askForScreen(parts, from, locale, did)
    return c.redirect(chatPath(c.var.view), 303)
  }
  const replies = await ask(parts, from, locale, did)
  return c.json(await asJson(parts, await viewOf(parts, c, from), replies))
}

/** The switch in the head changes the page and the conversation. */
async function changeLanguage(
  parts: ChatParts,
  c: Context<Env>,
  wanted: string | undefined,
): Promise<Response> {
  const locale = localeOf(wanted)
  const from = parts.visitors.addressOf(c)
  if (locale) parts.visitors.speak(c, locale)
  if (locale && from)
    await askForScreen(parts, from, locale, { id: crypto.randomUUID(), choice: `lang:${locale}` })
  return c.redirect(chatPath(c.var.view), 303)
}

/** What is sent to this person while the page is open. */
async function events(parts: ChatParts, c: Context<Env>): Promise<Response> {
  const from = parts.visitors.addressOf(c)
  if (!from) return c.body(null, 204)
  const view = await viewOf(parts, c, from)
  return parts.live.stream(c, from, async (message) => JSON.stringify(await asJson(parts, view, [message])))
}

/** Gets the replies; the act's id, hashed with the address, makes a repetition the same act. */
async function ask(
  { web }: ChatParts,
  from: Address,
  locale: Locale,
  { id: actId, ...said }: Act,
): Promise<readonly Outgoing[]> {
  const incoming: Received = { id: incomingId(from, actId), from, at: web.clock.now(), locale, ...said }
  const replies = await web.channel.ask(incoming)
  return replies.some(isInteractive) || replies.every(({ isNotice }) => isNotice)
    ? replies
    : [...replies, ...(await openQuestion(web, from, locale, replies))]
}

/** Replies that wait for nothing leave the open question on the screen: it is shown again below them. */
async function openQuestion(
  web: WebParts,
  from: Address,
  locale: Locale,
  replies: readonly Outgoing[],
): Promise<readonly Outgoing[]> {
  const said = new Set(replies.map(({ text }) => text))
  // what was said stands, also where the question cannot be read again
  const screen = await web.look(from, locale).catch(() => [])
  return screen.filter((message) => isInteractive(message) && !said.has(message.text))
}

async function asJson(parts: ChatParts, view: View, messages: readonly Outgoing[]) {
  const { log, answers, field, progress, notices } = show(messages, settingOf(parts, view))
  const [logText, answersText, fieldText, progressText] = await Promise.all([log, answers, field, progress])
  return {
    locale: view.locale,
    log: String(logText),
    answers: answersText === null ? null : String(answersText),
    field: String(fieldText),
    progress: String(progressText),
    notices,
  }
}

function settingOf({ web, pictures }: ChatParts, view: View): Setting {
  return { view, action: chatPath(view), helplines: web.helplines(view.locale), pictures }
}

/** The view in the language of the conversation, which may have been changed there. */
async function viewOf(
  { web, visitors }: Pick<ChatParts, 'web' | 'visitors'>,
  c: Context<Env>,
  from: Address,
): Promise<View> {
  const locale = localeOf(await web.languageOf?.(from))
  return locale ? visitors.view(c, locale) : c.var.view
}
