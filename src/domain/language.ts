/** The language of somebody who writes for the first time: what the platform says, else what their words say. */
import { commandNames } from './dialogues/command.ts'
import type { Incoming } from './message.ts'
import { localeOf, sourceLocale, type Locale } from './phrase.ts'
import { folded } from './typed.ts'

/** The language to answer in while the person has chosen none. */
export function languageOf({ locale, text }: Pick<Incoming, 'locale' | 'text'>): Locale {
  return localeOf(locale) ?? guessed(text) ?? sourceLocale
}

/** Words that open conversations in one of our languages and mean nothing in the others; without marks. */
const words: Readonly<Record<Locale, string>> = {
  pl: 'czesc hej siema elo witam witaj dzien dobry wieczor pomoc pomocy pomozcie prosze jak jestem chce mam gdzie ankieta',
  en: 'hello hi hey help start please what how where who the you your my good morning evening thanks english survey',
  uk: 'pryvit dopomoha',
}

/** The language a text is clearly in; undefined for most short texts, and for commands, which are English to everybody. */
export function guessed(text = ''): Locale | undefined {
  if (/\p{Script=Cyrillic}/u.test(text)) return 'uk'
  if (/[ąćęłńóśźż]/i.test(text.normalize('NFC'))) return 'pl'
  if (englishCommand.test(text)) return undefined
  const said = folded(text).split(' ')
  const [most, next] = (['pl', 'en', 'uk'] as const)
    .map((locale) => ({ locale, found: said.filter((word) => known[locale].has(word)).length }))
    .toSorted((one, other) => other.found - one.found)
  return most!.found > next!.found ? most!.locale : undefined
}

const englishCommand = new RegExp(`^\\s*/(${commandNames.join('|')})\\b`, 'i')
const known = {
  pl: new Set(words.pl.split(' ')),
  en: new Set(words.en.split(' ')),
  uk: new Set(words.uk.split(' ')),
}
