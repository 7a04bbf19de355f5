/** What the safeguarding officer can do with a case: see that it is there, read it for a reason that is kept, release it or close it. */
import { Problem } from '../domain/problem.ts'
import { dayOf } from '../runtime/clock.ts'
import type { Keyring } from '../runtime/crypto.ts'
import { record } from '../store/audit.ts'
import { addLooseText, allCases, endCase, openCase, type Case, type OpenedCase } from '../store/cases.ts'
import type { Context } from './context.ts'

/** Every case that is kept, without what is in it. */
export function listCases({ store }: Context): Promise<readonly Case[]> {
  return allCases(store.db)
}

/** A case with what is in it; that it was read, by whom and why is written down first. @throws {Problem} `case-unknown`, `safeguarding-key-missing`, `case-reason` */
export async function showCase(
  context: Context,
  id: string,
  { reason, actor }: { reason: string; actor: string },
): Promise<OpenedCase> {
  if (reason.trim() === '') throw new Problem('case-reason')
  const found = await existing(context, id)
  await log(context, 'case.read', id, actor, { reason })
  return found
}

/** The text was no disclosure: it waits for a moderator, or goes if it was written under no question. @throws {Problem} `case-over` too */
export async function releaseCase(context: Context, id: string, actor: string): Promise<void> {
  const { store, config } = context
  const found = await existing(context, id)
  await store.transaction(async (tx) => {
    const at = context.clock.now()
    if (!(await endCase(tx, id, { closedAs: 'released', at }))) throw new Problem('case-over')
    const { text, under } = found.content ?? {}
    if (text && under)
      await addLooseText(tx, store.keyring, { ...under, text, since: dayOf(at, config.TIME_ZONE) })
    await record(tx, { at, actor, act: 'case.release', subject: `case/${id}` })
  })
}

/** Everything has been done about it; it is forgotten after the time the city set. @throws {Problem} `case-over`, `case-unknown` */
export async function closeCase({ store, clock }: Context, id: string, actor: string): Promise<void> {
  await store.transaction(async (tx) => {
    const at = clock.now()
    if (!(await endCase(tx, id, { closedAs: 'closed', at })))
      throw new Problem((await allCases(tx)).some((one) => one.id === id) ? 'case-over' : 'case-unknown', {
        id,
      })
    await record(tx, { at, actor, act: 'case.close', subject: `case/${id}` })
  })
}

async function existing({ store }: Context, id: string): Promise<OpenedCase> {
  const found = await openCase(store.db, safeOf(store), id)
  if (!found) throw new Problem('case-unknown', { id })
  return found
}

function safeOf({ safe }: Context['store']): Keyring {
  if (!safe) throw new Problem('safeguarding-key-missing')
  return safe
}

async function log(
  { store, clock }: Context,
  act: string,
  id: string,
  actor: string,
  details: { readonly reason: string },
): Promise<void> {
  await record(store.db, { at: clock.now(), actor, act, subject: `case/${id}`, details })
}
