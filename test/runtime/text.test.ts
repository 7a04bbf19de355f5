/** The sentences: every one in every language, with the same variables, and in the right form for every number. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { FluentResource } from '@fluent/bundle'
import { describe, expect, onTestFinished, test } from 'vitest'
import { locales, type Locale } from '../../src/domain/phrase.ts'
import { loadText } from '../../src/runtime/text.ts'

const text = loadText()
const folder = new URL('../../locales/', import.meta.url)
const numbers = [0, 1, 2, 5, 11, 12, 21, 22, 25, 101, 111, 112, 1.5]

/** Everything inside a sentence that stands for something else, found wherever it is nested. */
function partsOf(pattern: unknown): {
  type: string
  name?: string
  variants?: { key: { value: unknown } }[]
  selector?: { type: string; name?: string }
}[] {
  if (typeof pattern !== 'object' || pattern === null) return []
  const inside = Object.values(pattern).flatMap(partsOf)
  return 'type' in pattern ? [pattern as ReturnType<typeof partsOf>[number], ...inside] : inside
}

async function sentencesIn(locale: Locale): Promise<Map<string, ReturnType<typeof partsOf>>> {
  const names = (await readdir(folder)).filter(
    (name) => name === `${locale}.ftl` || name.endsWith(`.${locale}.ftl`),
  )
  const sources = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')))
  return new Map(
    sources.flatMap((source) => new FluentResource(source).body.map(({ id, value }) => [id, partsOf(value)])),
  )
}

const sentences = new Map(
  await Promise.all(locales.map(async (locale) => [locale, await sentencesIn(locale)] as const)),
)
const polish = sentences.get('pl')!
const variablesOf = (parts: ReturnType<typeof partsOf>) =>
  [...new Set(parts.filter(({ type }) => type === 'var').map(({ name }) => name!))].toSorted()

