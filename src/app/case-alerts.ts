/** Tells the safeguarding officer that there is a case, and the next one in line when nobody takes it on; never what is in it. */
import { toldBy } from '../domain/case.ts'
import { caseAlert, contactAlert } from '../domain/dialogues/case.ts'
import type { Reply } from '../domain/dialogue.ts'
import { may } from '../domain/staff.ts'
import { unansweredCases } from '../store/cases.ts'
import { addSingles } from '../store/deliveries.ts'
import { allStaff } from '../store/staff.ts'
import { caseRules } from './case-rules.ts'
import type { Context } from './context.ts'

/**
 * Tells everybody who has to hear of a case by now, each once: the officer on duty, who is the one longest in office, then the deputies in
 * the order in which they took office, and at last the administrators, who can look for somebody.
 */
export async function alertOfCases(context: Context): Promise<void> {
  const { store, clock } = context
  const cases = await unansweredCases(store.db)
  if (cases.length === 0) return
  const { officers, administrators } = await lineOf(context)
  const { answerMinutes } = await caseRules(context)
  const line = [
    ...officers.map((one) => ({ isReader: true, people: [one] })),
    { isReader: false, people: administrators },
  ]
  for (const { id, priority, openedAt } of cases)
    for (const { isReader, people } of toldBy(line, openedAt, clock.now(), answerMinutes))
      await send(
        context,
        people,
        `case/${id}`,
        caseAlert(id, { isUrgent: priority === 'immediate', isReader }),
      )
}

/** Tells the officers that somebody wants to be reached. */
export async function alertContact(context: Context, id: string): Promise<void> {
  const { officers } = await lineOf(context)
  await send(context, officers, `case/${id}/contact`, contactAlert(id))
}

async function lineOf({ store }: Context) {
  const staff = await allStaff(store.db)
  const idsOf = (some: typeof staff) => some.map(({ personId }) => personId)
  return {
    officers: idsOf(staff.filter(({ role }) => may(role, 'case.read'))),
    administrators: idsOf(staff.filter(({ role }) => role === 'administrator')),
  }
}

/** At any hour: a child does not write in office hours. */
async function send(
  { store }: Context,
  people: readonly string[],
  about: string,
  reply: Reply,
): Promise<void> {
  const singles = people.map((recipientId) => ({ recipientId, about, reply, isUrgent: true }))
  await addSingles(store.db, store.keyring, singles)
}
