/** Words in lines, for pictures: SVG breaks none by itself. */

/** Lines of at most so many letters; a longer word stands alone. */
export function wrapped(text: string, letters: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim()
    if ([...longer].length <= letters || lines.at(-1) === '') lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** The first lines; the last of them says where something is left out, and no word is longer than its line. */
export function cut(text: string, letters: number, most: number): string[] {
  const lines = wrapped(text, letters).map((line) => shortened(line, letters))
  const kept = lines.slice(0, most)
  return lines.length <= most ? kept : [...kept.slice(0, -1), shortened(`${kept.at(-1)} …`, letters)]
}

function shortened(line: string, letters: number): string {
  const all = [...line]
  return all.length <= letters
    ? line
    : `${all
        .slice(0, letters - 2)
        .join('')
        .trimEnd()} …`
}
