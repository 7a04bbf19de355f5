/** Restricted cases: sealed under a key that opens nothing else, and without anything that leads to a person. */
import type { CaseContent } from '../domain/case.ts'
import type { Day } from '../domain/phrase.ts'
import type { Priority } from '../domain/safeguarding.ts'
import { dateOf } from '../runtime/clock.ts'
import type { Keyring } from '../runtime/crypto.ts'
import type { Db } from './store.ts'

/** A case from outside. */
export interface Case {
  readonly id: string
  readonly priority: Priority
  /** To the minute: a second would point at a message. */
  readonly openedAt: Date
  readonly acknowledgedAt: Date | null
  readonly closedAt: Date | null
  readonly closedAs: 'released' | 'closed' | null
  readonly hasContact: boolean
}

/** What is in it; the text is gone once it was released. */
export interface OpenedCase extends Case {
  readonly content: CaseContent | null
  readonly contact: string | null
}

/** Keeps what was disclosed. */
export async function addCase(
  db: Db,
  safe: Keyring,
  { id, priority, content, at }: { id: string; priority: Priority; content: CaseContent; at: Date },
): Promise<void> {
  const openedAt = new Date(Math.floor(at.getTime() / 60_000) * 60_000)
  const sealed = safe.seal(JSON.stringify(content), contentOf(id))
  await db.safeguardingCase.create({ data: { id, priority, sealed, openedAt } })
}

/** Keeps how somebody wants to be reached; false when the case is over. */
export async function keepCaseContact(db: Db, safe: Keyring, id: string, words: string): Promise<boolean> {
  const contact = safe.seal(words, contactOf(id))
  const { count } = await db.safeguardingCase.updateMany({ where: { id, closedAt: null }, data: { contact } })
  return count === 1
}

/** Somebody takes a case on; false when somebody has already, or it is over. */
export async function acknowledgeCase(db: Db, id: string, acknowledgedAt: Date): Promise<boolean> {
  const { count } = await db.safeguardingCase.updateMany({
    where: { id, acknowledgedAt: null, closedAt: null },
    data: { acknowledgedAt },
  })
  return count === 1
}

/** Every case that is still kept, the newest first. */
export async function allCases(db: Db): Promise<readonly Case[]> {
  const rows = await db.safeguardingCase.findMany({
    select: { ...outside, contact: true },
    orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(caseOf)
}

/** Those that nobody has taken on. */
export async function unansweredCases(db: Db): Promise<readonly Case[]> {
  const rows = await db.safeguardingCase.findMany({
    where: { acknowledgedAt: null, closedAt: null },
    select: { ...outside, contact: true },
  })
  return rows.map(caseOf)
}

/** A case and what is in it. @throws when `safe` is not the key it was sealed with */
export async function openCase(db: Db, safe: Keyring, id: string): Promise<OpenedCase | undefined> {
  const row = await db.safeguardingCase.findUnique({ where: { id } })
  return row
    ? {
        ...caseOf(row),
        content: row.sealed ? (JSON.parse(safe.open(row.sealed, contentOf(id))) as CaseContent) : null,
        contact: row.contact ? safe.open(row.contact, contactOf(id)) : null,
      }
    : undefined
}

/** Ends a case; one that is released keeps nothing of what was in it. False when it is over already. */
export async function endCase(
  db: Db,
  id: string,
  { closedAs, at }: { closedAs: 'released' | 'closed'; at: Date },
): Promise<boolean> {
  const { count } = await db.safeguardingCase.updateMany({
    where: { id, closedAt: null },
    data: { closedAs, closedAt: at, ...(closedAs === 'released' ? { sealed: null, contact: null } : {}) },
  })
  return count === 1
}

/** A text that turned out to be no disclosure waits for a moderator, in no response. */
export async function addLooseText(
  db: Db,
  keyring: Keyring,
  {
    consultation,
    question,
    text,
    since,
  }: { consultation: string; question: string; text: string; since: Day },
): Promise<void> {
  const sealed = keyring.seal(text, 'answer')
  await db.looseText.create({
    data: { consultationId: consultation, question, text: sealed, since: dateOf(since) },
  })
}

/** Forgets what was closed before `before`; returns how many. */
export async function purgeCases(db: Db, before: Date): Promise<number> {
  const { count } = await db.safeguardingCase.deleteMany({ where: { closedAt: { lt: before } } })
  return count
}

const outside = {
  id: true,
  priority: true,
  openedAt: true,
  acknowledgedAt: true,
  closedAt: true,
  closedAs: true,
} as const

interface Row {
  id: string
  priority: string
  openedAt: Date
  acknowledgedAt: Date | null
  closedAt: Date | null
  closedAs: string | null
  contact: Uint8Array | null
}

function caseOf({ id, priority, openedAt, acknowledgedAt, closedAt, closedAs, contact }: Row): Case {
  return {
    id,
    priority: priority as Priority,
    openedAt,
    acknowledgedAt,
    closedAt,
    closedAs: closedAs as Case['closedAs'],
    hasContact: contact !== null,
  }
}

function contentOf(id: string): string {
  return `case:${id}`
}

function contactOf(id: string): string {
  return `contact:${id}`
}
