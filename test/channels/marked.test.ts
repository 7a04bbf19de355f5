/** Texts with marks: what is left of a mark when its text is cut, cleaned, split or printed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clean } from '../../src/channels/clean.ts'
import {
  cleanMarked,
  cutMarked,
  drawMarked,
  markedOf,
  splitMarked,
  trimMarked,
  type Marked,
} from '../../src/channels/marked.ts'
import { printed } from '../../src/channels/terminal.ts'

const tagged = (marked: Marked): string =>
  drawMarked<string>(marked, {
    words: (text) => text,
    mark: ({ is }, inside) => `<${is}>${tagged(inside)}</${is}>`,
  }).join('')

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '•', '\u0007', '\u0000'), maxLength: 40 })
const marked = fc
  .tuple(text, fc.array(fc.tuple(fc.nat(45), fc.nat(45)), { maxLength: 4 }))
  .map(([words, places]) =>
    markedOf({ text: words, marks: places.map(([from, to]) => ({ from, to, is: 'bold' as const })) }),
  )

describe('a mark', () => {
  test('never reaches beyond its text, whatever is done with it', () => {
    fc.assert(
      fc.property(marked, fc.nat(40), fc.nat(40), (all, from, to) => {
        const done = [cutMarked(all, from, to), cleanMarked(all), trimMarked(all), ...splitMarked(all, /\n/g)]
        for (const { text: words, marks } of [all, ...done])
          for (const mark of marks) {
            expect(mark.from).toBeGreaterThanOrEqual(0)
            expect(mark.from).toBeLessThan(mark.to)
            expect(mark.to).toBeLessThanOrEqual(words.length)
          }
      }),
    )
  })

  test('changes no word, whatever is done with it', () => {
    fc.assert(
      fc.property(marked, (all) => {
        expect(tagged(all).replace(/<\/?bold>/g, '')).toBe(all.text)
        expect(cleanMarked(all).text).toBe(clean(all.text))
        expect(trimMarked(all).text).toBe(all.text.trim())
        expect(splitMarked(all, /^• ?/gm).map((part) => part.text)).toEqual(all.text.split(/^• ?/m))
      }),
    )
  })

  test('stays on its words', () => {
    const words = 'Ala ma\u0000 kota\n\ni psa'
    const all = markedOf({
      text: words,
      marks: [
        { from: 8, to: 18, is: 'bold' },
        { from: 0, to: 3, is: 'italic' },
      ],
    })
    expect(tagged(cleanMarked(all))).toBe('<italic>Ala</italic> ma <bold>kota\n\ni ps</bold>a')
    expect(splitMarked(cleanMarked(all), /\n{2,}/g).map(tagged)).toEqual([
      '<italic>Ala</italic> ma <bold>kota</bold>',
      '<bold>i ps</bold>a',
    ])
  })
})

test('a terminal prints where a link leads, unless its words say so, and what a picture shows', () => {
  const url = 'https://example.org/'
  const words = `Czytaj tutaj: ${url}`
  const picture = { name: 'a.png', mediaType: 'image/png', content: new Uint8Array(), alt: 'Ławka' } as const
  const marks = [
    { from: 0, to: 6, is: 'bold' },
    { from: 7, to: 12, is: 'link', url },
    { from: 14, to: words.length, is: 'link', url },
  ] as const
  expect(printed({ text: words, lang: 'pl', marks, picture })).toBe(`(Ławka)\nCzytaj tutaj [${url}]: ${url}`)
})
