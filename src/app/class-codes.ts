/** Codes with which a class answers without accounts. */
import { Problem } from '../domain/problem.ts'
import { hashCode, randomCode } from '../runtime/crypto.ts'
import { record } from '../store/audit.ts'
import { addClassCode, findConsultation, hasSeat, takeSeat } from '../store/consultations.ts'
import type { Db } from '../store/store.ts'
import { existing } from './consultations.ts'
import type { Context } from './context.ts'
import { guess } from './guesses.ts'

/** A code that a teacher writes on the board, shown once. */
export interface ClassCode {
  readonly code: string
  readonly seats: number
  readonly expiresAt: Date
}

const mostSeats = 500
const mostHours = 24 * 31
/** Short enough for a board; an invitation is longer. */
const codeLength = 8

/**
 * Makes a code that opens the web chat for a whole class: for `seats` people (35: a full class), for `hours` (48).
 * @throws {Problem} `consultation-unknown`, `consultation-over`, `class-code-no-school`, `class-code-bounds`
 */
export async function createClassCode(
  context: Context,
  {
    consultationId: id,
    seats = 35,
    hours = 48,
    actor,
  }: { consultationId: string; seats?: number; hours?: number; actor: string },
): Promise<ClassCode> {
  if (!isBetween(seats, 1, mostSeats) || !isBetween(hours, 1, mostHours))
    throw new Problem('class-code-bounds', { seats: mostSeats, hours: mostHours })
  const { definition, status } = existing(await findConsultation(context.store.db, id), id)
  if (status !== 'draft' && status !== 'open')
    throw new Problem('consultation-over', { title: definition.title })
  if (!definition.places.includes('school'))
    throw new Problem('class-code-no-school', { title: definition.title })
  const at = context.clock.now()
  const code = randomCode(codeLength)
  const expiresAt = new Date(at.getTime() + hours * 3_600_000)
  await context.store.transaction(async (tx) => {
    await addClassCode(tx, { hash: hashCode(code), consultationId: id, seats, expiresAt })
    await record(tx, {
      at,
      actor,
      act: 'class-code.create',
      subject: `consultation/${id}`,
      details: { seats, hours },
    })
  })
  return { code, seats, expiresAt }
}

/** Whether a class code opens something now, without taking a seat. */
export function opensClass({ store, clock }: Context, code: string): Promise<boolean> {
  return hasSeat(store.db, hashCode(code), clock.now())
}

/**
 * Takes one seat of a class code and says which consultation it opens. A wrong one is one that opens none (any more);
 * after ten of them in an hour a right one is refused as well.
 */
export async function redeemClassCode(
  tx: Db,
  { code, lookup, now }: { code: string; lookup: Uint8Array<ArrayBuffer>; now: Date },
): Promise<{ readonly consultation: string } | 'wrong' | 'too-many'> {
  return guess(tx, 'class', { lookup, now }, async () => {
    const consultation = await takeSeat(tx, hashCode(code), now)
    return consultation === undefined ? undefined : { consultation }
  })
}

/** Whether something typed is as long as a class code, and not as an invitation. */
export function isLikeClassCode(code: string): boolean {
  return code.replace(/[^A-Z0-9]/gi, '').length <= codeLength
}

function isBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}
