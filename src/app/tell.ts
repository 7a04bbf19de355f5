/** A message of its own to some people, each once however often it is told. */
import type { Reply } from '../domain/dialogue.ts'
import { addSingles } from '../store/deliveries.ts'
import type { Context } from './context.ts'

/** `about` is what makes it one: nobody gets two of the same name. */
export async function tell(
  { store }: Context,
  people: readonly string[],
  about: string,
  reply: Reply,
): Promise<void> {
  const singles = people.map((recipientId) => ({ recipientId, about, reply }))
  await addSingles(store.db, store.keyring, singles)
}
