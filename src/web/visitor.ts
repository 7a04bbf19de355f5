/** Who is at the other end: the address in the cookie, the seat of the embedded run, and the language. */
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Address } from '../domain/message.ts'
import { localeOf, sourceLocale, type Locale } from '../domain/phrase.ts'
import { randomToken } from '../runtime/crypto.ts'
import { seats, type Env, type Seat, type View, type WebParts } from './parts.ts'

/** How long a personal address lives unused: a person may come back to a consultation's outcome. */
const addressDays = 180
const languageDays = 365
const daySeconds = 86_400

/** Reads, gives and takes away what is kept in cookies. */
export interface Visitors {
  /** Puts `view` (language, seat, path) where the routes find it; `?lang=` is remembered and taken out of the address. */
  readonly see: MiddlewareHandler<Env>
  view(c: Context<Env>, locale: Locale): View
  addressOf(c: Context<Env>): Address | undefined
  /** A new person. A `class` address lives until the browser is closed or the exit button is used. */
  welcome(c: Context<Env>, kind: 'personal' | 'class', token?: string): Address
  /** Lets a personal address live on from today. */
  renew(c: Context<Env>): void
  /** Forgets an address that was given for a class. */
  leave(c: Context<Env>): void
  speak(c: Context<Env>, locale: Locale): void
}

/** Cookies are `Secure` and bound to the host when the public address is https. */
export function createVisitors(parts: Pick<WebParts, 'text' | 'publicUrl' | 'trial'>): Visitors {
  const isSecure = parts.publicUrl?.startsWith('https:') ?? false
  const shared = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure } as const
  const nameOf = (what: string) => (isSecure ? `__Host-${what}` : what)
  const cookieOf = (seat: Seat) => nameOf(seat === 'youth' ? 'hejnal' : `hejnal-${seat}`)
  const seatOf = (c: Context<Env>) =>
    (parts.trial && seats.find((seat) => seat === c.req.query('seat'))) || 'youth'
  const view = (c: Context<Env>, locale: Locale): View => ({
    locale,
    seat: seatOf(c),
    path: c.req.path,
    say: (key, args) => parts.text.say(locale, key, args),
  })
  const speak = (c: Context<Env>, locale: Locale) =>
    setCookie(c, nameOf('hejnal-lang'), locale, { ...shared, maxAge: languageDays * daySeconds })
  const give = (c: Context<Env>, kind: string, token: string) => {
    const age = kind === 'personal' ? { maxAge: addressDays * daySeconds } : {}
    setCookie(c, cookieOf(seatOf(c)), `${kind}.${token}`, { ...shared, ...age })
  }
  const held = (c: Context<Env>) => readCookie(getCookie(c, cookieOf(seatOf(c))))
  return {
    view,
    see: async (c, next) => {
      const chosen = localeOf(c.req.query('lang'))
      if (chosen && c.req.method === 'GET' && c.req.path !== '/chat') {
        speak(c, chosen)
        return c.redirect(withoutLanguage(c.req.url), 303)
      }
      c.set('view', view(c, languageOf(getCookie(c, nameOf('hejnal-lang')), c.req.header('accept-language'))))
      return await next()
    },
    addressOf: (c) => {
      const token = held(c)?.token
      return token === undefined ? undefined : addressAt(seatOf(c), token)
    },
    welcome: (c, kind, token = randomToken()) => {
      give(c, kind, token)
      return addressAt(seatOf(c), token)
    },
    renew: (c) => {
      const { kind, token } = held(c) ?? {}
      if (kind && token) give(c, kind, token)
    },
    leave: (c) => {
      if (held(c)?.kind === 'class') deleteCookie(c, cookieOf(seatOf(c)), shared)
    },
    speak,
  }
}

/** The seat an address belongs to: only the embedded run makes any but `youth`. */
export function seatOfAddress(value: string): Seat {
  return seats.find((seat) => value.startsWith(`${seat}:`)) ?? 'youth'
}

/** A colon is in no token, so that a cookie cannot claim a seat. */
function addressAt(seat: Seat, token: string): Address {
  return { channel: 'web', value: seat === 'youth' ? token : `${seat}:${token}` }
}

function readCookie(value: string | undefined): { kind: string; token: string } | undefined {
  const [, kind, token] = value?.match(/^(personal|class)\.([\w-]{43})$/) ?? []
  return kind && token ? { kind, token } : undefined
}

function withoutLanguage(address: string): string {
  const { pathname, searchParams } = new URL(address)
  searchParams.delete('lang')
  return `${pathname.replace(/^\/+/, '/')}${searchParams.size > 0 ? `?${searchParams.toString()}` : ''}`
}

function languageOf(chosen: string | undefined, accepted = ''): Locale {
  const wanted = accepted
    .split(',')
    .map((entry) => entry.trim().split(/;\s*q=/))
    .toSorted(([, a = '1'], [, b = '1']) => Number(b) - Number(a))
    .map(([tag]) => localeOf(tag))
  return localeOf(chosen) ?? wanted.find((locale) => locale !== undefined) ?? sourceLocale
}
