/** What a plan's file names has to be there, and to be there once. */
import { mistake, type Path, type Remark } from '../file/finding.ts'
import { nearest, valueAt, type Salvaged } from '../file/structure.ts'
import type { PlanValue } from './schema.ts'

/** The well-formed parts of a file. */
export type Loose = Salvaged<PlanValue>

/** Every id that can be named. */
export interface Names {
  readonly entity: readonly string[]
  readonly goal: readonly string[]
  readonly objective: readonly string[]
  readonly measure: readonly string[]
  readonly indicator: readonly string[]
  readonly policy: readonly string[]
}

/** The ids of a file as it was written, broken ones among them, with the entities and policies that the city has already. */
export function namesIn(
  written: unknown,
  known: { entityIds: readonly string[]; policyIds: readonly string[] },
): Names {
  const idsOf = (list: string) =>
    ((valueAt(written, [list]) ?? []) as readonly unknown[]).flatMap((one) => {
      const id = valueAt(one, ['id'])
      return typeof id === 'string' ? [id] : []
    })
  return {
    entity: [...known.entityIds, ...idsOf('entities')],
    policy: [...known.policyIds, ...idsOf('reminder_policies')],
    goal: idsOf('goals'),
    objective: idsOf('objectives'),
    measure: idsOf('actions'),
    indicator: idsOf('indicators'),
  }
}

type Named = { readonly id?: string | undefined } | undefined

/** A remark when there is nothing of that name. */
export function unknownRemarks(
  id: string | undefined,
  kind: keyof Names,
  path: Path,
  names: Names,
): Remark[] {
  if (id === undefined || setOf(names[kind]).has(id)) return []
  const guess = nearest(id, names[kind])
  return [
    mistake(path, guess ? `${kind}-not-there-guess` : `${kind}-not-there`, {
      id,
      ...(guess ? { guess } : {}),
    }),
  ]
}

/** Lists are asked for thousands of times. */
const sets = new WeakMap<readonly string[], ReadonlySet<string>>()
function setOf(list: readonly string[]): ReadonlySet<string> {
  const known = sets.get(list) ?? new Set(list)
  sets.set(list, known)
  return known
}

/** The same for a list of names, and each of them once. */
export function unknownInList(
  ids: readonly (string | undefined)[] | undefined,
  kind: keyof Names,
  path: Path,
  names: Names,
): Remark[] {
  return [
    ...(ids ?? []).flatMap((id, index) => unknownRemarks(id, kind, [...path, index], names)),
    ...twiceRemarks(ids ?? [], (index) => [...path, index]),
  ]
}

/** What stands a second time; `keys` are undefined where there is a hole. */
export function twiceRemarks(
  keys: readonly (string | undefined)[],
  pathOf: (index: number) => Path,
): Remark[] {
  const seen = new Set<string>()
  return keys.flatMap((key, index) => {
    if (key === undefined) return []
    const isTwice = seen.has(key)
    seen.add(key)
    return isTwice ? [mistake(pathOf(index), 'twice', { id: key })] : []
  })
}

/** What the lists of a file name, and ids that stand twice. */
export function referenceRemarks(file: Loose, names: Names): Remark[] {
  const lists = [
    'entities',
    'goals',
    'objectives',
    'actions',
    'indicators',
    'reporting',
    'reminder_policies',
  ] as const
  return [
    ...lists.flatMap((list) =>
      twiceRemarks(
        ((file[list] ?? []) as readonly Named[]).map((one) => one?.id),
        (index) => [list, index, 'id'],
      ),
    ),
    ...(file.objectives ?? []).flatMap((one, index) =>
      unknownRemarks(one?.goal, 'goal', ['objectives', index, 'goal'], names),
    ),
    ...unknownRemarks(file.plan?.coordinator_entity, 'entity', ['plan', 'coordinator_entity'], names),
  ]
}
