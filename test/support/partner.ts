/** People who speak for an entity, and the buttons under what they are reminded of. */
import { inviteContact } from '../../src/app/staff.ts'
import type { Context } from '../../src/app/context.ts'
import { reminderButton, type ReminderAct, type Reminded } from '../../src/domain/deadline.ts'
import type { Reply } from '../../src/domain/dialogue.ts'
import type { ContactRole } from '../../src/domain/staff.ts'
import { dayOfDate } from '../../src/runtime/clock.ts'
import { lookupOf } from '../../src/store/sessions.ts'
import { talk, type Talk } from './talk.ts'

export interface Partner extends Talk {
  readonly personId: string
}

/** Somebody who opened an invitation to speak for an entity. */
export async function talkAsContact(
  context: Context,
  entityId: string,
  { role = 'contact', ...options }: { role?: ContactRole } & Parameters<typeof talk>[1] = {},
): Promise<Partner> {
  const { code } = await inviteContact(context, { entityId, role, label: role, actor: 'test' })
  const person = talk(context, options)
  await person.types(`/start i-${code}`)
  return { ...person, personId: await personOf(context, person) }
}

export async function personOf({ store: { db, keyring } }: Context, { from }: Talk): Promise<string> {
  const { personId } = await db.address.findUniqueOrThrow({ where: { lookup: lookupOf(keyring, from) } })
  return personId
}

/** A deadline of the sample plan, as its reminder of a step names it. */
export async function reminderOf({ store: { db } }: Context, source: string, step = '-7') {
  const { id, dueOn } = await db.deadline.findUniqueOrThrow({ where: { source } })
  const about: Reminded = { deadlineId: id, dueOn: dayOfDate(dueOn), step }
  return { id, about, button: (act: ReminderAct) => reminderButton(about, act) }
}

/** A message somebody is to get. */
export interface Letter {
  readonly to: string
  readonly about: string
  readonly reply: Reply
  readonly words: string
}

/** Messages that wait for the sender, as phrases and in English. */
export async function lettersOf({ store: { db, keyring }, text }: Context, about: RegExp): Promise<Letter[]> {
  const rows = await db.delivery.findMany({
    where: { batch: 0 },
    orderBy: [{ about: 'asc' }, { recipientId: 'asc' }],
  })
  return rows
    .filter((row) => about.test(row.about))
    .map((row) => {
      const reply = JSON.parse(keyring.open(row.message!, `delivery:${row.about}`)) as Reply
      const words = reply.parts.map((part) => text.phrase('en', part)).join('\n')
      return { to: row.recipientId, about: row.about, reply, words }
    })
}

/** The id of the button of a letter that ends so. */
export function buttonIn({ reply }: Letter, end: string): string {
  const found = reply.offers?.find(({ id }) => id.endsWith(end))
  if (!found) throw new Error(`No button ends in "${end}": ${reply.offers?.map(({ id }) => id).join(' ')}`)
  return found.id
}

/** Puts deadlines back to where they are now, and forgets everybody and all they said. */
export async function beginningAnew({ store: { db } }: Context): Promise<() => Promise<void>> {
  const deadlines = await db.deadline.findMany()
  return async () => {
    await db.$executeRaw`truncate delivery, person, session, change_request, acknowledgement, reminder, evidence, plan_change, audit, invitation, staff cascade`
    for (const { id, entityId, dueOn, status, doneOn } of deadlines)
      await db.deadline.update({
        where: { id },
        data: { entityId, dueOn, status, doneOn, acknowledgedAt: null, askedOn: null, remindedAt: null },
      })
  }
}
