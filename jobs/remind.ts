/** Reminds of what is due: decides about deadlines whose moment has come, and gathers what was decided into messages. */
import type { Context } from '../src/app/context.ts'
import { makeOccurrences } from '../src/app/occurrences.ts'
import { reminderReply } from '../src/app/reminder-words.ts'
import { policyOf, stepsOf, type Addressee, type Calendar } from '../src/domain/deadline.ts'
import { decideFor, gather, lastsUntil, type ReminderMessage } from '../src/domain/reminding.ts'
import { calendarOf } from '../src/runtime/calendar.ts'
import { addresseesOf } from '../src/store/addressees.ts'
import { addSingles, type Single } from '../src/store/deliveries.ts'
import { digestsOf, recallDigests } from '../src/store/digests.ts'
import {
  dueDeadlines,
  keepDecisions,
  keepGathered,
  mayGather,
  toDo,
  waitingReminders,
  type Decided,
  type Gathered,
  type WaitingReminder,
} from '../src/store/reminders.ts'
import { beforeAll } from '../src/store/queued.ts'

/** Deadlines, and people, in one transaction. */
const pageSize = 1_000

/** Runs every minute; running twice, or after any pause, says nothing twice. Costs what is due, however much is stored. */
export async function remind(context: Context): Promise<void> {
  const calendar = calendarOf(context.config.HOLIDAYS, context.config.TIME_ZONE)
  await makeOccurrences(context)
  const { isDue, isWaiting } = await toDo(context.store.db, context.clock.now())
  if (!isDue && !isWaiting) return
  while ((await decidePage(context, calendar)) === pageSize);
  for (let after: string | undefined = beforeAll; after !== undefined;)
    after = await gatherPage(context, calendar, after)
}

async function decidePage({ store, clock }: Context, calendar: Calendar): Promise<number> {
  return store.transaction(async (tx) => {
    const now = clock.now()
    const due = await dueDeadlines(tx, now, pageSize)
    if (due.length === 0) return 0
    const addressees = await addresseesOf(
      tx,
      due.map(({ entityId }) => entityId),
    )
    const looked = due.map((deadline) => {
      const of = (to: Addressee) => addressees.of(deadline.entityId, to)
      return { ...deadline, ...decideFor(deadline, policyOf(deadline.policy), of, { now, calendar }) }
    })
    const decided = looked.flatMap(({ id: deadlineId, dueOn, told }) =>
      told.map((one): Decided => ({ deadlineId, dueOn, ...one })),
    )
    await keepDecisions(tx, decided, looked, now)
    return due.length
  })
}

/** Gathers for the next people; the last of them, or undefined when there is nobody more. */
async function gatherPage(
  { store, clock }: Context,
  calendar: Calendar,
  after: string,
): Promise<string | undefined> {
  return store.transaction(async (tx) => {
    if (!(await mayGather(tx))) return undefined
    const now = clock.now()
    const today = calendar.wall(now).day
    await recallDigests(tx, today)
    const waiting = await waitingReminders(tx, after, pageSize, calendar)
    if (waiting.length === 0) return undefined
    const people = byPerson(waiting)
    const had = await digestsOf(tx, [...people.keys()], { today, midnight: calendar.at(today, '00:00') })
    const gathered = [...people].map(([personId, items]) =>
      gather(items, { now, calendar, hasHadDigest: had.has(personId) }),
    )
    const messages = gathered.flatMap((one) => one.messages)
    await addSingles(
      tx,
      store.keyring,
      messages.map((message) => singleOf(message, now, calendar)),
    )
    await keepGathered(tx, [
      ...messages.flatMap(({ about, items }) =>
        items.map((reminder): Gathered => ({ reminder, about, heldBack: null })),
      ),
      ...gathered
        .flatMap(({ heldBack }) => heldBack)
        .filter(({ why }) => why !== 'another-day')
        .map(({ item, why }): Gathered => ({ reminder: item, about: null, heldBack: why })),
    ])
    return people.size === pageSize ? [...people.keys()].at(-1) : undefined
  })
}

function singleOf(
  { personId, about, items }: ReminderMessage<WaitingReminder>,
  now: Date,
  calendar: Calendar,
): Single {
  const notAfter = lastsUntil(items.map((item) => nextStepAt(item, now, calendar)))
  return {
    recipientId: personId,
    about,
    reply: reminderReply(items),
    ...(notAfter ? { notAfter } : {}),
  }
}

function byPerson(waiting: readonly WaitingReminder[]): ReadonlyMap<string, WaitingReminder[]> {
  const people = new Map<string, WaitingReminder[]>()
  for (const one of waiting) people.set(one.personId, [...(people.get(one.personId) ?? []), one])
  return people
}

/** When the contact hears of it next. What goes up the ladder is no repetition, and is never too late as long as nobody answers. */
function nextStepAt({ dueOn, policy, step }: WaitingReminder, now: Date, calendar: Calendar): Date | null {
  if (step.startsWith('>')) return null
  const unasked = { dueOn, status: 'open', remindedAt: null, askedOn: null, acknowledgedAt: null } as const
  return stepsOf(unasked, policy, calendar).find(({ at }) => at > now)?.at ?? null
}
