/** What the city remembers, as fingerprints that show any change; and putting conversations back where they stood. */
import type { House } from '../house.ts'

type Db = House['context']['store']['db']

/** Where conversations stand and which messages were answered changes with every word, a guess at a code is counted. */
const passing = ['session', 'seen', 'inbox', 'guess', 'sender', '_prisma_migrations']

/** A fingerprint of every table's rows but passing ones, and but the answers to the question `words`. */
export async function remembered({ db }: { readonly db: Db }): Promise<Readonly<Record<string, string>>> {
  const tables = await db.$queryRaw<
    { name: string }[]
  >`select table_name as name from information_schema.tables where table_schema = 'public'`
  const parts = tables
    .filter(({ name }) => !passing.includes(name))
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as rows from "${name}" t ${name === 'answer' ? "where question <> 'words'" : ''}`,
    )
  const rows = await db.$queryRawUnsafe<{ name: string; rows: string }[]>(parts.join(' union all '))
  return Object.fromEntries(rows.map(({ name, rows: print }) => [name, print]))
}

/** What is kept of everybody's free texts. */
export async function writtenWords({ db, keyring }: House['context']['store']): Promise<readonly string[]> {
  const rows = await db.answer.findMany({ where: { text: { not: null } }, select: { text: true } })
  return rows.map(({ text }) => keyring.open(text!, 'answer'))
}

/** Keeps where every conversation stands now; what it returns puts them back there, and takes away what was written to `words`. */
export async function bookmark({ db }: { readonly db: Db }): Promise<() => Promise<void>> {
  await db.$executeRaw`create schema bookmark`
  await db.$executeRaw`create table bookmark.session as select * from session`
  return async () => {
    await db.$executeRaw`delete from session where key not in (select key from bookmark.session)`
    await db.$executeRaw`
      insert into session select * from bookmark.session on conflict (key) do update
      set state = excluded.state, replies = excluded.replies, locale = excluded.locale, consultation_id = excluded.consultation_id, turn = session.turn + 1`
    await db.$executeRaw`delete from answer where question = 'words'`
  }
}
