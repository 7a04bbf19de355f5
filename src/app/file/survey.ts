/** What the raw sheets of a workbook say before anything is made of them: how far they reach, and where formulas stand. */

/** One sheet, surveyed. */
export interface Survey {
  readonly name: string
  readonly rows: number
  readonly columns: number
  /** The library gives only what a program once worked out of them. */
  readonly formulas: readonly Reference[]
}

/** Both begin at 1. */
interface Reference {
  readonly row: number
  readonly column: number
}

/** The sheets in their order; `textOf` reads a part of the workbook by its name. */
export function surveyOf(textOf: (name: string) => string | undefined): readonly Survey[] {
  const relations = new Map(
    tagsIn(textOf('xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target') ?? '',
    ]),
  )
  return tagsIn(textOf('xl/workbook.xml') ?? '', 'sheet').map((tag) => {
    const target = relations.get(attribute(tag, '\\w+:id')) ?? ''
    const text = textOf(target.startsWith('/') ? target.slice(1) : `xl/${target}`) ?? ''
    return { name: attribute(tag, 'name') ?? '', ...surveyed(text) }
  })
}

function tagsIn(text: string, name: string): readonly string[] {
  return [...text.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g'))].map(([tag]) => tag)
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1]
}

function surveyed(text: string): Omit<Survey, 'name'> {
  let [rows, columns] = [0, 0]
  const formulas: Reference[] = []
  for (const [, row] of text.matchAll(/<(?:\w+:)?row\s[^>]*?\br="(\d+)"/g)) rows = Math.max(rows, Number(row))
  for (const cell of text.split(/<(?:\w+:)?c(?=[\s>])/).slice(1)) {
    const place = placeIn(/\br="([A-Z]+\d+)"/.exec(cell.slice(0, cell.indexOf('>')))?.[1] ?? 'A1')
    rows = Math.max(rows, place.row)
    columns = Math.max(columns, place.column)
    if (/<(?:\w+:)?f[\s/>]/.test(cell)) formulas.push(place)
  }
  return { rows, columns, formulas }
}

function placeIn(reference: string): Reference {
  const [, name = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(reference) ?? []
  const column = [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(row), column }
}
