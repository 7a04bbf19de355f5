/** Groups and server channels that staff choose to carry announcements, in front of the platforms. */
import { beforeAll, describe, expect, test } from 'vitest'
import { inviteStaff } from '../../src/app/staff.ts'
import type { StaffRole } from '../../src/domain/staff.ts'
import { openHouse, type House } from '../support/house.ts'
import { census } from '../support/people/census.ts'
import { inDiscord } from '../support/people/discord.ts'
import { inTelegram, settled } from '../support/people/telegram.ts'
import { expectNoComplaint } from '../support/people/walk.ts'

let house: House
beforeAll(async () => void (house = await openHouse({ telegram: 'polling', isOnDiscord: true })))

const places = async () => {
  const rows = await house.context.store.db.place.findMany({ orderBy: { addedAt: 'asc' } })
  return rows.map(({ channel, label, locale, sealed }) => ({
    channel,
    label,
    locale,
    value: house.context.store.keyring.open(sealed, `address:${channel}`),
  }))
}
const acts = async () => {
  const rows = await house.context.store.db.audit.findMany({
    where: { act: { startsWith: 'place.' } },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ act }) => act)
}
const code = async (role: StaffRole) =>
  (await inviteStaff(house.context, { role, label: 'Desk', actor: 'test' })).code

/** A member of staff in Telegram, and what they write in a group. */
async function staffInTelegram(role: StaffRole) {
  const user = house.telegram.user({ languageCode: 'en' })
  const person = inTelegram(house, user)
  await person.commands('start', `i-${await code(role)}`)
  const group = house.telegram.group()
  const says = async (text: string) => (await user.says(text, { in: group }), await settled(house))
  return { user, person, group, says }
}

async function staffInDiscord(role: StaffRole) {
  const member = house.discord.member({ locale: 'en-GB' })
  const person = inDiscord(house, member, 'server')
  await person.commands('code', await code(role))
  return person
}

describe('a group in Telegram', () => {
  test('carries announcements once staff say so there; only they are told, in private', async () => {
    const { user, group, says } = await staffInTelegram('coordinator')
    await says('/announce here uk Youth council')
    expect(await places()).toEqual([
      { channel: 'telegram', label: 'Youth council', locale: 'uk', value: String(group.id) },
    ])
    await user.sees('carries announcements from now on, in Ukrainian')
    expect(group.messages()).toEqual([])
    await says('/announce here')
    expect(await places()).toMatchObject([{ label: 'Telegram', locale: 'en' }])
    await says('/announce off')
    expect(await places()).toEqual([])
    expect((await acts()).slice(-3)).toEqual(['place.choose', 'place.choose', 'place.leave'])
  })

  test.each(['auditor', 'moderator'] as const)('hears nothing when the %s tries', async (role) => {
    const { user, group, says } = await staffInTelegram(role)
    const [before, heard] = [await census(house), user.messages().length]
    await says('/announce here')
    expect(await census(house)).toEqual(before)
    expect([user.messages().length, group.messages()]).toEqual([heard, []])
  })

  test('hears nothing when anybody else tries, and keeps nothing of them', async () => {
    const [user, group] = [house.telegram.user({ languageCode: 'pl' }), house.telegram.group()]
    const before = await census(house)
    await user.says('/announce here', { in: group })
    await settled(house)
    expect(await census(house)).toEqual(before)
    expect([user.messages(), group.messages()]).toEqual([[], []])
  })
})

describe('a channel of a Discord server', () => {
  test('carries announcements once staff say so there; nobody else sees the answer', async () => {
    const person = await staffInDiscord('administrator')
    await person.commands('announce', 'here')
    expect(person.heard()).toContain('carries announcements from now on, in English')
    expect(await places()).toMatchObject([{ channel: 'discord', label: 'Discord', locale: 'en' }])
    expect((await places())[0]!.value).toMatch(/^#\d+$/)
    await person.commands('announce', 'off')
    expect(person.heard()).toContain('does not carry announcements any more')
    expect(await places()).toEqual([])
  })

  test('stays as it is when somebody else tries', async () => {
    const person = inDiscord(house, house.discord.member({ locale: 'en-GB' }), 'server')
    await person.commands('announce', 'here')
    expect(person.heard()).toContain("only for the programme's staff")
    expect(await places()).toEqual([])
  })

  test('is told what to write when the word is none', async () => {
    const person = await staffInDiscord('coordinator')
    await person.commands('announce', 'everywhere')
    expect(person.heard()).toContain('/announce here')
    expect(await places()).toEqual([])
  })
})

test('a private chat is no place', async () => {
  const { person } = await staffInTelegram('coordinator')
  await person.commands('announce', 'here')
  expect(person.heard()).toContain('in the group or the server channel itself')
  expect(await places()).toEqual([])
})

test('nobody complained about anything in all of that', () => expectNoComplaint(house))
