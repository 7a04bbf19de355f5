/** What evidence is known by in a plan: it has no id that people would write. */
import { wordIn, type Item } from './plan-item.ts'

/** Gives pieces of evidence their keys: measure, day, a hash of kind and title, and a number where that is still the same. */
export function evidenceKeys(
  items: readonly Item[],
  hash: (text: string, length: number) => string,
): readonly Item[] {
  const counts = new Map<string, number>()
  return items.map((item) => {
    const [date, kind, title] = ['date', 'kind', 'title.pl'].map((name) => wordIn(item, name))
    const name = `${date}-${hash(`${kind} ${title}`, 8)}`
    const same = `${item.key[0]} ${name}`
    const count = (counts.get(same) ?? 0) + 1
    counts.set(same, count)
    return { ...item, key: [item.key[0]!, count > 1 ? `${name}-${count}` : name] }
  })
}
