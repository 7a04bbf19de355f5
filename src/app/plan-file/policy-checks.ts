/** What must hold within reminder policies and reports of a plan's file. */
import { isRecurrence } from '../../runtime/recurrence.ts'
import { doubt, mistake, type Path, type Remark } from '../file/finding.ts'
import { unknownRemarks, type Loose, type Names } from './reference-checks.ts'

type LoosePolicy = NonNullable<NonNullable<Loose['reminder_policies']>[number]>
type LooseReport = NonNullable<NonNullable<Loose['reporting']>[number]>

/** Every remark on one policy. */
export function policyRemarks(policy: LoosePolicy, path: Path): Remark[] {
  const { send_window: { from, to } = {}, escalate = [] } = policy
  const days = escalate.map((one) => one?.after_days)
  const isFalling = days.some((one, n) => n > 0 && one !== undefined && one < (days[n - 1] ?? 0))
  return [
    ...(from && to && to <= from
      ? [mistake([...path, 'send_window', 'to'], 'window-backwards', { from })]
      : []),
    ...(isFalling ? [doubt([...path, 'escalate'], 'ladder-order')] : []),
    ...['offsets_days', 'overdue_days'].flatMap((name) =>
      hasDoubles(policy[name as 'offsets_days'] ?? []) ? [doubt([...path, name], 'days-twice')] : [],
    ),
    ...(policy.offsets_days?.length === 0 ? [doubt([...path, 'offsets_days'], 'never-reminds')] : []),
  ]
}

function hasDoubles(days: readonly (number | undefined)[]): boolean {
  return new Set(days).size < days.length
}

/** Whom a rule can speak of beside the roles of entities. */
const groups = ['leads_and_supporting', 'indicator_owners', 'all_city_units', 'city_units', 'coordinator']

/** Every remark on one report. */
export function reportRemarks(
  report: LooseReport,
  path: Path,
  names: Names,
  roles: readonly string[],
): Remark[] {
  const { due_rule: rule, policy, who } = report
  return [
    ...(rule && !isRecurrence(rule) ? [mistake([...path, 'due_rule'], 'rule-unreadable')] : []),
    ...unknownRemarks(policy, 'policy', [...path, 'policy'], names),
    ...(who && !groups.includes(who) && !roles.includes(who)
      ? [mistake([...path, 'who'], 'nobody-of-role', { role: who, choices: groups.join(', ') })]
      : []),
  ]
}
