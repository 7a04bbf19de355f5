/** Consultations, their versions, and the secrets and codes that belong to them. */
import type { Definition, Status } from '../domain/consultation.ts'
import type { Day } from '../domain/phrase.ts'
import { dateOf } from '../runtime/clock.ts'
import type { Keyring } from '../runtime/crypto.ts'
import { Prisma } from './prisma/client.ts'
import type { Db } from './store.ts'

/** A consultation with one of its versions: the current one unless another was asked for. */
export interface Consultation {
  readonly id: string
  readonly status: Status
  /** The newest version, which is the one new respondents get. */
  readonly version: number
  readonly opensOn: Day
  readonly closesOn: Day
  readonly outcomeDueOn: Day
  readonly openedAt: Date | null
  readonly closedAt: Date | null
  /** When its outcome was published. */
  readonly publishedAt: Date | null
  /** The day the secret is destroyed; null until it closes. */
  readonly secretDueOn: Day | null
  readonly definition: Definition
  /** Content hash of `definition`. */
  readonly hash: string
}

/** What a version is written from. */
export interface NewVersion {
  readonly definition: Definition
  readonly hash: string
  readonly number: number
  readonly at: Date
}

interface Row extends Omit<Consultation, 'definition'> {
  readonly number: number
}

/** A consultation with the definition of `version` (the current one unless told); undefined when there is none. */
export async function findConsultation(
  db: Db,
  id: string,
  version?: number,
): Promise<Consultation | undefined> {
  const [found] = await select(db, Prisma.sql`c.id = ${id}`, version)
  return found
}

/** One version, as it was imported. @throws when there is none: versions are never deleted. */
export async function definitionOf(db: Db, id: string, version: number): Promise<Definition> {
  const found = await findConsultation(db, id, version)
  if (!found) throw new Error(`There is no version ${version} of consultation ${id}.`)
  return found.definition
}

/** The definition a version's content hash stands for, from memory when it was met before. */
export async function recallDefinition(
  db: Db,
  version: { readonly id: string; readonly number: number; readonly hash: string },
): Promise<Definition> {
  const [loaded] = known.has(version.hash) ? [known.get(version.hash)] : await loadDefinitions(db, [version])
  return remember(version.hash, loaded as Definition)
}

/** Every consultation, the earliest first. */
export function allConsultations(db: Db): Promise<Consultation[]> {
  return select(db, Prisma.sql`true`)
}

/** Drafts whose days have come. */
export async function draftsDueOn(db: Db, today: Day): Promise<string[]> {
  const on = dateOf(today)
  const rows = await db.consultation.findMany({
    where: { status: 'draft', opensOn: { lte: on }, closesOn: { gte: on } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id }) => id)
}

/** Open ones whose last day is over. */
export async function overdueOn(db: Db, today: Day): Promise<string[]> {
  const rows = await db.consultation.findMany({
    where: { status: 'open', closesOn: { lt: dateOf(today) } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id }) => id)
}

/** The consultation, held against everybody else until the transaction ends. */
export async function lockConsultation(tx: Db, id: string): Promise<Consultation | undefined> {
  await tx.$queryRaw`select 1 from consultation where id = ${id} for update`
  return findConsultation(tx, id)
}

