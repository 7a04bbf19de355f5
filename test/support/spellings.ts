/** Other ways to write a sentence, each by a rule that knows nothing of how sentences are compared. */

/** What people do to a sentence on a keyboard, on purpose or not. */
export const spellings: Readonly<Record<string, (text: string) => string>> = {
  'without marks, in capitals': (text) => `${unmarked(text).toUpperCase()}!!!`,
  'some letters of another alphabet': (text) => everySecond(text, (sign) => foreign.get(sign)),
  'vowels stretched': (text) => text.replaceAll(/[aeiouyаеиіоуюя]/giu, '$&$&$&'),
  'a letter doubled': (text) => text.replace(/[aeiouyаеиіоуюя]/iu, '$&$&'),
  'letters spaced': (text) => [...text.replaceAll(/\s+/g, '')].join(' '),
  'run together': (text) => text.replaceAll(/\s+/g, ''),
  'digits for letters': (text) => everySecond(text, (sign) => digits.get(sign)),
  'invisible signs inside': (text) => text.replaceAll(/(?<=\p{L})(?=\p{L})/gu, '\u200B'),
}

/** A slip, which is not a way to write: it is counted apart. */
export function slipped(text: string): string {
  const longest = text.split(/\s+/).toSorted((one, other) => other.length - one.length)[0]!
  const at = Math.floor(longest.length / 2) - 1
  const swapped = `${longest.slice(0, at)}${longest[at + 1]}${longest[at]}${longest.slice(at + 2)}`
  return text.replace(longest, swapped)
}

const latin = 'aceiopxyABCEHIKMOPTXaceiopxy'
const cyrillic = 'асеіорхуАВСЕНІКМОРТХасеіорху'
const foreign = new Map(
  latin.split('').flatMap(
    (sign, at) =>
      [
        [sign, cyrillic[at]!],
        [cyrillic[at]!, sign],
      ] as const,
  ),
)
const digits = new Map([
  ['a', '4'],
  ['e', '3'],
  ['i', '1'],
  ['o', '0'],
  ['s', '5'],
  ['а', '4'],
  ['е', '3'],
  ['о', '0'],
])

function unmarked(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l')
}

/** Every second sign that can be replaced is. */
function everySecond(text: string, other: (sign: string) => string | undefined): string {
  let count = 0
  return [...text].map((sign) => (other(sign) && (count += 1) % 2 === 1 ? other(sign)! : sign)).join('')
}