describe.each(locales)('in %s', (locale) => {
  const own = sentences.get(locale)!

  test('there is every sentence, and no other', () => {
    expect([...own.keys()].toSorted()).toEqual([...polish.keys()].toSorted())
    expect(text.keys(locale).toSorted()).toEqual([...own.keys()].toSorted())
  })

  test('every sentence has the variables it has in Polish', () => {
    const different = [...own].filter(
      ([key, parts]) => String(variablesOf(parts)) !== String(variablesOf(polish.get(key) ?? [])),
    )
    expect(different.map(([key]) => key)).toEqual([])
  })

  test('every sentence can be said, with every number', () => {
    for (const [key, parts] of own) {
      for (const number of numbers) {
        const said = text.say(
          locale,
          key,
          Object.fromEntries(variablesOf(parts).map((name) => [name, number])),
        )
        expect(said.trim(), key).not.toBe('')
        expect(said, key).not.toMatch(/\{\s*\$|\?\?\?/)
      }
    }
  })

  test('sentences that depend on a number know the forms this language has, and no others', () => {
    const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories as readonly string[]
    const counted = [...own].flatMap(([key, parts]) =>
      parts.filter(({ type }) => type === 'select').map((part) => ({ key, part })),
    )
    expect(counted.length).toBeGreaterThan(5)
    for (const { key, part } of counted) {
      const forms = part.variants!.map(({ key: form }) => form.value)
      expect(
        forms.filter((form) => typeof form === 'string' && !categories.includes(form)),
        key,
      ).toEqual([])
      expect(forms, key).toContain('one')
    }
  })
})

describe('the form that goes with a number', () => {
  const few = 'odpowiedzi'
  test.each([
    [
      'pl',
      'results-answers',
      [
        '0 odpowiedzi',
        '1 odpowiedź',
        `2 ${few}`,
        '5 odpowiedzi',
        '11 odpowiedzi',
        '12 odpowiedzi',
        '21 odpowiedzi',
        `22 ${few}`,
        '25 odpowiedzi',
        '101 odpowiedzi',
        '111 odpowiedzi',
        '112 odpowiedzi',
        '1,5 odpowiedzi',
      ],
    ],
    [
      'pl',
      'results-respondents',
      [
        '0 osób wzięło',
        '1 osoba wzięła',
        '2 osoby wzięły',
        '5 osób wzięło',
        '11 osób wzięło',
        '12 osób wzięło',
        '21 osób wzięło',
        '22 osoby wzięły',
        '25 osób wzięło',
        '101 osób wzięło',
        '111 osób wzięło',
        '112 osób wzięło',
        '1,5 osoby wzięło',
      ],
    ],
    [
      'uk',
      'results-answers',
      [
        '0 відповідей',
        '1 відповідь',
        '2 відповіді',
        '5 відповідей',
        '11 відповідей',
        '12 відповідей',
        '21 відповідь',
        '22 відповіді',
        '25 відповідей',
        '101 відповідь',
        '111 відповідей',
        '112 відповідей',
        '1,5 відповіді',
      ],
    ],
    [
      'en',
      'results-answers',
      [
        '0 answers',
        '1 answer',
        '2 answers',
        '5 answers',
        '11 answers',
        '12 answers',
        '21 answers',
        '22 answers',
        '25 answers',
        '101 answers',
        '111 answers',
        '112 answers',
        '1.5 answers',
      ],
    ],
  ] as const)('is right in %s: %s', (locale, key, expected) => {
    for (const [index, count] of numbers.entries())
      expect(text.say(locale, key, { count })).toContain(expected[index])
  })
})

describe('a phrase of the domain', () => {
  test('is put into words with its arguments, which may be texts, days and phrases', () => {
    const phrase = {
      key: 'staff-consultation',
      args: { title: { pl: 'Droga', en: 'Way' }, status: { key: 'status-open' }, day: { day: '2026-12-15' } },
    }
    expect(text.phrase('en', phrase)).toMatch(/^Way: open\. Last day: 15 December\./)
    expect(text.phrase('pl', phrase)).toContain('15 grudnia')
    expect(text.phrase('uk', phrase)).toContain('15 грудня')
  })

  test('that a city wrote is filled in where it says so, and falls back to Polish', () => {
    const phrase = { text: { pl: ' Do {date} napiszemy {nobody}. ' }, args: { date: { day: '2026-03-01' } } }
    expect(text.phrase('uk', phrase)).toBe('Do 1 березня napiszemy {nobody}.')
  })
})

describe('what is missing', () => {
  async function textOf(files: Record<string, string>) {
    const directory = await mkdtemp(path.join(os.tmpdir(), 'hejnal-text-'))
    onTestFinished(() => rm(directory, { recursive: true }))
    const all = { 'pl.ftl': 'a = A', 'en.ftl': 'a = A', 'uk.ftl': 'a = A', ...files }
    await Promise.all(
      Object.entries(all).map(([name, source]) => writeFile(path.join(directory, name), source)),
    )
    return () => loadText(directory)
  }

  test('in one language is said in Polish; in all of them it is a bug', async () => {
    const load = await textOf({ 'area.pl.ftl': 'only = Tylko tu' })
    expect(load().say('en', 'only')).toBe('Tylko tu')
    expect(() => load().say('en', 'nowhere')).toThrow('no sentence "nowhere"')
  })

  test('a variable, is a bug as well', () => {
    expect(() => text.say('en', 're-ask-scale', { from: 1 })).toThrow('$to')
  })

  test.each([
    [
      'a closing brace',
      { 'area.uk.ftl': 'fine = x\nbroken = { $name\nalso = y' },
      'locales/area.uk.ftl: the sentence "broken"',
    ],
    ['the form for all other numbers', { 'en.ftl': 'a = { $n ->\n    [one] x\n }' }, 'the sentence "a"'],
    ['the uniqueness of a name', { 'area.pl.ftl': 'a = B' }, 'locales/pl.ftl: Error: Attempt to override'],
  ])('%s, stops the start and names the place', async (_, files, words) => {
    expect(await textOf(files)).toThrow(words)
  })
})
