/** The sample consultation answered on Discord: from a server, where only one person sees it, and in direct messages. */
import { beforeAll, describe, expect, test } from 'vitest'
import { GatewayIntentBits } from 'discord-api-types/v10'
import { inviteStaff } from '../../src/app/staff.ts'
import { openHouse, type House } from '../support/house.ts'
import { census } from '../support/people/census.ts'
import { inDiscord } from '../support/people/discord.ts'
import { expectNoComplaint, expectWalked, walk, walked } from '../support/people/walk.ts'

let house: House
beforeAll(async () => void (house = await openHouse({ isOnDiscord: true })))

const arrives = (where: 'server' | 'dm' = 'server', locale = 'en-US') => {
  const member = house.discord.member({ locale })
  return { member, person: inDiscord(house, member, where) }
}

test('in a server a slash command leads through the whole consultation, and nobody else sees a word of it', async () => {
  const { member, person } = arrives()
  const spoken = house.discord.channel.messages().length
  await person.opens(walked)
  await walk(person, '16–17')
  await expectWalked(house, person, 'b16_18')
  expect(member.screens().every(({ isEphemeral }) => isEphemeral)).toBe(true)
  expect(house.discord.channel.messages()).toHaveLength(spoken)
  expect(await house.context.store.db.response.count({ where: { channel: 'discord' } })).toBe(1)
})

test('in direct messages the same consultation is answered, typed and tapped', async () => {
  const { member, person } = arrives('dm')
  await person.commands('language')
  await person.taps('English')
  await person.types(`/start c-${walked}`)
  await walk(person, '18–26')
  await expectWalked(house, person, 'b16_18')
  expect(member.screens().some(({ isEphemeral }) => isEphemeral)).toBe(false)
})

test('several answers come from a menu that holds no more than there may be, a text from a form as long as it may be', async () => {
  const { member, person } = arrives()
  await person.opens(walked)
  for (const label of ['16–17', 'I understand, start', 'on foot']) await person.taps(label)
  await expect(person.selects(['fast cars', 'it is dark', 'no cycle path'])).rejects.toThrow('takes 0 to 2')
  await person.selects(['it is dark'])
  await person.taps('5')
  await member.taps('Write an answer')
  expect(member.form()).toEqual({ title: 'Write an answer', label: 'Your answer', maxLength: 120 })
  expectNoComplaint(house)
})

test.each(['under 13', '13–15'])(
  'somebody aged %s reads where they can answer instead, and leaves no trace',
  async (band) => {
    const before = await census(house)
    const { person } = arrives()
    await person.opens(walked)
    await person.taps(band)
    expect(person.heard()).toContain("You can answer at school or on the city's website")
    expect(person.heard()).toContain('116 111')
    expect(await census(house)).toEqual(before)
  },
)

test('a consultation on a hard subject is neither offered nor answered here', async () => {
  const { person } = arrives('dm')
  await person.commands('start')
  expect(person.labels()).toContain('A safe way to school')
  expect(person.labels().join()).not.toContain('hard')
  const before = await census(house)
  for (const way of [
    () => person.types('/start c-support-when-it-is-hard'),
    () => person.forges!('start:support-when-it-is-hard'),
  ]) {
    await way()
    expect(person.heard()).toContain('cannot be answered here')
  }
  expect(await census(house)).toEqual(before)
})

describe('a consultation in a server’s channel', () => {
  const post = async (code?: string) => {
    const { member, person } = arrives()
    if (code !== undefined) await person.commands('code', code)
    await person.commands('post', walked)
    return { member, person }
  }

  test('is posted by staff, with a button that begins a talk nobody else sees', async () => {
    const { code } = await inviteStaff(house.context, { role: 'administrator', label: 'Desk', actor: 'test' })
    const before = house.discord.channel.messages().length
    await post(code)
    const posted = house.discord.channel.messages().slice(before)
    expect(posted.map(({ text }) => text)).toEqual([expect.stringContaining('A safe way to school')])
    expect(await house.context.store.db.audit.count({ where: { act: 'consultation.post' } })).toBe(1)
    const { member, person } = arrives()
    await person.taps('Answer in private')
    expect(member.screens().every(({ isEphemeral }) => isEphemeral)).toBe(true)
    await walk(person, '16–17')
    await expectWalked(house, person, 'b16_18')
    expect(house.discord.channel.messages()).toHaveLength(before + 1)
  })

  test('is refused to everybody else, who alone reads that, and nothing is kept', async () => {
    const before = { rows: await census(house), posted: house.discord.channel.messages().length }
    const { member, person } = await post()
    expect(member.screen()).toMatchObject({
      isEphemeral: true,
      text: expect.stringContaining("only for the programme's staff"),
    })
    expect({ rows: await census(house), posted: house.discord.channel.messages().length }).toEqual(before)
    expect(await house.keptOf(person.address)).toBeUndefined()
  })
})

test('no privileged intent was asked for, every act was acknowledged in time, and nobody complained', () => {
  const { GuildMembers, GuildPresences, MessageContent } = GatewayIntentBits
  expect(house.discord.gateway.intents).toHaveLength(1)
  expect(house.discord.gateway.intents[0]! & (GuildMembers | GuildPresences | MessageContent)).toBe(0)
  expect(house.discord.acks.length).toBeGreaterThan(40)
  expect(house.discord.failures).toEqual([])
  expectNoComplaint(house)
})
