/** What becomes of what a file no longer names: nothing that has a history disappears without a word. */
import { applied, isRemoval, isWhole, type Change } from './plan-change.ts'
import { itemOf, ofKind, wordIn, type Item, type Items } from './plan-item.ts'

/** Changes that are ready to be carried out. */
export interface Settled {
  readonly changes: readonly Change[]
  /** Items the file no longer names and that stay, because others hang on them. */
  readonly kept: readonly string[]
  /** How the plan is afterwards. */
  readonly result: Items
}

/**
 * Settles removals: a measure becomes cancelled and keeps what belongs to it; a milestone with a history becomes dropped; entities and
 * policies are the city's and stay; what others still hang on stays. Whatever belongs to a measure that ended without being done
 * is not due any more. `withHistory` holds the subjects of milestones and evidence that more is known of than a file says.
 */
export function settle(
  changes: readonly Change[],
  database: Items,
  withHistory: ReadonlySet<string>,
): Settled {
  const removed = new Set(changes.filter(isRemoval).map(({ subject }) => subject))
  const judged = changes.map((change) =>
    isRemoval(change) ? judge(change, database, removed, withHistory) : change,
  )
  const stays = judged.flatMap((one) => (typeof one === 'string' && one !== '' ? [one] : []))
  const settled = judged.filter((one) => typeof one === 'object')
  const { changes: final, kept } = withoutRoots(settled, database)
  const result = applied(database, final)
  const consequences = endings(result)
  return {
    changes: [...final, ...consequences],
    kept: [...stays, ...kept],
    result: applied(result, consequences),
  }
}

/** A change instead of the removal, the subject where the item stays and that is worth a word, '' where it stays with its parent. */
function judge(
  change: Change,
  database: Items,
  removed: ReadonlySet<string>,
  withHistory: ReadonlySet<string>,
): Change | string {
  const { subject } = change
  const item = database.get(subject) ?? itemOf(subject, {})
  switch (item.kind) {
    case 'measure':
      return ended.includes(wordIn(item, 'status') ?? '') ? '' : statusChange(item, subject, 'cancelled')
    case 'milestone':
      if (removed.has(`measure/${item.key[0]}`)) return ''
      if (!withHistory.has(subject)) return change
      return item.fields['status'] === 'open' ? statusChange(item, subject, 'dropped') : subject
    case 'budget':
    case 'risk':
    case 'evidence':
      if (removed.has(`measure/${item.key[0]}`)) return ''
      return withHistory.has(subject) ? subject : change
    case 'target':
    case 'reading':
      return removed.has(`indicator/${item.key[0]}`) ? '' : change
    case 'indicator':
      return ofKind(database, 'reading').some(({ key }) => key[0] === item.key[0]) ? subject : change
    case 'entity':
    case 'policy':
    case 'plan':
      return subject
    default:
      return change
  }
}

const ended = ['done', 'cancelled', 'carried_over']

function statusChange({ fields }: Item, subject: string, to: string): Change {
  return { subject, field: 'status', from: fields['status'] ?? null, to }
}

/** Goals and objectives stay as long as a measure or an indicator hangs on them. */
function withoutRoots(changes: readonly Change[], database: Items) {
  const result = applied(database, changes)
  const needed = new Set(
    [...result.values()].flatMap(({ kind, fields }) =>
      kind === 'measure'
        ? [`objective/${wordIn({ fields }, 'objective')}`]
        : kind === 'indicator'
          ? [`goal/${wordIn({ fields }, 'goal')}`]
          : [],
    ),
  )
  for (const subject of Array.from(needed)) {
    const item = result.get(subject) ?? database.get(subject)
    const goal = item && wordIn(item, 'goal')
    if (subject.startsWith('objective/') && goal !== undefined) needed.add(`goal/${goal}`)
  }
  const isKept = (change: Change) => isRemoval(change) && needed.has(change.subject)
  return {
    changes: changes.filter((change) => !isKept(change)),
    kept: changes.filter(isKept).map(({ subject }) => subject),
  }
}

/** Open milestones of measures that were cancelled or carried over are dropped. */
function endings(items: Items): readonly Change[] {
  return [...items].flatMap(([subject, item]) => {
    if (item.kind !== 'milestone' || item.fields['status'] !== 'open') return []
    const status = items.get(`measure/${item.key[0]}`)?.fields['status']
    return status === 'cancelled' || status === 'carried_over'
      ? [{ subject, field: 'status', from: 'open', to: 'dropped' }]
      : []
  })
}

/** How many items are new, how many are gone, and how many fields are different. */
export function countsOf(changes: readonly Change[]): {
  readonly added: number
  readonly removed: number
  readonly changed: number
} {
  const added = changes.filter((change) => isWhole(change) && change.from === null).length
  const removed = changes.filter(isRemoval).length
  return { added, removed, changed: changes.length - added - removed }
}
