/** Sealing anew, page by page, everything that is sealed with the key: a kill loses at most the page under way. */
import { Problem } from '../domain/problem.ts'
import type { Keyring } from '../runtime/crypto.ts'
import { keepSealing, sealingOf } from './key.ts'
import { base64 } from './responses.ts'
import { lookupOf } from './sessions.ts'
import type { Db, Store } from './store.ts'

type Row = Readonly<Record<string, unknown>>

/** What is sealed in a table, and for which purpose. */
interface Sealed {
  readonly table: string
  /** The primary key with its types, in its order: pages follow it. */
  readonly key: Readonly<Record<string, string>>
  readonly seals: Readonly<Record<string, (row: Row) => string>>
  /** Also holds the channel, and in `lookup` what the sealed address is found by. */
  readonly isAddress?: boolean
}

const ofAddress = { sealed: ({ channel }: Row) => `address:${channel as string}` }
const ofAnswer = { text: () => 'answer' }

/** Every column that `CONTACT_KEY` seals. */
export const sealedTables: readonly Sealed[] = [
  { table: 'address', key: { id: 'uuid' }, seals: ofAddress, isAddress: true },
  { table: 'place', key: { id: 'uuid' }, seals: ofAddress, isAddress: true },
  { table: 'session', key: { key: 'bytea' }, seals: { state: () => 'session', replies: () => 'replies' } },
  {
    table: 'inbox',
    key: { channel: 'text', id: 'text' },
    seals: { body: ({ key_channel: channel }) => `inbox:${channel as string}` },
  },
  {
    table: 'consultation',
    key: { id: 'text' },
    seals: { secret: ({ key_id: id }) => `secret:${id as string}` },
  },
  { table: 'answer', key: { response_id: 'uuid', question: 'text' }, seals: ofAnswer },
  { table: 'loose_text', key: { id: 'uuid' }, seals: ofAnswer },
  {
    table: 'delivery',
    key: { batch: 'int', recipient_id: 'uuid', about: 'text' },
    seals: { message: ({ key_about: about }) => `delivery:${about as string}` },
  },
]

/** Rows a page: a second of work at most, and what a kill repeats. */
const pageSize = 1_000

/** Seals the next page anew and moves the checkpoint in one transaction. Undefined when there is nothing left. */
export async function resealPage(
  store: Store,
  from: Keyring,
): Promise<{ readonly table: string; readonly rows: number } | undefined> {
  return store.transaction(async (tx) => {
    const sealing = await sealingOf(tx)
    const at = sealing.table ?? 0
    const sealed = sealedTables[at]
    if (!sealing.next || !sealed) return undefined
    const rows = await pageOf(tx, sealed, sealing.after ?? null)
    if (rows.length > 0)
      await write(
        tx,
        sealed,
        rows.map((row) => resealed(sealed, row, from, store.keyring)),
      )
    const last = rows.at(-1)
    const after = last ? Object.keys(sealed.key).map((column) => last[`key_${column}`] as string) : null
    const isOver = rows.length < pageSize
    await keepSealing(tx, { ...sealing, table: isOver ? at + 1 : at, after: isOver ? null : after })
    return { table: sealed.table, rows: rows.length }
  })
}

function pageOf(tx: Db, { table, key, seals, isAddress }: Sealed, after: readonly string[] | null) {
  const columns = Object.keys(key)
  const wanted = [
    ...columns.map((column) => `${column}::text as key_${column}`),
    ...Object.keys(seals),
    ...(isAddress ? ['channel'] : []),
  ]
  const values = Object.values(key).map((type, index) => `($1::text[])[${index + 1}]::${type}`)
  const isSealed = Object.keys(seals).map((column) => `${column} is not null`)
  return tx.$queryRawUnsafe<Row[]>(
    `select ${wanted.join(', ')} from ${table} where (${isSealed.join(' or ')})
       and ($1::text[] is null or (${columns.join(', ')}) > (${values.join(', ')}))
     order by ${columns.join(', ')} limit ${pageSize}`,
    after,
  )
}

function resealed({ table, key, seals, isAddress }: Sealed, row: Row, from: Keyring, to: Keyring): Row {
  const columns = Object.entries(seals).map(([column, purposeOf]) => {
    const [bytes, purpose] = [row[column] as Uint8Array | null, purposeOf(row)]
    if (bytes === null) return [column, null]
    const plain = opened(from, bytes, { purpose, table })
    const found = isAddress
      ? { lookup: base64(lookupOf(to, { channel: row['channel'] as never, value: plain.toString('utf8') })) }
      : {}
    return [column, base64(to.seal(plain, purpose)), found] as const
  })
  return Object.assign(
    Object.fromEntries(Object.keys(key).map((column) => [`key_${column}`, row[`key_${column}`]])),
    ...columns.map(([column, value, found]) => ({ [column as string]: value, ...(found as object) })),
  ) as Row
}

/** @throws {Problem} `key-unreadable` naming the table: the old key is not the one it was sealed with. */
function opened(
  from: Keyring,
  bytes: Uint8Array,
  { purpose, table }: { purpose: string; table: string },
): Buffer {
  try {
    return from.openBytes(bytes, purpose)
  } catch (cause) {
    throw Object.assign(new Problem('key-unreadable', { table }), { cause })
  }
}

async function write(tx: Db, { table, key, seals, isAddress }: Sealed, rows: readonly Row[]): Promise<void> {
  const written = [...Object.keys(seals), ...(isAddress ? ['lookup'] : [])]
  const names = [...Object.keys(key).map((column) => `key_${column}`), ...written]
  const same = Object.entries(key).map(([column, type]) => `t.${column} = v.key_${column}::${type}`)
  await tx.$executeRawUnsafe(
    `update ${table} t set ${written.map((column) => `${column} = decode(v.${column}, 'base64')`).join(', ')}
     from jsonb_to_recordset($1::jsonb) as v (${names.map((name) => `${name} text`).join(', ')})
     where ${same.join(' and ')}`,
    JSON.stringify(rows),
  )
}
