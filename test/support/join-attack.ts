/** Tries to tell whose answers are whose from a dump and the key: by ids and whatever can be made of them, by times, order and sizes. */
import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { createKeyring, type Keyring } from '../../src/runtime/crypto.ts'
import type { Dump, Row } from './dump.ts'
import { grouped, type Matching } from './matching.ts'
import { chance } from './random.ts'

/** A person or a response as the dump shows it. */
export interface Side {
  readonly id: string
  /** What both sides show openly. Nobody can be kept from matching at random inside. */
  readonly group: string
  /** Everything that can be put in an order. */
  readonly features: ReadonlyMap<string, number>
  readonly rows: readonly Row[]
}

export interface Guess {
  readonly by: string
  readonly matching: Matching
}

/** The bands that are told at the door, as they are asked for after the last question. */
export const bands: Readonly<Record<string, string>> = {
  a13_15: 'b13_15',
  a16_17: 'b16_18',
  a18_26: 'b19_26',
}

/** Everybody who took part, with every row of theirs. */
export function peopleIn(dump: Dump, consultation: string): Side[] {
  const rows = dump.rows.filter(
    ({ table, values }) => table === 'participation' && values['consultation_id'] === consultation,
  )
  return rows.map((participation) => {
    const id = participation.values['person_id'] as string
    const key = id.replaceAll('-', '')
    const own = dump.rows.filter(({ text }) => text.includes(id) || text.includes(key))
    const person = own.find(({ table }) => table === 'person')!
    const group = [bands[person.values['age_band'] as string], participation.values['state'] === 'finished']
    return side(id, group, own)
  })
}

/** Every response, with its answers. */
export function responsesIn(dump: Dump, consultation: string): Side[] {
  const answers = grouped(
    dump.rows.filter(({ table }) => table === 'answer'),
    ({ values }) => values['response_id'] as string,
  )
  const rows = dump.rows.filter(
    ({ table, values }) => table === 'response' && values['consultation_id'] === consultation,
  )
  return rows.map((response) => {
    const id = response.values['id'] as string
    const group = [response.values['age_band'], response.values['is_finished']]
    return side(id, group, [response, ...(answers.get(id) ?? [])])
  })
}

function side(id: string, group: readonly unknown[], rows: readonly Row[]): Side {
  return { id, group: group.join(' '), features: featuresOf(rows), rows }
}

function featuresOf(rows: readonly Row[]): Map<string, number> {
  const features = new Map<string, number>()
  for (const [table, some] of grouped(rows, (row) => row.table)) {
    const [row] = some.toSorted((one, other) => one.place - other.place)
    features.set(`${table}: place`, row!.place)
    features.set(`${table}: transaction`, Math.max(...some.map(({ xmin }) => xmin)))
    features.set(
      `${table}: size`,
      some.reduce((sum, { text }) => sum + text.length, 0),
    )
    features.set(`${table}: rows`, some.length)
    for (const [column, value] of Object.entries(row!.values)) {
      if (value instanceof Date) features.set(`${table}: ${column}`, value.getTime())
      if (typeof value === 'number') features.set(`${table}: ${column}`, value)
      if (Buffer.isBuffer(value)) features.set(`${table}: size of ${column}`, value.length)
      const first = bytesOf(value)?.readUIntBE(0, 6)
      if (first !== undefined) features.set(`${table}: order of ${column}`, first)
    }
  }
  return features
}

function bytesOf(value: unknown): Buffer | undefined {
  if (Buffer.isBuffer(value)) return value.length >= 16 ? value : undefined
  if (typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value))
    return Buffer.from(value.replaceAll('-', ''), 'hex')
  return undefined
}

/** Matches inside each class by the order of every feature of the one side with that of every feature of the other; equal ones at random. */
export function guessesByOrder(people: readonly Side[], responses: readonly Side[], seed: number): Guess[] {
  const random = chance(seed)
  const shuffled = <T>(items: readonly T[]) => random.some(items, items.length)
  const others = grouped(responses, ({ group }) => group)
  const ranked = (sides: readonly Side[], feature: string) =>
    shuffled(sides).toSorted(
      (one, other) => (one.features.get(feature) ?? 0) - (other.features.get(feature) ?? 0),
    )
  return pairsOfFeatures(people, responses).map(([mine, theirs]) => {
    const pairs = [...grouped(people, ({ group }) => group)].flatMap(([group, members]) => {
      const found = ranked(others.get(group) ?? [], theirs)
      return ranked(members, mine).flatMap(({ id }, index) =>
        found[index] ? [[id, found[index].id] as const] : [],
      )
    })
    return { by: `${mine} with ${theirs}`, matching: new Map(pairs) }
  })
}

