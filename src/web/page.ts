/** The frame of every page: head with the mark, language switch, title, styles; and the page of a refusal. */
import { html, raw } from 'hono/html'
import { locales, type Locale } from '../domain/phrase.ts'
import { asset, type AssetName } from './assets.ts'
import { mark } from './drawings.ts'
import type { Refusal, View } from './parts.ts'

/** Escaped text that may be put into a page. */
export type Html = ReturnType<typeof html>

export interface Content {
  readonly title: string
  readonly body: Html
  /** Names the page for the style sheet. */
  readonly kind: 'chat' | 'plain' | 'front' | 'try' | 'results'
  /** Stands below the title where the page is shared or found. */
  readonly description?: string
  /** Stands beside them there. */
  readonly picture?: SharedPicture | undefined
  readonly styles?: readonly AssetName[]
  readonly scripts?: readonly AssetName[]
  /** Stands at the end of the head: the exit button, the language switch of the chat. */
  readonly aside?: Html
}

/** A picture of 1200 × 630 pixels under its whole address, with what it says. */
export interface SharedPicture {
  readonly url: string
  readonly words: string
}

/** How each language calls itself, and the two letters that stand for it. */
const languages: Readonly<Record<Locale, { readonly short: string; readonly name: string }>> = {
  pl: { short: 'PL', name: 'Polski' },
  en: { short: 'EN', name: 'English' },
  uk: { short: 'UA', name: 'Українська' },
}

/** Open Graph names a language together with a country. */
const regions: Readonly<Record<Locale, string>> = { pl: 'pl_PL', en: 'en_GB', uk: 'uk_UA' }

/** A whole page. */
export function page(view: View, content: Content): Html {
  const { title, description, picture, body, kind, styles = [], scripts = [], aside } = content
  return html`<!doctype html>
    <html lang="${view.locale}" class="${kind}">
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
        />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${description === undefined ? '' : sharing(view, { title, description, picture })}
        <link rel="icon" href="${asset('mark.svg')}" type="image/svg+xml" />
        <link rel="preload" href="/assets/latin.woff2" as="font" type="font/woff2" crossorigin />
        ${(['look.css', ...styles] as const).map((name) => html`<link rel="stylesheet" href="${asset(name)}" />`)}
        ${scripts.map((name) => html`<script type="module" src="${asset(name)}"></script>`)}
      </head>
      <body>
        <a class="skip" href="#main">${view.say('web-skip')}</a>
        <header class="head">${brand(view, kind)} ${aside ?? languageLinks(view)}</header>
        ${body}
      </body>
    </html>`
}

/** How the page is shown where somebody passes it on (Open Graph). */
function sharing(
  { locale, say }: View,
  { title, description, picture }: Pick<Content, 'title' | 'description' | 'picture'>,
): Html {
  return html`<meta name="description" content="${description}" />
    <meta property="og:type" content="article" />
    <meta property="og:site_name" content="${say('web-name')}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:locale" content="${regions[locale]}" />
    ${picture ? shared(picture) : ''}`
}

function shared({ url, words }: SharedPicture): Html {
  return html`<meta property="og:image" content="${url}" />
    <meta property="og:image:type" content="image/png" />
    <meta property="og:image:width" content="1200" />
    <meta property="og:image:height" content="630" />
    <meta property="og:image:alt" content="${words}" />
    <meta name="twitter:card" content="summary_large_image" />`
}

/** The language switch of pages that hold no conversation: plain links. */
export function languageLinks(view: View): Html {
  const links = locales.map(
    (locale) =>
      html`<a href="${view.path}?lang=${locale}" hreflang="${locale}" ${current(view, locale)}
        >${nameOf(locale)}</a
      >`,
  )
  return html`<nav class="languages" aria-label="${view.say('web-languages')}">${links}</nav>`
}

/** The language switch of the chat: it changes the conversation too, so it posts. */
export function languageButtons(view: View, action: string): Html {
  const buttons = locales.map(
    (locale) =>
      html`<button name="lang" value="${locale}" ${current(view, locale)}>${nameOf(locale)}</button>`,
  )
  return html`<form
    class="languages"
    method="post"
    action="${action}"
    aria-label="${view.say('web-languages')}"
  >
    ${buttons}
  </form>`
}

/** The page that says kindly what went wrong and where to go on. */
export function refusalPage(view: View, why: Refusal): Html {
  const body = html`<main id="main" class="card refusal">
    <h1>${view.say(`web-refusal-${why}`)}</h1>
    <p>${view.say(`web-refusal-${why}-cure`)}</p>
    <p><a class="button" href="/">${view.say('web-to-start')}</a></p>
  </main>`
  return page(view, { title: titled(view, view.say(`web-refusal-${why}`)), body, kind: 'plain' })
}

/** A title for the browser's tab. */
export function titled(view: View, title: string): string {
  return `${title} · ${view.say('web-name')}`
}

function brand(view: View, kind: Content['kind']): Html {
  const inside = html`${mark()}<span>${view.say('web-name')}</span>`
  return kind === 'chat'
    ? html`<span class="brand">${inside}</span>`
    : html`<a class="brand" href="/">${inside}</a>`
}

function nameOf(locale: Locale): Html {
  const { short, name } = languages[locale]
  return html`${short}<span class="unseen" lang="${locale}"> – ${name}</span>`
}

function current(view: View, locale: Locale) {
  return view.locale === locale ? raw(' aria-current="true"') : ''
}
