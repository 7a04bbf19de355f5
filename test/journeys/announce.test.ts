/** A member of staff writes an announcement and lets it out, in whichever channel they are. */
import { beforeAll, describe, expect, test } from 'vitest'
import { inviteStaff } from '../../src/app/staff.ts'
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

describe.each(Object.entries(people))('%s', (where, comes) => {
  test('it is written, narrowed, looked at, approved, and stopped before it begins', async () => {
    const person = await comes()
    const { code } = await inviteStaff(house.context, { role: 'coordinator', label: 'Desk', actor: 'test' })
    await person.commands('code', code)
    await person.commands('announce')
    await person.taps('Write a new one')
    await person.types(`Spotkanie **w sobotę** ${where}`)
    await person.taps('Skip: Polish is used')
    await person.taps('Skip: Polish is used')
    await person.taps("The programme's staff")
    await person.selects(['Polski', 'English'])
    await person.types('27.9 9:00')
    await person.taps('A week')
    expect(person.heard()).toContain(`w sobotę ${where}`)
    expect(person.heard()).toContain('Nothing has been sent')
    expect(await latest()).toMatchObject({
      status: 'draft',
      audience: { languages: ['pl', 'en'] },
      sendAt: new Date('2026-09-27T07:00:00Z'),
      notAfter: new Date('2026-10-04T18:00:00Z'),
    })
    await person.taps('Submit…')
    await person.taps(person.labels().find((label) => label.startsWith('Yes, send it to'))!)
    expect(person.heard()).toContain('It is approved')
    expect(await latest()).toMatchObject({ status: 'scheduled' })
    await person.taps('Discard…')
    await person.taps('Yes, discard it')
    expect(await latest()).toMatchObject({ status: 'cancelled' })
  })
})

const latest = () => house.context.store.db.announcement.findFirstOrThrow({ orderBy: { number: 'desc' } })

test('nobody complained about anything in all of that', () => expectNoComplaint(house))
