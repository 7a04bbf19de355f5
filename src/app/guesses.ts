/** How often codes may be tried: whoever mistypes an invitation can still enter a class, and the other way round. */
import { addWrongGuess, dropGuessesBefore, wrongGuesses, type Guessed } from '../store/guesses.ts'
import type { Db } from '../store/store.ts'

const hourMs = 3_600_000

/** Wrong codes in an hour, from one address and from all together. */
const most: Readonly<Record<Guessed, { readonly mine: number; readonly all: number }>> = {
  // 59 bits, five tries are for people who mistype; nobody invites 500 in an hour, somebody with many addresses is guessing
  invitation: { mine: 5, all: 500 },
  // 39 bits, read off a board by children; a whole city's classes may mistype in the same hour
  class: { mine: 10, all: 5_000 },
}

export interface Guess {
  readonly lookup: Uint8Array<ArrayBuffer>
  readonly now: Date
}

/** Tries a code unless too many were wrong already; then a right one is refused as well. `tryIt` says undefined for a wrong one. */
export async function guess<T>(
  tx: Db,
  what: Guessed,
  { lookup, now }: Guess,
  tryIt: () => Promise<T | undefined>,
): Promise<T | 'wrong' | 'too-many'> {
  const hour = new Date(Math.floor(now.getTime() / hourMs) * hourMs)
  await dropGuessesBefore(tx, hour)
  const { mine, all } = await wrongGuesses(tx, what, lookup, hour)
  if (mine >= most[what].mine || all >= most[what].all) return 'too-many'
  const found = await tryIt()
  if (found !== undefined) return found
  await addWrongGuess(tx, what, lookup, hour)
  return 'wrong'
}
