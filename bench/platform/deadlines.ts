/** Fills a city with a plan of any size: entities, those who speak for them, and open deadlines for years to come. */
import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { importPlan } from '../../src/app/plans.ts'
import type { BenchGround } from './grounds.ts'

/** About as many as the units of a city have. */
const perEntity = 20
const pageSize = 1_000

/** What is there once it is filled. */
export interface Stored {
  readonly deadlines: number
  /** To write the deadlines down, a thousand at a time. */
  readonly seconds: number
  /** Of the table with its indexes, for one deadline with all of its steps. */
  readonly bytesEach: number
}

/** The sample plan, and beside it so many deadlines of which nothing is due before `from`. */
export async function addDeadlines(
  { context, databaseUrl }: BenchGround,
  count: number,
  from: string,
): Promise<Stored> {
  await importPlan(context, await readFile(new URL('../../prisma/seed/plan.yaml', import.meta.url), 'utf8'))
  const { keyring } = context.store
  const sealed = Buffer.from(keyring.seal('1000000', 'address:telegram'))
  return connected(databaseUrl, async (client) => {
    await client.query('set synchronous_commit = off')
    await client.query(entities, [count / perEntity])
    await client.query(contacts, [sealed])
    const before = await sizeOf(client)
    const begunAt = performance.now()
    for (let page = 0; page < count / pageSize; page += 1)
      await client.query(deadlines, [JSON.stringify(pageOf(page, from))])
    const seconds = (performance.now() - begunAt) / 1_000
    const bytesEach = ((await sizeOf(client)) - before) / count
    await client.query('vacuum analyze')
    return { deadlines: count, seconds, bytesEach }
  })
}

/** Has the deadlines of some entities fall due in a week, one entity after the other from `first`, round and round. Nothing else is due then. Returns how many they are. */
export async function makeDue(
  databaseUrl: string,
  { first, entities: count, on, at }: { first: number; entities: number; on: string; at: Date },
): Promise<number> {
  return connected(databaseUrl, async (client) => {
    await client.query(`update deadline set next_at = '2031-01-01' where next_at <= $1`, [at])
    const chosen = await client.query(
      `with numbered as (select count(*)::int as n from entity where id like 'bench-%'),
       chosen as (select 'bench-' || ($1 + i) % n as id from numbered, generate_series(0, $2 - 1) i)
       update deadline set due_on = $3, next_at = $4, reminded_at = null where source like 'milestone/bench/%' and entity_id in (select id from chosen)`,
      [first, count, on, at],
    )
    return chosen.rowCount ?? 0
  })
}

/** The ids of so many deadlines from all over the table. */
export async function someDeadlines(databaseUrl: string, count: number): Promise<readonly bigint[]> {
  return connected(databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select id from deadline where source like 'milestone/bench/%' order by md5(id::text) limit $1`,
      [count],
    )
    return rows.map(({ id }) => BigInt(id))
  })
}

const entities = `
  insert into entity (id, short, names, kind, roles, language)
  select 'bench-' || n, 'B' || n, jsonb_build_object('pl', 'Jednostka ' || n), 'ngo', array[]::text[], 'pl'
  from generate_series(0, $1::int - 1) n`

const contacts = `
  with spoken as (select id as entity_id, role, gen_random_uuid() as person_id
    from entity, unnest(array['contact', 'second', 'superior']) role where id like 'bench-%'),
  people as (insert into person (id, locale, created_on) select person_id, 'pl', current_date from spoken),
  addresses as (insert into address (id, person_id, channel, lookup, sealed)
    select gen_random_uuid(), person_id, 'telegram', uuid_send(person_id), $1 from spoken)
  insert into contact (id, entity_id, person_id, role, since) select gen_random_uuid(), entity_id, person_id, role, now() from spoken`

const deadlines = `
  insert into deadline (source, entity_id, names, due_on, policy_id, next_at)
  select source, entity, jsonb_build_object('pl', name), due, 'partner-standard', next
  from jsonb_to_recordset($1::jsonb) as i (source text, entity text, name text, due date, next timestamptz)`

function pageOf(page: number, from: string) {
  return Array.from({ length: pageSize }, (_, n) => {
    const number = page * pageSize + n
    const due = new Date(Date.parse(`${from}T08:00:00Z`) + (14 + (number % 1_000)) * 86_400_000)
    return {
      source: `milestone/bench/${number}`,
      entity: `bench-${Math.floor(number / perEntity)}`,
      name: `Kamień milowy ${number}`,
      due: due.toISOString().slice(0, 10),
      next: new Date(due.getTime() - 14 * 86_400_000),
    }
  })
}

async function sizeOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>(`select pg_total_relation_size('deadline') as bytes`)
  return Number(rows[0]!.bytes)
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
