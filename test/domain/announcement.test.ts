/** The marks of an announcement, and what of it a recipient gets to see. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marked, outgoingOf } from '../../src/domain/announcement.ts'
import { audienceInWords, hasYouth, type Audience } from '../../src/domain/recipients.ts'
import { locales } from '../../src/domain/phrase.ts'
import { loadText } from '../../src/runtime/text.ts'

/** The text with its marks as brackets: `<bold words>`. */
function drawn(source: string): string {
  const { text, marks } = marked(source)
  const openings = marks.map(({ from, is }) => ({ at: from, what: `<${is} ` }))
  const closings = marks.toReversed().map(({ to }) => ({ at: to, what: '>' }))
  const places = [...Array(text.length + 1).keys()]
  const at = (list: { at: number; what: string }[], index: number) =>
    list.flatMap((one) => (one.at === index ? [one.what] : [])).join('')
  return places.map((index) => `${at(closings, index)}${at(openings, index)}${text[index] ?? ''}`).join('')
}

describe('marks', () => {
  test.each([
    ['plain', 'plain'],
    ['**bold** and *italic*', '<bold bold> and <italic italic>'],
    ['**bold *and italic***', '<bold bold <italic and italic>>'],
    ['*italic **and bold** too*', '<italic italic <bold and bold> too>'],
    ['[the **map**](https://a.pl/x_(1)?q=2)', '<link the <bold map>>'],
    ['**[map](https://a.pl)**', '<bold <link map>>'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['a ** b ** c', 'a ** b ** c'],
    ['**never closed', '**never closed'],
    ['**not over\ntwo lines**', '**not over\ntwo lines**'],
    [String.raw`\*\*stars\*\* \[x\](y) \\`, String.raw`**stars** [x](y) \\`.replace('\\\\', '\\')],
    ['[no](http://a.pl) [no](javascript:x) [no]()', '[no](http://a.pl) [no](javascript:x) [no]()'],
    ['_under_ `code` <b>html</b> # head', '_under_ `code` <b>html</b> # head'],
    ['****', '****'],
    ['', ''],
  ])('%s', (source, expected) => {
    expect(drawn(source)).toBe(expected)
  })

  test('carry the address of a link and nothing else does', () => {
    expect(marked('[a](https://a.pl/ą) **b**').marks).toEqual([
      { from: 0, to: 1, is: 'link', url: 'https://a.pl/ą' },
      { from: 2, to: 3, is: 'bold' },
    ])
  })

  test('lie within the text and inside each other, whatever was typed', () => {
    const pieces = fc.constantFrom('*', '**', '[', '](https://a.pl)', '\\', 'a', ' ', '\n', 'ż', '👋')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const { text, marks } = marked(parts.join(''))
        for (const one of marks) {
          expect(one.from).toBeLessThan(one.to)
          expect(one.to).toBeLessThanOrEqual(text.length)
          for (const other of marks) {
            const isApart = one.to <= other.from || other.to <= one.from
            const isInside =
              (one.from >= other.from && one.to <= other.to) || (other.from >= one.from && other.to <= one.to)
            expect(isApart || isInside).toBe(true)
          }
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('of a long and hostile text are found in a moment', () => {
    for (const piece of ['*', '**a', '[a', '\\', '*a ', '[a](https://'])
      expect(marked(piece.repeat(1_300)).text.length).toBeGreaterThan(0)
  })
})

describe('what a recipient sees', () => {
  const content = {
    texts: { pl: '**Park** otwarty', en: 'The park is open' },
    link: { url: 'https://a.pl', label: { pl: 'Mapa', en: 'Map' } },
  }

  test('is in their language, with the link as a last line', () => {
    expect(outgoingOf(content, 'en')).toEqual({
      text: 'The park is open\n\nMap',
      marks: [{ from: 18, to: 21, is: 'link', url: 'https://a.pl' }],
      lang: 'en',
    })
  })

  test('is whole in Polish where their language is missing, and says so to screen readers', () => {
    expect(
      outgoingOf({ ...content, link: { ...content.link, label: { pl: 'Mapa', uk: 'Мапа' } } }, 'uk'),
    ).toEqual({
      text: 'Park otwarty\n\nMapa',
      marks: [
        { from: 0, to: 4, is: 'bold' },
        { from: 14, to: 18, is: 'link', url: 'https://a.pl' },
      ],
      lang: 'pl',
    })
  })
})

describe('an audience', () => {
  const everything: Audience = {
    who: ['youth', 'contact', 'coordinator'],
    places: true,
    entities: ['zzm'],
    languages: ['pl', 'uk'],
    channels: ['telegram', 'web'],
    districts: ['i', 'xx'],
    ageBands: ['a13_15', 'u13'],
    consultation: { id: 'park', states: ['started', 'finished'] },
    consent: 'outcomes',
    except: [{ who: ['youth'], districts: ['ii'] }],
  }
  const districts = [{ id: 'i', label: { pl: 'Stare Miasto', en: 'Old Town' } }]
  const text = loadText()

  test('can be said in words, in every language, a line for each thing', () => {
    for (const locale of locales)
      expect(audienceInWords(everything, districts).map((line) => text.phrase(locale, line))).toHaveLength(12)
    const english = audienceInWords(everything, districts).map((line) => text.phrase('en', line))
    expect(english.slice(-6)).toEqual([
      'only where they write in: Telegram, web chat'.replace('write in', 'write'),
      'only young people from: Old Town, xx',
      'only young people aged: 13–15, under 13',
      'only young people who in the consultation park are: in the middle, done',
      'who want to know what came of a consultation',
      'but not: young people, only young people from: ii',
    ])
  })

  test('has young people in it as recipients, or as readers of a place', () => {
    expect([
      hasYouth({ who: ['youth'] }),
      hasYouth({ who: [], places: true }),
      hasYouth({ who: ['coordinator'] }),
    ]).toEqual([true, true, false])
  })
})