/** The features that tell somebody from somebody else, each of the people's with each of the responses'. */
export function pairsOfFeatures(
  people: readonly Side[],
  responses: readonly Side[],
): (readonly [string, string])[] {
  return telling(people).flatMap((one) => telling(responses).map((other) => [one, other] as const))
}

function telling(sides: readonly Side[]): string[] {
  const names = new Set(sides.flatMap(({ features }) => [...features.keys()]))
  return [...names].filter((name) => new Set(sides.map(({ features }) => features.get(name) ?? 0)).size > 1)
}

/** Matches whatever is the same on both sides, stands together anywhere, or can be made of the other with anything that was found. */
export function guessesById(
  dump: Dump,
  key: string,
  people: readonly Side[],
  responses: readonly Side[],
): Guess[] {
  const marks = new Map(
    responses.flatMap(({ id, rows }) => tokensOf(rows).map((token) => [token.toString('hex'), id])),
  )
  const keys = [...rootKeys(key), ...secretsIn(dump, createKeyring(key)), ...tokensOf(dump.rows)]
  const made = new Map<string, string>()
  for (const { id, rows } of people)
    for (const token of [...tokensOf(rows), Buffer.from(id)])
      for (const one of derived(token, token.toString() === id ? keys : keys.slice(0, 8))) {
        const found = marks.get(one) ?? marks.get(one.slice(0, 32))
        if (found) made.set(id, found)
      }
  return [
    { by: 'ids and what can be made of them', matching: made },
    { by: 'standing together', matching: standingTogether(dump, people, responses) },
  ]
}

function tokensOf(rows: readonly Row[]): Buffer[] {
  const all = rows.flatMap(({ values }) => Object.values(values).map(bytesOf))
  const known = new Map(all.flatMap((one) => (one ? [[one.toString('hex'), one] as const] : [])))
  return [...known.values()]
}

function rootKeys(key: string): Buffer[] {
  const root = Buffer.from(key, 'base64')
  return [root, ...['seal', 'lookup'].map((use) => Buffer.from(hkdfSync('sha256', root, 'hejnal', use, 32)))]
}

function secretsIn(dump: Dump, keyring: Keyring): Buffer[] {
  return dump.rows.flatMap(({ table, values }) =>
    table === 'consultation' && Buffer.isBuffer(values['secret'])
      ? [keyring.openBytes(values['secret'], `secret:${values['id'] as string}`)]
      : [],
  )
}

function derived(token: Buffer, keys: readonly Buffer[]): string[] {
  const hashed = createHash('sha256').update(token).digest('hex')
  return [
    token.toString('hex'),
    hashed,
    ...keys.map((key) => createHmac('sha256', key).update(token).digest('hex')),
  ]
}

/** A row of some other table, a job or a line of the log that names both. */
function standingTogether(dump: Dump, people: readonly Side[], responses: readonly Side[]): Matching {
  const lines = [...dump.rows.map(({ text }) => text), ...dump.redis, ...dump.log, dump.statistics]
  const namesOf = (sides: readonly Side[]) =>
    new Map(
      sides.flatMap(({ id, rows }) =>
        [id, ...tokensOf(rows).map((one) => one.toString('hex'))].map((name) => [name, id]),
      ),
    )
  const [mine, theirs] = [namesOf(people), namesOf(responses)]
  const found = new Map<string, string>()
  for (const line of lines) {
    const names = line.match(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{32,}/g) ?? []
    const person = names.map((name) => mine.get(name)).find(Boolean)
    const response = names.map((name) => theirs.get(name)).find(Boolean)
    if (person && response && line.length < 20_000) found.set(person, response)
  }
  return found
}

/** What of each person the key opens. */
export function openedOf({ rows }: Side, keyring: Keyring): string {
  const purposes: Readonly<Record<string, string>> = { state: 'session', replies: 'replies' }
  const opened = rows.flatMap(({ table, values }) =>
    Object.entries(values).flatMap(([column, value]) => {
      if (!Buffer.isBuffer(value)) return []
      const purpose = table.startsWith('delivery')
        ? `delivery:${values['about'] as string}`
        : purposes[column]
      return purpose && /^(session|delivery)/.test(table) && column in { ...purposes, message: 1 }
        ? [keyring.open(value, purpose)]
        : []
    }),
  )
  return opened.join('\n')
}
