/** Fills a city with people who agreed to be written to, and with places that carry announcements. */
import type { Context } from '../../src/app/context.ts'
import { lookupOf } from '../../src/store/sessions.ts'

/** The chat of the first person; the others follow. */
export const firstChat = 1_000_000
const pageSize = 5_000

/** So many people on Telegram, sealed as the real ones are. */
export async function addPeople({ store }: Context, count: number): Promise<void> {
  for (let from = 0; from < count; from += pageSize) {
    const values = valuesFrom(firstChat + from, Math.min(pageSize, count - from))
    const { lookups, sealed } = sealedFor(store.keyring, 'telegram', values)
    await store.db.$executeRaw`
      with input as (select gen_random_uuid() as id, * from unnest(${lookups}::bytea[], ${sealed}::bytea[]) as i (lookup, sealed)),
      people as (insert into person (id, locale, created_on) select id, 'en', current_date from input),
      agreed as (
        insert into consent (id, person_id, purpose, wording, locale, given_at)
        select gen_random_uuid(), id, 'announcements', '', 'en', now() from input)
      insert into address (id, person_id, channel, lookup, sealed)
      select gen_random_uuid(), id, 'telegram', lookup, sealed from input`
  }
  await store.db.$executeRaw`analyze`
}

/** So many channels of Discord servers. */
export async function addPlaces({ store }: Context, count: number): Promise<void> {
  const values = valuesFrom(firstChat, count).map((id) => `#${id}`)
  const { lookups, sealed } = sealedFor(store.keyring, 'discord', values)
  await store.db.$executeRaw`
    insert into place (id, channel, lookup, sealed, label, locale, added_by, added_at)
    select gen_random_uuid(), 'discord', lookup, sealed, 'a channel', 'en', 'bench', now()
    from unnest(${lookups}::bytea[], ${sealed}::bytea[]) as i (lookup, sealed)`
  await store.db.$executeRaw`analyze`
}

function valuesFrom(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(first + index))
}

function sealedFor(
  keyring: Context['store']['keyring'],
  channel: 'telegram' | 'discord',
  values: readonly string[],
) {
  return {
    lookups: values.map((value) => lookupOf(keyring, { channel, value })),
    sealed: values.map((value) => keyring.seal(value, `address:${channel}`)),
  }
}
