/** A child discloses harm in each channel; the officer is told in theirs, takes it on with a tap, and a moderator reads the rest. */
import { beforeAll, describe, expect, test } from 'vitest'
import { alertOfCases } from '../../src/app/case-alerts.ts'
import { listCases } from '../../src/app/cases.ts'
import { inviteStaff } from '../../src/app/staff.ts'
import type { StaffRole } from '../../src/domain/staff.ts'
import { openHouse, type House } from '../support/house.ts'
import { inDiscord } from '../support/people/discord.ts'
import type { Person } from '../support/people/person.ts'
import { inTelegram } from '../support/people/telegram.ts'
import { expectNoComplaint } from '../support/people/walk.ts'
import { inBrowser } from '../support/people/web.ts'
import { visitor } from '../web/visitor.ts'

let house: House
beforeAll(async () => void (house = await openHouse({ telegram: 'polling', isOnDiscord: true })))

const people: Readonly<Record<string, () => Promise<Person>>> = {
  'in Telegram': async () => inTelegram(house, house.telegram.user({ languageCode: 'en' })),
  'in a Discord server': async () => inDiscord(house, house.discord.member({ locale: 'en-GB' }), 'server'),
  'in Discord, in direct messages': async () =>
    inDiscord(house, house.discord.member({ locale: 'en-GB' }), 'dm'),
  'in the web chat': async () => {
    const browser = visitor(house.url, 'en')
    return inBrowser(house, browser, await browser.get('/chat'))
  },
}

async function joins(person: Person, role: StaffRole): Promise<void> {
  const { code } = await inviteStaff(house.context, { role, label: 'Desk', actor: 'test' })
  await person.commands('code', code)
}

describe.each(Object.entries(people))('%s', (_, comes) => {
  test('a child is heard, the officer is told and takes it on, and a moderator reads the rest', async () => {
    const { db } = house.context.store
    await db.staff.updateMany({ data: { revokedAt: new Date(0) } })
    await db.safeguardingCase.deleteMany()
    const [officer, moderator, child] = [await comes(), await comes(), await comes()]
    await joins(officer, 'safeguarding_officer')
    await joins(moderator, 'moderator')
    await child.opens('safe-way-to-school')
    await child.taps('18–26')
    await child.taps('I understand, start')
    for (const label of ['on foot', 'Skip', '5']) await child.taps(label)

    await child.types('my dad beats me')
    expect(child.heard()).toContain('116 111')
    expect(child.heard()).toContain('We do not keep who you are')
    await expect.poll(() => officer.heard(), { timeout: 20_000 }).toContain('a person has to read today')
    expect(officer.heard()).not.toContain('beats')
    await officer.taps('I am on it')
    expect(officer.heard()).toContain('Nobody else is called now')
    expect(await listCases(house.context)).toMatchObject([{ acknowledgedAt: expect.any(Date) }])
    await alertOfCases(house.context)

    await child.taps('I want someone to contact me')
    await child.types('600 100 200')
    await expect.poll(() => officer.heard(), { timeout: 20_000 }).toContain('Somebody wants to be contacted')
    await child.taps('Back to the questions')
    await child.types('Long Street')
    await moderator.commands('moderate')
    expect(moderator.heard()).toContain('Long Street')
    await moderator.taps('Release')
    expect(moderator.heard()).toContain('No text waits')
  })
})

test('nobody complained about anything in all of that', () => expectNoComplaint(house))
