/** What a word is the same as, however it is written: without its marks, in letters of another alphabet, with digits, stretched, spaced or run together. */

/** One word of a text in every shape it is compared in; the first is the nearest to what was written. */
export type Word = readonly string[]

/** Small letters without marks, apostrophes gone, everything else that is no letter or digit a space. */
export function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll('ł', 'l')
    .replace(/[\p{M}\p{Cf}'’‘‛ʼʹʻʽ′`´ꞌ＇]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words of a text. Three or more letters that stand alone are one word that somebody spaced. */
export function wordsOf(text: string): readonly Word[] {
  const signs = text.replace(/(?<=\p{L})[@$€](?=\p{L})/gu, (sign) => lookAlikes.get(sign)!)
  return unspaced(normalise(signs).split(' ')).filter(Boolean).map(shapesOf)
}

/** The shape of a word, or of its beginning, that somebody wrote into a list. */
export function shapeOf(word: string): string {
  return shapesOf(normalise(word))[0] ?? ''
}

/** Letters that are drawn alike, and what is typed in place of letters; all of them become the same. */
const lookAlikes: ReadonlyMap<string, string> = new Map([
  ...pairs('авекмнорстухіјѕһґ', 'abekmhopctyxijshг'),
  ...pairs('αεικνορτυχ', 'aeikvoptux'),
  ...pairs('ıøđħ', 'iodh'),
  ...pairs('@$€', 'ase'),
])
const digits: ReadonlyMap<string, string> = new Map(pairs('0134578', 'oieastb'))

function pairs(from: string, to: string): [string, string][] {
  return [...from].map((sign, index) => [sign, [...to][index]!])
}

function unspaced(words: readonly string[]): string[] {
  const joined: string[] = []
  let spaced: string[] = []
  for (const word of [...words, '']) {
    if ([...word].length === 1) spaced.push(word)
    else {
      joined.push(...(spaced.length < 3 ? spaced : [spaced.join('')]), word)
      spaced = []
    }
  }
  return joined
}

/** A letter three times or more is stretched, and so is a vowel twice: "rapper" is no "rape", but "żyyć" is "żyć". */
function shapesOf(word: string): Word {
  const letters = mapped(mapped(word, lookAlikes), /\p{L}/u.test(word) ? digits : new Map())
  const near = letters.replace(/([aeiouyияюєыэ])\1+/g, '$1').replace(/(.)\1{2,}/gu, '$1$1')
  return /(.)\1{2,}/u.test(letters) ? [near, near.replace(/(.)\1/gu, '$1')] : [near]
}

function mapped(word: string, signs: ReadonlyMap<string, string>): string {
  return [...word].map((sign) => signs.get(sign) ?? sign).join('')
}
