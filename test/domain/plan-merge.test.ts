/** What a file and what was reported meanwhile come together to. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applied, differences, rewound } from '../../src/domain/plan-change.ts'
import { fieldsOf, itemOf, type Fields, type Items } from '../../src/domain/plan-item.ts'
import { merge } from '../../src/domain/plan-merge.ts'
import { settle } from '../../src/domain/plan-removal.ts'

const itemsOf = (entries: Readonly<Record<string, Fields>>): Items =>
  new Map(Object.entries(entries).map(([subject, fields]) => [subject, itemOf(subject, fields)]))

const fields = fc.record(
  {
    status: fc.constantFrom('open', 'done', 'dropped'),
    due: fc.constantFrom('2026-01-01', '2026-02-01'),
    spent: fc.constantFrom(0, 1.5, 2),
    supporting: fc.constantFrom(['a'], ['a', 'b']),
  },
  { requiredKeys: [] },
)
const state = fc
  .dictionary(fc.constantFrom('milestone/a/m1', 'milestone/a/m2', 'reading/i/2026', 'risk/a/1'), fields)
  .map((entries) => itemsOf(entries as Record<string, Fields>))

/** What an item says about a field; undefined where there is no such item. */
const said = (items: Items, subject: string, field: string) => {
  const item = items.get(subject)
  return item && (item.fields[field] ?? null)
}
const everyField = (...states: readonly Items[]) =>
  [...new Set(states.flatMap((items) => [...items.keys()]))].flatMap((subject) =>
    ['status', 'due', 'spent', 'supporting'].map((field) => [subject, field] as const),
  )

describe('a merge', () => {
  test('never loses without a word what was reported meanwhile', () => {
    fc.assert(
      fc.property(state, state, state, (base, file, database) => {
        const { changes, conflicts } = merge({ base, file, database })
        const after = applied(database, changes)
        for (const [subject, field] of everyField(base, file, database)) {
          const [was, here] = [said(base, subject, field), said(database, subject, field)]
          const isReported =
            here !== undefined && here !== null && JSON.stringify(was ?? null) !== JSON.stringify(here)
          const isShown = conflicts.some(
            (one) => one.subject === subject && (one.field === field || one.field === ''),
          )
          if (isReported && !isShown) expect(said(after, subject, field)).toEqual(here)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('takes everything that only the file has changed', () => {
    fc.assert(
      fc.property(state, state, (base, file) => {
        const { changes, conflicts } = merge({ base, file, database: base })
        expect(conflicts).toEqual([])
        expect(differences(applied(base, changes), file)).toEqual([])
      }),
    )
  })

  test('of a file that says what it always said changes nothing', () => {
    fc.assert(
      fc.property(state, state, (base, database) => {
        expect(merge({ base, file: base, database })).toEqual({ changes: [], conflicts: [] })
      }),
    )
  })

  test('with the side of the file taken ends with what the file says where both have changed', () => {
    const base = itemsOf({ 'milestone/a/m1': { due: '2026-01-01', status: 'open' } })
    const file = itemsOf({ 'milestone/a/m1': { due: '2026-02-01', status: 'open' } })
    const database = itemsOf({ 'milestone/a/m1': { due: '2026-03-01', status: 'done' } })
    const taken = merge({ base, file, database }, 'file').changes
    expect(applied(database, taken).get('milestone/a/m1')!.fields).toEqual({
      due: '2026-02-01',
      status: 'done',
    })
    expect(merge({ base, file, database }, 'database')).toEqual({ changes: [], conflicts: [] })
  })
})

test('going back over changes leads to where they began', () => {
  fc.assert(
    fc.property(state, state, state, (one, two, three) => {
      const stamped = [...differences(one, two), ...differences(two, three)]
      expect(differences(rewound(three, stamped), one)).toEqual([])
    }),
  )
})

test('a change of nothing but the order of keys is none', () => {
  const [one, other] = [
    { escalate: [{ to: 'second', after_days: 2 }] },
    { escalate: [{ after_days: 2, to: 'second' }] },
  ]
  expect(differences(itemsOf({ 'policy/p': fieldsOf(one) }), itemsOf({ 'policy/p': other }))).toEqual([])
})

describe('a removal', () => {
  const plan = itemsOf({
    'goal/g': {},
    'objective/o': { goal: 'g' },
    'measure/a': { objective: 'o', status: 'planned' },
    'milestone/a/m1': { status: 'open' },
    'budget/a/2026/own': { planned: 1 },
  })
  const without = (...subjects: readonly string[]) => {
    const file = new Map([...plan].filter(([subject]) => !subjects.includes(subject)))
    return settle(merge({ base: plan, file, database: plan }).changes, plan, new Set())
  }

  test('of everything leaves a cancelled measure with all that belongs to it, and says what stays', () => {
    const { changes, kept, result } = without(...plan.keys())
    expect(changes).toEqual([
      { subject: 'measure/a', field: 'status', from: 'planned', to: 'cancelled' },
      { subject: 'milestone/a/m1', field: 'status', from: 'open', to: 'dropped' },
    ])
    expect(kept).toEqual(['goal/g', 'objective/o'])
    expect(result.size).toBe(plan.size)
  })

  test('of a line of money takes it away', () => {
    expect(without('budget/a/2026/own').changes).toMatchObject([{ subject: 'budget/a/2026/own', to: null }])
  })
})
