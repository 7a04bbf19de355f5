/** First come, first served, however many wait. */

export interface Queue<T> {
  push(item: T): void
  /** Goes before all others. */
  pushFirst(item: T): void
  /** The one that came first, still in the queue. */
  first(): T | undefined
  /** The one that so many came before, still in the queue. */
  at(index: number): T | undefined
  shift(): T | undefined
  /** Takes out those that are meant, and leaves the others in their order. */
  remove(isMeant: (item: T) => boolean): T[]
}

/** An array's own `shift` moves everything behind the first; this one moves it once in a thousand times. */
export function createQueue<T>(): Queue<T> {
  let items: T[] = []
  let head = 0
  return {
    push: (item) => void items.push(item),
    pushFirst(item) {
      if (head > 0) items[(head -= 1)] = item
      else items.unshift(item)
    },
    first: () => items[head],
    at: (index) => items[head + index],
    shift() {
      const item = items[head]
      if (head < items.length) head += 1
      if (head > 1_000 || head === items.length) {
        items = items.slice(head)
        head = 0
      }
      return item
    },
    remove(isMeant) {
      const all = items.slice(head)
      items = all.filter((item) => !isMeant(item))
      head = 0
      return all.filter(isMeant)
    },
  }
}
