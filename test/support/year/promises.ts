/** Everything that falls due around 2026, read from the plan's file by its own little rules: milestones, recurring measures, values and reports. */
import { later } from './almanac.ts'

export interface Promised {
  /** As the database names it. */
  readonly source: string
  readonly entity: string
  readonly due: string
  readonly policy: 'partner-standard' | 'partner-long' | 'meeting'
}

export interface PlanFile {
  readonly entities: readonly { id: string; type: string; roles: readonly string[] }[]
  readonly actions: readonly {
    id: string
    kind: string
    recurrence?: string
    lead: string
    period: { from: string; to: string }
    milestones: readonly { id: string; due: string }[]
  }[]
  readonly indicators: readonly { id: string; frequency: string; owner: string; computed: boolean }[]
  readonly reporting: readonly { id: string; due_rule: string; who: string; policy: Promised['policy'] }[]
}

/** After this day nothing can be said in 2026: the longest notice is 60 days. */
const last = '2027-03-01'
const first = '2026-01-01'

export function promisedBy(plan: PlanFile): readonly Promised[] {
  return [...milestones(plan), ...recurrences(plan), ...values(plan), ...reports(plan)].filter(
    ({ due }) => due <= last,
  )
}

function milestones({ actions }: PlanFile): readonly Promised[] {
  return actions.flatMap(({ id, lead, milestones: steps }) =>
    steps.map((step) => ({
      source: `milestone/${id}/${step.id}`,
      entity: lead,
      due: step.due,
      policy: 'partner-standard' as const,
    })),
  )
}

/** Twice a week is a timetable. */
function recurrences({ actions }: PlanFile): readonly Promised[] {
  return actions
    .filter(({ kind, recurrence = '' }) => kind === 'recurring' && !recurrence.includes('WEEKLY'))
    .flatMap(({ id, lead, recurrence = '', period }) =>
      daysOf(recurrence, period.from)
        .filter((day) => day >= first && day <= period.to)
        .map((due) => ({
          source: `recurrence/${id}/${due}`,
          entity: lead,
          due,
          policy: 'partner-standard' as const,
        })),
    )
}

/** By the rule for owners of indicators: the 15th of the first month of a quarter, whatever the frequency. */
function values({ indicators }: PlanFile): readonly Promised[] {
  const ends = {
    monthly: Array.from({ length: 12 }, (_, n) => ({ period: `2026-${pad(n + 1)}`, after: n + 2 })),
    quarterly: [1, 2, 3, 4].map((n) => ({ period: `2026-Q${n}`, after: n * 3 + 1 })),
    yearly: [{ period: '2026', after: 13 }],
  }
  return indicators
    .filter(({ computed }) => !computed)
    .flatMap(({ id, owner, frequency }) =>
      ends[frequency as keyof typeof ends].map(({ period, after }) => {
        const month = Math.ceil((after - 1) / 3) * 3 + 1
        const due = `${month > 12 ? 2027 : 2026}-${pad(month > 12 ? month - 12 : month)}-15`
        return { source: `reading/${id}/${period}`, entity: owner, due, policy: 'partner-standard' as const }
      }),
    )
}

function reports({ reporting, entities }: PlanFile): readonly Promised[] {
  const who: Record<string, (one: PlanFile['entities'][number]) => boolean> = {
    leads_and_supporting: () => true,
    all_city_units: ({ type }) => type === 'city_unit' || type === 'municipal_agency',
    city_units: ({ type }) => type === 'city_unit',
    coordinator: ({ id }) => id === 'pelnomocnik',
    safeguarding_owner: ({ roles }) => roles.includes('safeguarding_owner'),
  }
  return reporting
    .filter((rule) => rule.who !== 'indicator_owners')
    .flatMap(({ id, due_rule: rule, who: whose, policy }) =>
      daysOf(rule, first).flatMap((due) =>
        entities
          .filter(who[whose]!)
          .map(({ id: entity }) => ({ source: `report/${id}/${due}/${entity}`, entity, due, policy })),
      ),
    )
}

/** The days of a monthly or yearly rule up to the winter after the year; every entity of the sample leads or supports something. */
function daysOf(rule: string, from: string): readonly string[] {
  const part = (name: string) => new RegExp(`${name}=([^;]+)`).exec(rule)?.[1]
  const months = part('BYMONTH')?.split(',').map(Number)
  const isMonthly = part('FREQ') === 'MONTHLY'
  const every = Number(part('INTERVAL') ?? 1) * (isMonthly ? 1 : 12)
  const start = Number(from.slice(5, 7)) - 1
  return Array.from({ length: 15 }, (_, month) => month)
    .filter((month) =>
      isMonthly ? (month - start) % every === 0 : Math.floor(month / 12) % (every / 12) === 0,
    )
    .filter((month) => !months || months.includes((month % 12) + 1))
    .map((month) =>
      dayIn(
        `${2026 + Math.floor(month / 12)}-${pad((month % 12) + 1)}`,
        part('BYDAY'),
        part('BYMONTHDAY') ?? from.slice(8),
      ),
    )
    .filter((day) => day >= from)
}

/** `2TH` is the second Thursday. */
function dayIn(month: string, nth: string | undefined, day: string): string {
  if (!nth) return `${month}-${day.padStart(2, '0')}`
  const weekday = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'].indexOf(nth.slice(1))
  const offset = (weekday - new Date(`${month}-01`).getUTCDay() + 7) % 7
  return later(`${month}-01`, offset + (Number(nth[0]) - 1) * 7)
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
