/** Who was asked and how far they are, and the key under which their answers are found while that is possible. */
import type { Status } from '../domain/consultation.ts'
import { responseKey, type Keyring } from '../runtime/crypto.ts'
import type { Db } from './store.ts'

/** A consultation as one person meets it. `key` is null without a person, or once the secret is destroyed. */
export interface Meeting {
  readonly status: Status
  /** The newest version. */
  readonly version: number
  readonly state: 'invited' | 'started' | 'finished' | null
  readonly wantsOutcome: boolean
  readonly key: Uint8Array<ArrayBuffer> | null
}

interface Row {
  status: Status
  version: number
  secret: Uint8Array | null
  state: Meeting['state']
  wants_outcome: boolean | null
}

/** Looks a consultation up for a person (or for nobody yet); undefined when there is no such consultation. */
export async function findMeeting(db: Db, keyring: Keyring, consultation: string, personId: string | null): Promise<Meeting | undefined> {
  const [row] = await db.$queryRaw<Row[]>`
    select c.status, c.version, c.secret, p.state, p.wants_outcome
    from consultation c
    left join participation p on p.consultation_id = c.id and p.person_id = ${personId}::uuid
    where c.id = ${consultation}`
  if (!row) return undefined
  const { status, version, secret, state, wants_outcome: wantsOutcome } = row
  const key = secret && personId ? responseKey(keyring.openBytes(secret, `secret:${consultation}`), personId) : null
  return { status, version, state, wantsOutcome: wantsOutcome ?? false, key }
}

/** Where a turn left a person's participation. */
export async function changeParticipation(
  db: Db,
  { personId, consultation, today, ...change }: { personId: string; consultation: string; today: string; state?: 'finished'; wantsOutcome?: boolean },
): Promise<void> {
  await db.participation.update({
    where: { personId_consultationId: { personId, consultationId: consultation } },
    data: { ...change, ...(change.state ? { changedOn: new Date(`${today}T00:00:00Z`) } : {}) },
  })
}
