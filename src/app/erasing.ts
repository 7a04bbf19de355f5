/** Erasing people for good: also from a backup that is restored later. */
import { appendFile } from 'node:fs/promises'
import type { Day } from '../domain/phrase.ts'
import { Problem } from '../domain/problem.ts'
import { dayOf } from '../runtime/clock.ts'
import { record } from '../store/audit.ts'
import { erasePerson } from '../store/respondents.ts'
import { listErased, risen, type Erased } from '../store/tombstones.ts'
import type { Context } from './context.ts'

/**
 * Erases somebody, in the transaction of `context`, and notes it in `TOMBSTONE_FILE`. The note comes first: should the transaction fail,
 * they have asked for it all the same. A file that cannot be written keeps nobody from being erased; the log says so.
 */
export async function eraseForGood(context: Context, personId: string): Promise<void> {
  const { store, clock, config, log } = context
  const today = dayOf(clock.now(), config.TIME_ZONE)
  const ids = await erasePerson(store.db, store.keyring, personId, today)
  if (!config.TOMBSTONE_FILE) return
  const lines = writeTombstones(ids.map((id) => ({ personId: id, erasedOn: today })))
  await appendFile(config.TOMBSTONE_FILE, lines, { mode: 0o600 }).catch((error: unknown) =>
    log.error({ err: error }, 'an erasure is not in TOMBSTONE_FILE; run: hejnal tombstone export'),
  )
}

/** The whole list, as it is written to a file: a line each, with the id and the day. */
export async function exportTombstones({ store }: Context): Promise<string> {
  return writeTombstones(await listErased(store.db))
}

/**
 * Erases whoever a restored backup has brought back; doing it again changes nothing.
 * @throws {Problem} `tombstone-line` when a line is none of ours.
 */
export async function replayTombstones(
  context: Context,
  lists: readonly string[],
  actor: string,
): Promise<{ readonly listed: number; readonly erased: number }> {
  const { store, clock } = context
  const erased = new Map(lists.flatMap(readTombstones).map((one) => [one.personId, one]))
  const back = await risen(store.db, [...erased.values()])
  for (const { personId, erasedOn } of back)
    await store.transaction((tx) => erasePerson(tx, store.keyring, personId, erasedOn))
  const counts = { listed: erased.size, erased: back.length }
  await record(store.db, {
    at: clock.now(),
    actor,
    act: 'tombstone.replay',
    subject: 'database',
    details: counts,
  })
  return counts
}

function writeTombstones(erased: readonly Erased[]): string {
  return erased.map(({ personId, erasedOn }) => `${personId} ${erasedOn}\n`).join('')
}

const lineShape = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}) (\d{4}-\d{2}-\d{2})$/

/** A line that a power cut has left half written is the only one that may be broken: it has no end. */
function readTombstones(list: string): Erased[] {
  const lines = list.split('\n').slice(0, -1)
  return lines.map((line, index) => {
    const [, personId, erasedOn] = lineShape.exec(line) ?? []
    if (!personId) throw new Problem('tombstone-line', { line: index + 1 })
    return { personId, erasedOn: erasedOn as Day }
  })
}