/** Makes imports wait for each other until the transaction ends. */
export async function lockImports(tx: Db): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('consultation.import'))::text`
}

/** A new draft with its first version. */
export async function addConsultation(tx: Db, version: NewVersion): Promise<void> {
  const { id } = version.definition
  await tx.consultation.create({
    data: { id, status: 'draft', version: version.number, ...daysOf(version.definition) },
  })
  await addVersion(tx, version)
}

/** A further version, which becomes the current one. */
export async function renewConsultation(tx: Db, version: NewVersion): Promise<void> {
  const { id } = version.definition
  await addVersion(tx, version)
  await tx.consultation.update({
    where: { id },
    data: { version: version.number, ...daysOf(version.definition) },
  })
}

/** Opens a draft under a fresh secret. False when it is no draft any more: somebody else was faster. */
export async function markOpen(
  tx: Db,
  keyring: Keyring,
  { id, secret, at }: { id: string; secret: Uint8Array; at: Date },
): Promise<boolean> {
  const data = { status: 'open', openedAt: at, secret: keyring.seal(secret, secretPurpose(id)) }
  const { count } = await tx.consultation.updateMany({ where: { id, status: 'draft' }, data })
  return count === 1
}

/** Closes what is open. False when it is not open any more. */
export async function markClosed(
  tx: Db,
  { id, at, secretDueOn }: { id: string; at: Date; secretDueOn: Day },
): Promise<boolean> {
  const data = { status: 'closed', closedAt: at, secretDueOn: dateOf(secretDueOn) }
  const { count } = await tx.consultation.updateMany({ where: { id, status: 'open' }, data })
  return count === 1
}

/** Whether `act` was already recorded for this version of a consultation. */
export async function wasRecorded(
  tx: Db,
  act: string,
  { id, version }: Pick<Consultation, 'id' | 'version'>,
): Promise<boolean> {
  const where = { act, subject: `consultation/${id}`, details: { path: ['version'], equals: version } }
  return (await tx.audit.count({ where })) > 0
}

/** Keeps the hash of a class code. */
export async function addClassCode(
  tx: Db,
  code: { hash: Uint8Array<ArrayBuffer>; consultationId: string; seats: number; expiresAt: Date },
): Promise<void> {
  await tx.classCode.create({ data: code })
}

/** Whether a class code has a seat left and is not too old. */
export async function hasSeat(db: Db, hash: Uint8Array<ArrayBuffer>, now: Date): Promise<boolean> {
  return (
    (await db.classCode.count({
      where: { hash, used: { lt: db.classCode.fields.seats }, expiresAt: { gt: now } },
    })) > 0
  )
}

/** Takes one seat of a class code; undefined when there is no such code, no seat left, or it is too old. */
export async function takeSeat(
  tx: Db,
  hash: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<string | undefined> {
  const where = { hash, used: { lt: tx.classCode.fields.seats }, expiresAt: { gt: now } }
  const [taken] = await tx.classCode.updateManyAndReturn({
    where,
    data: { used: { increment: 1 } },
    select: { consultationId: true },
  })
  return taken?.consultationId
}

/** Keeps a city-wide setting. False when it already was exactly so. */
export async function keepSetting(tx: Db, name: string, value: object, at: Date): Promise<boolean> {
  const rows = await tx.$executeRaw`
    insert into setting (name, value, updated_at) values (${name}, ${JSON.stringify(value)}::jsonb, ${at})
    on conflict (name) do update set value = excluded.value, updated_at = excluded.updated_at where setting.value <> excluded.value`
  return rows === 1
}

/** Reads a city-wide setting; undefined when nobody set it. */
export async function settingOf<T>(db: Db, name: string): Promise<T | undefined> {
  const row = await db.setting.findUnique({ where: { name } })
  return row ? (row.value as T) : undefined
}

function secretPurpose(id: string): string {
  return `secret:${id}`
}

function daysOf({ opensOn, closesOn, outcomeDueOn }: Definition) {
  return { opensOn: dateOf(opensOn), closesOn: dateOf(closesOn), outcomeDueOn: dateOf(outcomeDueOn) }
}

async function addVersion(tx: Db, { definition, hash, number, at }: NewVersion): Promise<void> {
  const json = definition as unknown as Prisma.InputJsonObject
  await tx.consultationVersion.create({
    data: { consultationId: definition.id, number, definition: json, hash, importedAt: at },
  })
}

/** One round trip while the definitions are known: they are immutable and found again by their hash. */
async function select(db: Db, where: Prisma.Sql, version?: number): Promise<Consultation[]> {
  const rows = await db.$queryRaw<Row[]>`
    select c.id, c.status, c.version, to_char(c.opens_on, 'YYYY-MM-DD') as "opensOn", to_char(c.closes_on, 'YYYY-MM-DD') as "closesOn",
      to_char(c.outcome_due_on, 'YYYY-MM-DD') as "outcomeDueOn", c.opened_at as "openedAt", c.closed_at as "closedAt", c.published_at as "publishedAt",
      to_char(c.secret_due_on, 'YYYY-MM-DD') as "secretDueOn", v.number, v.hash
    from consultation c join consultation_version v on v.consultation_id = c.id and v.number = coalesce(${version ?? null}::int, c.version)
    where ${where} order by c.opens_on, c.id`
  const recalled = rows.flatMap(({ hash }) => known.get(hash) ?? [])
  const definitions = recalled.length === rows.length ? recalled : await loadDefinitions(db, rows)
  return rows.map((row, index) => withDefinition(row, definitions[index] as Definition))
}

function withDefinition(found: Row, definition: Definition): Consultation {
  const { number: _, ...row } = found
  return { ...row, definition: remember(row.hash, definition) }
}

async function loadDefinitions(
  db: Db,
  rows: readonly Pick<Row, 'id' | 'number' | 'hash'>[],
): Promise<Definition[]> {
  const versions = await db.consultationVersion.findMany({
    where: { OR: rows.map(({ id, number }) => ({ consultationId: id, number })) },
  })
  const byHash = new Map(versions.map(({ hash, definition }) => [hash, definition as unknown as Definition]))
  return rows.map(({ hash }) => byHash.get(hash) as Definition)
}

const mostKnown = 200
const known = new Map<string, Definition>()

/** The definition used last stays longest. */
function remember(hash: string, definition: Definition): Definition {
  known.delete(hash)
  known.set(hash, definition)
  const [oldest] = known.keys()
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
  return definition
}
