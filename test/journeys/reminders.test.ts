/** A contact asks for more time in one channel, a coordinator decides in another, and old buttons say how things stand. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inviteContact, inviteStaff } from '../../src/app/staff.ts'
import { reminderButton, type ReminderAct } from '../../src/domain/deadline.ts'
import { dayOfDate } from '../../src/runtime/clock.ts'
import { beginningAnew } from '../support/partner.ts'
import { openHouse, type House } from '../support/house.ts'
import { inDiscord } from '../support/people/discord.ts'
import type { Person } from '../support/people/person.ts'
import { inTelegram } from '../support/people/telegram.ts'
import { expectNoComplaint } from '../support/people/walk.ts'
import { inBrowser } from '../support/people/web.ts'
import { eventually } from '../support/process.ts'
import { visitor } from '../web/visitor.ts'

/** Of the Municipal Guard, due on 18 December. */
const source = 'milestone/a2-1-2/m2'

let house: House
let beginAnew: () => Promise<void>
beforeAll(async () => {
  house = await openHouse({ telegram: 'polling', isOnDiscord: true })
  beginAnew = await beginningAnew(house.context)
})
beforeEach(() => beginAnew())

const inChat = {
  Telegram: async () => inTelegram(house, house.telegram.user({ languageCode: 'en' })),
  Discord: async () => inDiscord(house, house.discord.member({ locale: 'en-GB' }), 'dm'),
  'the web chat': async () => {
    const browser = visitor(house.url, 'en')
    return inBrowser(house, browser, await browser.get('/chat'))
  },
} satisfies Record<string, () => Promise<Person>>
type Chat = keyof typeof inChat

const pairs: readonly (readonly [asks: Chat, decides: Chat])[] = [
  ['Telegram', 'Discord'],
  ['Discord', 'the web chat'],
  ['the web chat', 'Telegram'],
]

describe.each(pairs)('asked in %s, decided in %s', (asks, decides) => {
  test('the coordinator gets two buttons, the date moves, and the contact hears of it', async () => {
    const [partner, desk] = [await contact(asks), await coordinator(decides)]
    await partner.forges!(await button('more_time'))
    await partner.taps('End of the quarter: 31 December')
    await partner.taps('Too few people')
    expect(partner.heard()).toContain('Request sent')
    await eventually('the coordinator is asked', () => desk.labels().includes('Approve'))
    await desk.taps('Approve')
    expect(desk.heard()).toContain('Was 18 December, is now 31 December')
    await eventually('the contact is told', () => partner.heard().includes('The coordinators approve'))
    expect(dayOfDate((await due()).dueOn)).toBe('2026-12-31')
  })
})

describe.each(Object.keys(inChat) as Chat[])('in %s', (chat) => {
  test('a button of an old reminder says how things stand and changes nothing', async () => {
    const [one, other] = [await contact(chat), await contact(chat)]
    const old = await button('on_track')
    await one.forges!(await button('done'))
    await other.forges!(old)
    expect(other.heard()).toContain('This is done already')
    expect(await house.context.store.db.acknowledgement.count()).toBe(1)
  })
})

test('a tap that Telegram delivers twice counts once', async () => {
  const partner = await contact('Telegram')
  await partner.forges!(await button('done'))
  await partner.repeats!()
  expect(await house.context.store.db.acknowledgement.count()).toBe(1)
  const changes = await house.context.store.db.planChange.findMany({ orderBy: { id: 'asc' } })
  expect(changes.map(({ field }) => field)).toEqual(['status', 'done_on'])
})

test('nobody complained about anything in all of that', () => expectNoComplaint(house))

async function contact(chat: Chat): Promise<Person> {
  const asked = { entityId: 'sm', role: 'contact', label: 'x', actor: 'test' } as const
  return comes(chat, (await inviteContact(house.context, asked)).code)
}

async function coordinator(chat: Chat): Promise<Person> {
  const asked = { role: 'coordinator', label: 'Desk', actor: 'test' } as const
  return comes(chat, (await inviteStaff(house.context, asked)).code)
}

async function comes(chat: Chat, code: string): Promise<Person> {
  const person = await inChat[chat]()
  await person.commands('code', code)
  return person
}

function due() {
  return house.context.store.db.deadline.findUniqueOrThrow({ where: { source } })
}

async function button(act: ReminderAct): Promise<string> {
  const { id, dueOn } = await due()
  return reminderButton({ deadlineId: id, dueOn: dayOfDate(dueOn), step: '0' }, act)
}
