/** Wrong codes of the current hour: by address and altogether, invitations and class codes apart. */
import { hex } from './responses.ts'
import type { Db } from './store.ts'

/** What is guessed at. */
export type Guessed = 'invitation' | 'class'

/** Stands before the key of an address; by itself it counts for all of them. */
const prefix = { invitation: [], class: [1] } as const

/**
 * How many wrong codes came in this hour, from this address and from all. Later guesses of this address wait for the
 * transaction's end; whoever types a right code leaves no row.
 */
export async function wrongGuesses(
  db: Db,
  what: Guessed,
  lookup: Uint8Array<ArrayBuffer>,
  hour: Date,
): Promise<{ mine: number; all: number }> {
  const [own, everybody] = keysOf(what, lookup)
  await db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`guess.${hex(own)}`}, 0))::text`
  const wrong = async (key: Uint8Array<ArrayBuffer>) =>
    (await db.guess.findUnique({ where: { lookup_hour: { lookup: key, hour } } }))?.wrong ?? 0
  return { mine: await wrong(own), all: await wrong(everybody) }
}

export async function addWrongGuess(
  db: Db,
  what: Guessed,
  lookup: Uint8Array<ArrayBuffer>,
  hour: Date,
): Promise<void> {
  for (const key of keysOf(what, lookup))
    await db.$executeRaw`
      insert into guess (lookup, hour, wrong) values (${key}, ${hour}, 1)
      on conflict (lookup, hour) do update set wrong = guess.wrong + 1`
}

/** Guesses count for an hour; nothing is kept of them afterwards. */
export async function dropGuessesBefore(db: Db, hour: Date): Promise<void> {
  await db.guess.deleteMany({ where: { hour: { lt: hour } } })
}

type Key = Uint8Array<ArrayBuffer>

function keysOf(what: Guessed, lookup: Key): readonly [own: Key, everybody: Key] {
  return [new Uint8Array([...prefix[what], ...lookup]), new Uint8Array(prefix[what])]
}
