/** What the schema cannot see in texts: languages still missing, words too long for a chat, braces nobody fills. */
import { locales, say, type Locale } from '../../domain/phrase.ts'
import { doubt, mistake, type Path, type Remark } from '../file/finding.ts'

const readsWell = { words: 20, characters: 40 } as const
const severalFrom = 4

interface Text {
  readonly path: Path
  readonly wordings: Readonly<Partial<Record<Locale, string>>>
}

/** Every remark about the texts inside `part` of the file, which stands at `at`. */
export function textRemarks(part: unknown, at: Path, languages: readonly Locale[]): Remark[] {
  const texts = textsIn(part, at)
  return [
    ...languages.flatMap((language) => untranslated(texts, language)),
    ...texts.flatMap(tooLong),
    ...texts.flatMap(placeholders),
  ]
}

function textsIn(value: unknown, path: Path): Text[] {
  if (typeof value !== 'object' || value === null) return []
  if (isText(value)) return [{ path, wordings: value }]
  const steps = Array.isArray(value)
    ? value.map((one, index) => [index, one] as const)
    : Object.entries(value)
  return steps.flatMap(([step, one]) => textsIn(one, [...path, step]))
}

function isText(value: object): value is Text['wordings'] {
  const entries = Object.entries(value)
  return (
    entries.length > 0 &&
    entries.every(([key, one]) => locales.some((locale) => locale === key) && typeof one === 'string')
  )
}

/** One remark a text, or one for all of them where a whole language is still to be written. */
function untranslated(texts: readonly Text[], language: Locale): Remark[] {
  const missing = texts.filter(
    ({ wordings }) => wordings.pl !== undefined && wordings[language] === undefined,
  )
  const named = say(`language-${language}`)
  const [first] = missing
  if (first && missing.length >= severalFrom)
    return [doubt(first.path, 'untranslated-several', { language: named, count: missing.length })]
  return missing.map(({ path }) => doubt(path, 'untranslated', { language: named }))
}

function tooLong({ path, wordings }: Text): Remark[] {
  const entries = Object.entries(wordings)
  if (isLabel(path)) return entries.flatMap(([language, wording]) => longLabel(wording, [...path, language]))
  return isQuestion(path)
    ? entries.flatMap(([language, wording]) => longQuestion(wording, [...path, language]))
    : []
}

function isLabel(path: Path): boolean {
  return path.at(-1) === 'label' || path.at(-2) === 'ends' || path.at(-2) === 'assent_buttons'
}

function isQuestion(path: Path): boolean {
  return path.at(-1) === 'text' && path.at(-3) === 'questions'
}

function longLabel(wording: string, path: Path): Remark[] {
  const count = [...wording.trim()].length
  return count > readsWell.characters
    ? [doubt(path, 'long-label', { count, most: readsWell.characters })]
    : []
}

function longQuestion(wording: string, path: Path): Remark[] {
  const count = wording.trim().split(/\s+/u).length
  return count > readsWell.words ? [doubt(path, 'long-question', { count, most: readsWell.words })] : []
}

function placeholders({ path, wordings }: Text): Remark[] {
  const filled = path.at(-1) === 'thanks' ? ['{date}'] : []
  return Object.entries(wordings).flatMap(([language, wording]) =>
    (wording.match(/\{[^{}]*\}/gu) ?? [])
      .filter((name) => !filled.includes(name))
      .map((name) =>
        mistake([...path, language], filled.length > 0 ? 'placeholder-guess' : 'placeholder', {
          name,
          guess: '{date}',
        }),
      ),
  )
}
