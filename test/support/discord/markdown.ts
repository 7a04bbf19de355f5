/** A message as Discord's clients draw it: formatting applied, escapes gone. */

const pairs = [
  /\*\*(?=\S)([^*]+)\*\*/g,
  /\*(?=\S)([^*]+)\*/g,
  /__(?=\S)([^_]+)__/g,
  /\b_(?=\S)([^_]+)_\b/g,
  /~~([^~]+)~~/g,
  /\|\|([^|]+)\|\|/g,
  /`([^`]+)`/g,
]

/** What a person reads; formatted text comes out without its marks, so text that should stay plain shows the difference. */
export function shown(content: string): string {
  const kept: string[] = []
  const keep = (text: string) => String.fromCodePoint(0xe000 + kept.push(text) - 1)
  const plain = content
    .replace(/https?:\/\/[^\s<>]+/g, keep)
    .replace(/\\([^0-9A-Za-z\s])/g, (_, char: string) => keep(char))
  const lines = plain
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/<[@#][^>]+>/g, '@mention')
    .replace(/^(#{1,3}|-#|>) /gm, '')
  const drawn = pairs.reduce((text, pair) => text.replace(pair, '$1'), lines)
  return drawn.replace(/[\ue000-\uf8ff]/g, (mark) => kept[mark.charCodeAt(0) - 0xe000] ?? mark)
}
