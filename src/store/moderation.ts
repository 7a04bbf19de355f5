/** Free texts that wait for a moderator: those of answers, and those that were released from a case. */
import type { Review } from '../domain/moderation.ts'
import type { Day } from '../domain/phrase.ts'
import { dayOfDate } from '../runtime/clock.ts'
import type { Keyring } from '../runtime/crypto.ts'
import { Prisma } from './prisma/client.ts'
import type { Db } from './store.ts'

/** A text that nobody has read. */
export interface WaitingText {
  /** Leads to nobody: a keyed hash of where the text is and of its seal. */
  readonly id: string
  readonly consultation: string
  readonly question: string
  /** The day of the pass it belongs to; of one whose secret is gone, the day of closing. */
  readonly since: Day
  readonly sealed: Uint8Array<ArrayBuffer>
  readonly place: Place
}

/** The row a text is in. */
type Place = { readonly response: string } | { readonly loose: string }

interface Row {
  response: string | null
  loose: string | null
  consultation: string
  question: string
  since: Date
  sealed: Uint8Array
}

/** Every text that waits, the oldest first, and otherwise in no order: two of one person do not stand together. */
export async function waitingTexts(db: Db, keyring: Keyring): Promise<readonly WaitingText[]> {
  const rows = await db.$queryRaw<Row[]>`
    select r.id as response, null as loose, r.consultation_id as consultation, a.question, r.answered_on as since, a.text as sealed
    from answer a join response r on r.id = a.response_id where a.review = 'waiting' and a.text is not null
    union all
    select null, id::text, consultation_id, question, since, text from loose_text where review = 'waiting' and text is not null`
  return rows
    .map((row) => textOf(row, keyring))
    .toSorted((one, other) => one.since.localeCompare(other.since) || one.id.localeCompare(other.id))
}

/** How many wait, and since when. */
export async function waitingSince(db: Db): Promise<{ count: number; oldest: Day } | undefined> {
  const [row] = await db.$queryRaw<{ count: number; oldest: Date | null }[]>`
    select count(*)::int as count, min(since) as oldest from (
      select r.answered_on as since from answer a join response r on r.id = a.response_id where a.review = 'waiting' and a.text is not null
      union all select since from loose_text where review = 'waiting' and text is not null) w`
  return row?.oldest ? { count: row.count, oldest: dayOfDate(row.oldest) } : undefined
}

/** Writes down what was decided about a text; false when it is another text by now, or was decided about already. */
export async function settleText(
  db: Db,
  keyring: Keyring,
  { place, question, sealed }: WaitingText,
  { review, words }: { review: Review; words: string | null },
): Promise<boolean> {
  // what is removed leaves an empty text behind, so that the answer still counts
  const text = review === 'removed' ? keyring.seal('', 'answer') : Uint8Array.from(sealed)
  const set = Prisma.sql`set review = ${review}, released = ${words}, text = ${text} where review = 'waiting' and text = ${sealed}`
  const changed =
    'response' in place
      ? await db.$executeRaw`update answer ${set} and response_id = ${place.response}::uuid and question = ${question}`
      : await db.$executeRaw`update loose_text ${set} and id = ${place.loose}::uuid`
  return changed === 1
}

function textOf(
  { response, loose, consultation, question, since, sealed }: Row,
  keyring: Keyring,
): WaitingText {
  const bytes = new Uint8Array(sealed)
  const where = `${response ?? loose}/${question}/${Buffer.from(bytes).toString('base64')}`
  return {
    id: Buffer.from(keyring.lookup(where, 'text')).toString('hex').slice(0, 16),
    consultation,
    question,
    since: dayOfDate(since),
    sealed: bytes,
    place: response ? { response } : { loose: loose! },
  }
}
