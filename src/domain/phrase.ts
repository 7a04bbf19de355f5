/** What is to be said, before a language is chosen: the domain names sentences and never writes them. */

export const locales = ['pl', 'en', 'uk'] as const
export type Locale = (typeof locales)[number]
/** The source language: what is missing elsewhere falls back to it. */
export const sourceLocale: Locale = 'pl'

/** One text in several languages, as it came in a file; Polish is always there. */
export type Localized = Readonly<Partial<Record<Locale, string>>>

/** A calendar day, `YYYY-MM-DD`, in the programme's time zone. */
export type Day = string

export type Arg = string | number | Localized | { readonly day: Day; readonly hasYear?: boolean } | Phrase
export type Args = Readonly<Record<string, Arg>>

/** A sentence of `locales/` with its arguments, or a text that a city wrote, with `{name}` where an argument goes. */
export type Phrase =
  | { readonly key: string; readonly args?: Args }
  | { readonly text: Localized; readonly args?: Args }

/** A sentence from `locales/`. */
export function say(key: string, args?: Args): Phrase {
  return args ? { key, args } : { key }
}

/** The wording of a text in `locale`, or in Polish, or in whatever language there is. */
export function wordingIn(text: Localized, locale: Locale): string {
  return text[locale] ?? text[sourceLocale] ?? Object.values(text)[0] ?? ''
}

/** Reads a BCP 47 tag such as `uk-UA`; undefined when it is none of ours. Russian speakers get Ukrainian. */
export function localeOf(tag: string | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split(/[-_]/)[0]
  return language === 'ru' ? 'uk' : locales.find((locale) => locale === language)
}

/** A day in words; with its year when that is not the one of `today`. */
export function dated(day: Day, today: Day): Arg {
  return day.slice(0, 4) === today.slice(0, 4) ? { day } : { day, hasYear: true }
}

/** One phrase that says several, with commas; there is at least one. */
export function inRow([first, ...rest]: readonly Phrase[]): Phrase {
  return rest.length === 0 ? first! : say('audience-list', { first: first!, rest: inRow(rest) })
}
