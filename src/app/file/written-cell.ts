/** A text as a cell of a workbook: never a formula, and back as it was. */

/** A cell of the kind "text": no program takes one that begins with = + - @ for a formula. */
export function textCell(text: string) {
  return { value: escaped(text.replaceAll(unwritable, ' ')), type: String, format: '@' }
}

/** A workbook writes characters as `_x0041_`: where a text has that itself, it is written so that it comes back unchanged. */
function escaped(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/** XML knows no other control characters than tabs and line ends. */
const unwritable = /(?![\t\n\r])\p{Cc}/gu
