/** Three states of a plan made into one: what its file said once, what it says now, and what has been reported meanwhile. */
import { namesOf, type Change } from './plan-change.ts'
import { isSame, type Fields, type FieldValue, type Item, type Items } from './plan-item.ts'

/** Whose value holds where both sides have changed the same thing. */
export const sides = ['file', 'database'] as const
export type Side = (typeof sides)[number]

/** A field that was changed in the file and, in another way, here; with the field '' an item that one side has removed. */
export interface Conflict {
  readonly subject: string
  readonly field: string
  readonly base: FieldValue | Fields | null
  readonly file: FieldValue | Fields | null
  readonly database: FieldValue | Fields | null
}

export interface Merge {
  /** What has to change in the database. */
  readonly changes: readonly Change[]
  /** Empty when a side was taken. */
  readonly conflicts: readonly Conflict[]
}

interface States {
  /** What the file said when it was last in step with the database. */
  readonly base: Items
  readonly file: Items
  readonly database: Items
}

/**
 * A field that only the file has changed is taken from the file, one that only the database has changed stays; a field that both have
 * changed differently is a conflict, unless a side is taken.
 */
export function merge(states: States, take?: Side): Merge {
  const { base, file, database } = states
  const subjects = [...new Set([...file.keys(), ...database.keys()])]
  const found = subjects.flatMap((subject) =>
    disagreements(subject, base.get(subject), file.get(subject), database.get(subject)),
  )
  const isTaken = (one: Disagreement) => !one.isConflict || take === 'file'
  return {
    changes: found
      .filter(isTaken)
      .map(({ subject, field, file: to, database: from }) => ({ subject, field, from, to })),
    conflicts: take ? [] : found.filter(({ isConflict }) => isConflict),
  }
}

interface Disagreement extends Conflict {
  readonly isConflict: boolean
}

/** Where the file says something else than the database and did not always. */
function disagreements(
  subject: string,
  base: Item | undefined,
  file: Item | undefined,
  database: Item | undefined,
): readonly Disagreement[] {
  if (file && database) return inFields(subject, base?.fields ?? {}, file.fields, database.fields)
  const there = file ?? database
  if (!there) return []
  const isAsBefore = base !== undefined && isSameItem(base, there)
  const whole = {
    subject,
    field: '',
    base: base?.fields ?? null,
    file: file?.fields ?? null,
    database: database?.fields ?? null,
    isConflict: base !== undefined && !isAsBefore,
  }
  if (file) return isAsBefore ? [] : [whole]
  // An empty row that has been filled in meanwhile says nothing that could be taken back.
  const isFilledIn = base !== undefined && !isAsBefore && namesOf(base.fields).length === 0
  return base === undefined || isFilledIn ? [] : [whole]
}

function inFields(subject: string, base: Fields, file: Fields, database: Fields): readonly Disagreement[] {
  return namesOf(file, database)
    .filter((field) => !isSame(file[field], database[field]) && !isSame(file[field], base[field]))
    .map((field) => ({
      subject,
      field,
      base: base[field] ?? null,
      file: file[field] ?? null,
      database: database[field] ?? null,
      isConflict: !isSame(database[field], base[field]),
    }))
}

function isSameItem(one: Item, other: Item): boolean {
  return namesOf(one.fields, other.fields).every((field) => isSame(one.fields[field], other.fields[field]))
}
