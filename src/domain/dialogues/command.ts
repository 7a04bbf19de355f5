/** The commands that work from any state, by every name a person may know them under. */
import type { Incoming } from '../message.ts'

export const commandNames = [
  'start',
  'help',
  'privacy',
  'mydata',
  'delete',
  'stop',
  'language',
  'news',
  'outcomes',
  'settings',
  'link',
  'unlink',
  'code',
  'post',
  'announce',
  'moderate',
  'deadlines',
  'report',
  'plan',
  'calendar',
] as const
export type CommandName = (typeof commandNames)[number]

export interface Command {
  readonly name: CommandName
  readonly argument?: string
}

/** Names in Polish and Ukrainian, with and without diacritics. */
const aliases: Readonly<Record<CommandName, readonly string[]>> = {
  start: ['menu', 'почати'],
  help: ['pomoc', 'допомога', 'sos'],
  privacy: ['prywatnosc', 'prywatność', 'приватність'],
  mydata: ['mojedane', 'moje_dane', 'моїдані', 'мої_дані'],
  delete: ['usun', 'usuń', 'видалити'],
  stop: ['koniec', 'wypisz', 'стоп'],
  language: ['jezyk', 'język', 'мова'],
  news: ['wiadomosci', 'wiadomości', 'новини'],
  outcomes: ['efekty', 'mojglos', 'mójgłos', 'mój_głos', 'moj_glos', 'підсумки', 'мійголос', 'мій_голос'],
  settings: ['ustawienia', 'налаштування'],
  link: ['polacz', 'połącz', 'поєднати'],
  unlink: ['odlacz', 'odłącz', 'rozlacz', 'rozłącz', 'відключити', 'відʼєднати'],
  code: ['kod', 'код'],
  post: ['opublikuj', 'опублікувати'],
  announce: ['ogloszenie', 'ogłoszenie', 'ogloszenia', 'ogłoszenia', 'оголошення'],
  moderate: ['moderacja', 'модерація'],
  deadlines: ['terminy', 'терміни'],
  report: ['raport', 'звіт'],
  plan: ['план'],
  calendar: ['kalendarz', 'календар'],
}

/** Reads `/name argument` (and Telegram's `/name@bot`); undefined when it is no command of ours. */
export function commandIn(incoming: Incoming): Command | undefined {
  const [word, argument] = wordsOf(incoming)
  const name = commandNames.find(
    (one) => one === word?.toLowerCase() || aliases[one].includes(word?.toLowerCase() ?? ''),
  )
  return name && { name, ...(argument ? { argument: argument.trim() } : {}) }
}

/** Whether it looks like a command, known or not: "/hlep", but neither "/ I don't know" nor "/home/work". */
export function isCommandLike(incoming: Incoming): boolean {
  return wordsOf(incoming).length > 0
}

function wordsOf({ text }: Incoming): readonly (string | undefined)[] {
  const found = /^\/([\p{L}\p{M}_]+)(?:@\w+)?(?:\s+(.+))?$/su.exec(text?.trim().normalize('NFC') ?? '')
  return found?.slice(1) ?? []
}
