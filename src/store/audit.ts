/** The record of every act of staff: who, when, what, on what. Never what a young person wrote. */
import type { Prisma } from './prisma/client.ts'
import type { Db } from './store.ts'

/** One act. `subject` is a kind and an id: `consultation/free-time`, `staff/<person>`. */
export interface Act {
  readonly at: Date
  /** `cli`, or the id of the person who acted. */
  readonly actor: string
  readonly act: string
  readonly subject: string
  readonly details?: Prisma.InputJsonObject
}

/** Writes an act down, in the transaction that carries it out. */
export async function record(db: Db, act: Act): Promise<void> {
  await db.audit.create({ data: act })
}
