/** The commands as the platforms' menus show them, named and described in every language. */
import type { CommandName } from '../domain/dialogues/command.ts'
import { locales, type Locale } from '../domain/phrase.ts'
import type { Text } from '../runtime/text.ts'

const forEverybody = [
  'start',
  'language',
  'help',
  'privacy',
  'mydata',
  'delete',
  'stop',
  'news',
  'outcomes',
  'settings',
  'link',
  'unlink',
] as const satisfies readonly CommandName[]
const everything = [
  ...forEverybody,
  'code',
  'post',
  'announce',
  'moderate',
  'deadlines',
  'report',
  'plan',
  'calendar',
] as const satisfies readonly CommandName[]
/** The word that may stand behind a command, or has to. */
const options: Readonly<
  Partial<Record<CommandName, { readonly name: string; readonly isRequired: boolean }>>
> = {
  code: { name: 'code', isRequired: true },
  post: { name: 'consultation', isRequired: false },
  announce: { name: 'place', isRequired: false },
}

/** Telegram's menu: what everybody may need, under names of plain letters. */
export function telegramMenu(text: Text) {
  return locales.map((locale) => ({
    locale,
    commands: forEverybody.map((name) => ({
      command: plain(text.say(locale, `command-name-${name}`), name),
      description: text.say(locale, `command-${name}`),
    })),
  }))
}

/** Discord's slash commands. */
export function discordMenu(text: Text) {
  return everything.map((name) => ({
    name,
    names: inAll((locale) => text.say(locale, `command-name-${name}`)),
    descriptions: inAll((locale) => text.say(locale, `command-${name}`)),
    ...optionOf(text, name),
  }))
}

function optionOf(text: Text, name: CommandName) {
  const option = options[name]
  return option
    ? { option: { ...option, descriptions: inAll((locale) => text.say(locale, `command-option-${name}`)) } }
    : {}
}

/** The few words that Discord's forms and menus need. */
export function discordWords(text: Text) {
  return (lang: string) => ({
    write: text.say(lang, 'discord-write'),
    hand: text.say(lang, 'discord-hand'),
    file: text.say(lang, 'discord-file'),
    yourAnswer: text.say(lang, 'discord-your-answer'),
    send: text.say(lang, 'discord-send'),
    more: text.say(lang, 'discord-more'),
    choose: text.say(lang, 'discord-choose'),
  })
}

/** Telegram takes a to z only; the same name without marks is understood as well. */
function plain(name: string, fallback: string): string {
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '')
  return /^[a-z0-9_]{1,32}$/.test(bare) ? bare : fallback
}

function inAll(words: (locale: Locale) => string): Record<Locale, string> {
  return Object.fromEntries(locales.map((locale) => [locale, words(locale)])) as Record<Locale, string>
}
