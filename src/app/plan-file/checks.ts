/** What must hold between the parts of a plan's file, beyond its structure. */
import type { Day } from '../../domain/phrase.ts'
import { mistake, type Path, type Remark } from '../file/finding.ts'
import { indicatorRemarks } from './indicator-checks.ts'
import { languageRemarks } from './language-checks.ts'
import { measureRemarks, spanRemarks, type Around } from './measure-checks.ts'
import { policyRemarks, reportRemarks } from './policy-checks.ts'
import { namesIn, referenceRemarks, twiceRemarks, type Loose } from './reference-checks.ts'

/** What the city knows, and what day it is there. */
export interface Known {
  readonly entityIds: readonly string[]
  readonly policyIds: readonly string[]
  readonly today: Day
  /** Goals, objectives, measures and indicators by id, with the plan they belong to. */
  readonly owners: ReadonlyMap<string, string>
  /** Plans, and which of them is in force. */
  readonly planIds: readonly string[]
  readonly currentPlanId: string | undefined
}

/** Every remark on the well-formed parts of the file; `written` is the whole of it, where a broken id is still a name. */
export function remarksOn(file: Loose, written: unknown, known: Known): Remark[] {
  const names = namesIn(written, known)
  const around: Around = { names, years: yearsOf(file), today: known.today }
  const roles = (file.entities ?? []).flatMap((one) => (one?.roles ?? []).flatMap((role) => role ?? []))
  return [
    ...referenceRemarks(file, names),
    ...spanRemarks(file.plan?.period, ['plan', 'period']),
    ...phaseRemarks(file),
    ...each(file.actions, 'actions', (one, path) => measureRemarks(one, path, around)),
    ...each(file.indicators, 'indicators', (one, path) => indicatorRemarks(one, path, names)),
    ...each(file.reminder_policies, 'reminder_policies', policyRemarks),
    ...each(file.reporting, 'reporting', (one, path) => reportRemarks(one, path, names, roles)),
    ...versionRemarks(file, known),
    ...languageRemarks(file),
  ]
}

function each<T>(
  list: readonly (T | undefined)[] | undefined,
  name: string,
  remarks: (one: T, path: Path) => Remark[],
): Remark[] {
  return (list ?? []).flatMap((one, index) => (one ? remarks(one, [name, index]) : []))
}

function yearsOf({ plan }: Loose): [number, number] | undefined {
  const { from, to } = plan?.period ?? {}
  return from && to && from <= to ? [Number(from.slice(0, 4)), Number(to.slice(0, 4))] : undefined
}

function phaseRemarks({ plan }: Loose): Remark[] {
  const phases = plan?.cycle?.phases ?? []
  const path = ['plan', 'cycle', 'phases']
  return [
    ...twiceRemarks(
      phases.map((one) => one?.id),
      (index) => [...path, index, 'id'],
    ),
    ...phases.flatMap((one, index) => spanRemarks(one, [...path, index])),
  ]
}

/** A new version carries an old one on, and an id belongs to one plan; indicators go from plan to plan. */
function versionRemarks(file: Loose, { owners, planIds, currentPlanId }: Known): Remark[] {
  const { id, previous_plan: previous } = file.plan ?? {}
  const isNew = id !== undefined && !planIds.includes(id)
  return [
    ...(previous && (!planIds.includes(previous) || previous === id)
      ? [
          mistake(['plan', 'previous_plan'], 'previous-not-there', {
            id: previous,
            known: planIds.join(', ') || '–',
          }),
        ]
      : []),
    ...(isNew && !previous && currentPlanId
      ? [mistake(['plan', 'id'], 'other-plan-current', { id: currentPlanId })]
      : []),
    ...(id === undefined ? [] : takenRemarks(file, id, owners)),
    ...carriedRemarks(file, owners),
  ]
}

function takenRemarks(file: Loose, planId: string, owners: Known['owners']): Remark[] {
  const kinds = { goals: 'goal', objectives: 'objective', actions: 'measure' } as const
  return Object.entries(kinds).flatMap(([list, kind]) =>
    each(file[list as 'goals'], list, (one, path) => {
      const owner = owners.get(`${kind}/${one.id}`)
      return owner && owner !== planId
        ? [mistake([...path, 'id'], 'id-taken', { id: one.id!, plan: owner })]
        : []
    }),
  )
}

function carriedRemarks({ actions = [] }: Loose, owners: Known['owners']): Remark[] {
  return [
    ...each(actions, 'actions', ({ id, carried_from: from }, path) =>
      from && (from === id || !owners.has(`measure/${from}`))
        ? [mistake([...path, 'carried_from'], 'carried-not-there', { id: from })]
        : [],
    ),
    ...twiceRemarks(
      actions.map((one) => one?.carried_from),
      (index) => ['actions', index, 'carried_from'],
    ),
  ]
}
