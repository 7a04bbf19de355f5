/** The name of a file as it may be kept and used again on any computer. */
import type { FileKind } from './kind.ts'

/** With its ending; file systems take 255 bytes, and a letter may be two of them. */
const mostChars = 120

/** No path, no control characters, nothing that a file system or a shell reads as more than a name; ends in what the file really is. */
export function cleanName(name: string, { ending, alsoEndsIn = [] }: FileKind): string {
  const bare = (name.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const found = [ending, ...alsoEndsIn].find((one) => bare.toLowerCase().endsWith(`.${one}`))
  const stem = found === undefined ? bare : bare.slice(0, -found.length - 1)
  const end = `.${found ?? ending}`
  return `${cut(stem, mostChars - end.length) || 'file'}${end}`
}

/** Never in the middle of a character. */
function cut(text: string, most: number): string {
  return text
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim()
}
