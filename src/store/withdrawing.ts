/** Taking back what was said in one consultation, and that one took part in it. */
import { responseKey, type Keyring } from '../runtime/crypto.ts'
import { Superseded, type Db } from './store.ts'

/** The consultations in which a person took part and whose secret still exists. */
export async function withdrawable(db: Db, personId: string): Promise<readonly string[]> {
  const rows = await db.participation.findMany({
    where: { personId, state: { not: 'invited' }, consultation: { secret: { not: null } } },
    select: { consultationId: true },
  })
  return rows.map(({ consultationId }) => consultationId)
}

/**
 * Erases a person's answers to one consultation and their participation; what was to be sent about its outcome is taken back, and the
 * consent is noted as withdrawn. Whoever does this while it is open can begin anew.
 * @throws {Superseded} when the secret went meanwhile: the answers can no longer be found.
 */
export async function withdraw(
  tx: Db,
  keyring: Keyring,
  personId: string,
  { consultationId, at }: { consultationId: string; at: Date },
): Promise<void> {
  const [row] = await tx.$queryRaw<{ secret: Uint8Array | null }[]>`
    select secret from consultation where id = ${consultationId} for share`
  if (!row?.secret) throw new Superseded()
  const key = responseKey(keyring.openBytes(row.secret, `secret:${consultationId}`), personId)
  await tx.response.deleteMany({ where: { consultationId, key } })
  await tx.participation.deleteMany({ where: { personId, consultationId } })
  await tx.consent.updateMany({
    where: { personId, purpose: 'participation', subject: consultationId, withdrawnAt: null },
    data: { withdrawnAt: at },
  })
  await tx.$executeRaw`
    delete from delivery where batch = 0 and recipient_id = ${personId}::uuid and status in ('waiting', 'held')
      and starts_with(about, ${`outcome/${consultationId}/`})`
}
