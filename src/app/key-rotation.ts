/** Changing the key that seals addresses, conversations, secrets and texts, in steps that a kill cannot break. */
import { Problem } from '../domain/problem.ts'
import { createKeyring, type Keyring } from '../runtime/crypto.ts'
import { record } from '../store/audit.ts'
import { beginRotation, endWhatIsFoundByKey, isInUse, keepSealing } from '../store/key.ts'
import { resealPage, sealedTables } from '../store/resealing.ts'
import type { Store } from '../store/store.ts'
import type { Context } from './context.ts'

export interface Rotation {
  readonly actor: string
  /** Told after every page: the table, and how many of its rows this run has sealed anew so far. */
  readonly onPage: (table: string, rows: number) => void
}

/**
 * Seals with `CONTACT_KEY` what was sealed with `CONTACT_KEY_OLD`, and goes on where an earlier run was ended. Returns how many rows
 * this run did; undefined when there was nothing to do.
 * @throws {Problem} `key-old-missing`, `key-same`, `key-in-use` while anything of ours is connected, `contact-key-other`, `key-unreadable`
 */
export async function rotateKey(context: Context, { actor, onPage }: Rotation): Promise<number | undefined> {
  const { store, config, clock } = context
  if (!config.CONTACT_KEY_OLD) throw new Problem('key-old-missing')
  const from = createKeyring(config.CONTACT_KEY_OLD)
  if (from.name === store.keyring.name) throw new Problem('key-same')
  if (!(await begin(store, from))) return undefined
  const done = await resealAll(store, from, onPage)
  await store.transaction(async (tx) => {
    const at = clock.now()
    await endWhatIsFoundByKey(tx, at)
    await keepSealing(tx, { name: store.keyring.name })
    await record(tx, { at, actor, act: 'key.rotate', subject: 'contact-key', details: { rows: done } })
  })
  // what the old key opens would otherwise stay in the files for a while
  await store.rewrite(sealedTables.map(({ table }) => table))
  return done
}

/** Once it is noted nothing else can start; what had started before is connected, and has to be stopped first. */
async function begin(store: Store, from: Keyring): Promise<boolean> {
  const begun = await store.transaction((tx) => beginRotation(tx, from, store.keyring))
  if (begun === 'done') return false
  if (!(await isInUse(store.db))) return true
  if (begun === 'begun') await keepSealing(store.db, { name: from.name })
  throw new Problem('key-in-use')
}

async function resealAll(store: Store, from: Keyring, onPage: Rotation['onPage']): Promise<number> {
  const counts = new Map<string, number>()
  for (let page = await resealPage(store, from); page; page = await resealPage(store, from)) {
    const rows = (counts.get(page.table) ?? 0) + page.rows
    counts.set(page.table, rows)
    onPage(page.table, rows)
  }
  return [...counts.values()].reduce((sum, one) => sum + one, 0)
}
