/** Makes deadlines of what comes again and again: recurring measures, readings, reports, and the outcomes of consultations. */
import { policyOf } from '../domain/deadline.ts'
import { dayAfter } from '../domain/moment.ts'
import { expectedReadings, type Frequency } from '../domain/reading.ts'
import type { Day } from '../domain/phrase.ts'
import { dayOf } from '../runtime/clock.ts'
import { occurrences } from '../runtime/recurrence.ts'
import {
  isToLookAgain,
  keepOccurrences,
  occurrenceSources,
  type Occurrence,
  type OccurrenceSources,
} from '../store/occurrences.ts'
import type { Context } from './context.ts'

/** What recurs more often than this is a timetable (a class twice a week), not a promise to be asked about each time. */
const leastDaysBetween = 27
/** What should have been reported longer ago than this is not asked for any more. */
const daysBack = 90

/**
 * Makes every deadline that a policy could speak about by now and that is not there yet; drops what a changed rule no longer brings.
 * Does its work once a day and after an import; otherwise it costs one small query.
 */
export async function makeOccurrences({ store, clock, config }: Context): Promise<void> {
  const now = clock.now()
  const today = dayOf(now, config.TIME_ZONE)
  if (!(await isToLookAgain(store.db, today))) return
  await store.transaction(async (tx) => {
    const sources = await occurrenceSources(tx, today, now)
    if (!sources) return
    const { made, ahead } = occurrencesFor(sources, { from: today, to: today })
    await keepOccurrences(tx, made, ahead, now)
  })
}

/** Every deadline that comes of a rule and that a policy could speak about in a span of days. */
export function occurrencesFor(
  sources: OccurrenceSources,
  { from, to }: Span,
): { readonly made: readonly Occurrence[]; readonly ahead: Span } {
  const offsets = sources.policies.flatMap(({ steps }) => policyOf(steps).offsetsDays)
  const ahead = { from, to: dayAfter(to, 14 - Math.min(0, ...offsets)) }
  const made = [
    ...recurrences(sources, ahead),
    ...readings(sources, { from: dayAfter(from, -daysBack), to: ahead.to }),
    ...reports(sources, ahead),
    ...outcomes(sources),
  ]
  return { made, ahead }
}

interface Span {
  readonly from: Day
  readonly to: Day
}

function recurrences({ measures, policies }: OccurrenceSources, ahead: Span): readonly Occurrence[] {
  return measures.flatMap(({ id, recurrence, startsOn, endsOn, leadId, names }) => {
    const days = within({ startsOn, recurrence, from: startsOn, to: endsOn < ahead.to ? endsOn : ahead.to })
    if (days.some((day, n) => n > 0 && day < dayAfter(days[n - 1]!, leastDaysBetween))) return []
    return days
      .filter((day) => day >= ahead.from)
      .map((dueOn) => ({
        source: `recurrence/${id}/${dueOn}`,
        measureId: id,
        entityId: leadId,
        names,
        dueOn,
        policyId: policies[0]!.id,
      }))
  })
}

function within({
  startsOn,
  recurrence,
  from,
  to,
}: Span & { startsOn: Day; recurrence: string }): readonly Day[] {
  return from > to ? [] : occurrences(recurrence, { startsOn, from, to })
}

/** A reading is due on the first day of the owners' reporting rule after its period, or so many days after the period. */
function readings(
  { indicators, rules, policies, plan }: OccurrenceSources,
  span: Span,
): readonly Occurrence[] {
  const rule = rules.find(({ who }) => who === 'indicator_owners')
  const askedOn =
    rule &&
    ((endsOn: Day, latest: Day) =>
      occurrences(rule.dueRule, { startsOn: plan.startsOn, from: dayAfter(endsOn, 1), to: latest })[0])
  return indicators.flatMap(({ id, ownerId, names, frequency, reported }) =>
    expectedReadings(frequency as Frequency, { ...span, startsOn: plan.startsOn }, askedOn)
      .filter(({ period }) => !reported.includes(period))
      .map(({ period, dueOn }) => ({
        source: `reading/${id}/${period}`,
        indicatorId: id,
        entityId: ownerId,
        code: period,
        names,
        dueOn,
        policyId: rule?.policyId ?? policies[0]!.id,
      })),
  )
}

function reports(sources: OccurrenceSources, ahead: Span): readonly Occurrence[] {
  const { rules, plan } = sources
  return rules
    .filter(({ who }) => who !== 'indicator_owners')
    .flatMap(({ id, dueRule, who, names, policyId }) =>
      occurrences(dueRule, { startsOn: plan.startsOn, ...ahead }).flatMap((dueOn) =>
        whoReports(who, sources).map((entityId) => ({
          source: `report/${id}/${dueOn}/${entityId}`,
          entityId,
          names,
          dueOn,
          policyId,
        })),
      ),
    )
}

/** Who a rule speaks of: everybody in the plan, the city's own units, the coordinator, or whoever has the role of that name. */
function whoReports(who: string, { entities, plan }: OccurrenceSources): readonly string[] {
  const isUnit = (kind: string) => kind === 'city_unit' || kind === 'municipal_agency'
  const chosen = {
    leads_and_supporting: entities.filter(({ isInPlan }) => isInPlan),
    all_city_units: entities.filter(({ kind }) => isUnit(kind)),
    city_units: entities.filter(({ kind }) => kind === 'city_unit'),
    coordinator: entities.filter(({ id }) => id === plan.coordinator),
  }[who]
  return (chosen ?? entities.filter(({ roles }) => roles.includes(who))).map(({ id }) => id)
}

/** The city owes an answer to everybody who took part. */
function outcomes({ consultations, policies, entities, plan }: OccurrenceSources): readonly Occurrence[] {
  return consultations.flatMap(({ id, names, dueOn, ownerId }) => {
    const entityId = entities.some((entity) => entity.id === ownerId) ? ownerId : plan.coordinator
    return entityId
      ? [{ source: `outcome/${id}`, consultationId: id, entityId, names, dueOn, policyId: policies[0]!.id }]
      : []
  })
}
