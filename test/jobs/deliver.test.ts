/** What is to be sent is sent once, and what became of it is written down. */
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { announce } from '../../jobs/announce.ts'
import { deliver } from '../../jobs/deliver.ts'
import { approveAnnouncement, writeAnnouncement } from '../../src/app/announcements.ts'
import { SendError, type Channel } from '../../src/channels/channel.ts'
import { say } from '../../src/domain/phrase.ts'
import type { ChannelName } from '../../src/domain/message.ts'
import { addSingles, type Single } from '../../src/store/deliveries.ts'
import { addPerson } from '../../src/store/respondents.ts'
import { lookupOf } from '../../src/store/sessions.ts'
import { afterwards } from '../support/afterwards.ts'
import { buildCity } from '../support/city.ts'
import { platform, type Platform } from '../support/platform.ts'
import { populate, times } from '../support/population.ts'
import { eventually } from '../support/process.ts'

const noon = '2026-11-25T11:00:00Z'
const texts = { pl: 'Park jest otwarty.' }
const night = '2026-11-25T21:00:00Z'
const morning = '2026-11-26T07:00:00Z'
const city = await buildCity({ isSeeded: false, now: noon })
const { store } = city.context

beforeEach(async () => {
  city.putClock(noon)
  await store.db.$executeRaw`truncate delivery, person, address, sender, announcement cascade`
})

describe('a single message', () => {
  test('goes out once, however often it is added, and what it said is then forgotten', async () => {
    const ala = await somebody('11')
    await add({ recipientId: ala, about: 'reminder/x/7' })
    await add({ recipientId: ala, about: 'reminder/x/7' })
    const telegram = sending(platform())
    await settled('accepted')
    expect(telegram.arrivals.map(({ to, message }) => [to, message.text])).toEqual([['11', greeting]])
    expect(await rows()).toMatchObject([{ status: 'accepted', attempts: 1, message: null }])
  })

  test('whose recipient has no address is unreachable at once', async () => {
    await add({ recipientId: randomUUID(), about: 'reminder/x/7' })
    expect(await rows()).toMatchObject([{ status: 'unreachable', reason: 'no-address', message: null }])
  })

  test('that is due later waits for its time', async () => {
    await add({ recipientId: await somebody('11'), about: 'a', dueAt: new Date('2026-11-25T12:00:00Z') })
    const telegram = sending(platform())
    await add({ recipientId: await somebody('12'), about: 'b' })
    await settled('accepted')
    expect(telegram.arrivals.map(({ to }) => to)).toEqual(['12'])
    city.putClock('2026-11-25T12:00:00Z')
    await settled('accepted', 2)
    expect(telegram.arrivals.map(({ to }) => to)).toEqual(['12', '11'])
  })

  test('that would expire first goes first', async () => {
    const open = await Promise.all(
      ['11', '12', '13'].map(async (value, index) =>
        add({
          recipientId: await somebody(value),
          about: 'a',
          ...(index === 0 ? {} : { notAfter: new Date(Date.parse(noon) + (4 - index) * 3_600_000) }),
        }),
      ),
    )
    expect(open).toEqual([1, 1, 1])
    const telegram = sending(platform())
    await settled('accepted', 3)
    expect(telegram.arrivals.map(({ to }) => to)).toEqual(['13', '12', '11'])
  })
})

describe('an announcement', () => {
  test('keeps a tenth of what leaves beside many single messages, which keep the rest', async () => {
    const people = await populate(city.context, times(300, {}))
    const { id } = await writeAnnouncement(city.context, { texts, audience: { who: ['youth'] } }, 'writer')
    await announce(city.context, await approveAnnouncement(city.context, id, 'second'))
    for (const recipientId of people) await add({ recipientId, about: 'reminder/x/7' })
    const telegram = sending(platform('telegram', 10))
    await eventually('200 have left', () => telegram.arrivals.length >= 200)
    const announced = telegram.arrivals.slice(0, 200).filter(({ message }) => message.text === texts.pl)
    expect(announced.length).toBeGreaterThanOrEqual(20)
    expect(announced.length).toBeLessThanOrEqual(50)
  })
})

describe('at night', () => {
  test('a message is held until the morning, not dropped', async () => {
    city.putClock(night)
    await add({ recipientId: await somebody('11'), about: 'a' })
    const telegram = sending(platform())
    await settled('held')
    expect(await rows()).toMatchObject([{ reason: 'quiet-hours', dueAt: new Date(morning) }])
    city.putClock(morning)
    await settled('accepted')
    expect(telegram.arrivals).toHaveLength(1)
  })

  test('a message that would be stale in the morning expires instead, and one that is urgent goes out', async () => {
    city.putClock(night)
    await add({ recipientId: await somebody('11'), about: 'a', notAfter: new Date('2026-11-26T05:00:00Z') })
    await add({ recipientId: await somebody('12'), about: 'b', isUrgent: true })
    const telegram = sending(platform())
    await settled('expired')
    await settled('accepted')
    expect(telegram.arrivals.map(({ to }) => to)).toEqual(['12'])
  })
})

describe('when the platform says no', () => {
  test('a blocked address is given up, and another one of the same person is tried once', async () => {
    const ala = await somebody('11')
    await another(ala, 'discord', '21')
    await add({ recipientId: ala, about: 'a' })
    const telegram = platform()
    telegram.answer(() => new SendError('unreachable', 'blocked'))
    sending(telegram)
    const discord = sending(platform('discord'))
    await settled('accepted')
    expect([telegram.arrivals.length, discord.arrivals.map(({ to }) => to)]).toEqual([1, ['21']])
    expect(await store.db.address.findMany({ where: { suppressedAt: { not: null } } })).toMatchObject([
      { channel: 'telegram' },
    ])
  })

  test('nobody is tried again who cannot be reached anywhere', async () => {
    await add({ recipientId: await somebody('11'), about: 'a' })
    const telegram = platform()
    telegram.answer(() => new SendError('unreachable', 'blocked'))
    sending(telegram)
    await settled('unreachable')
    expect(telegram.arrivals).toHaveLength(1)
  })

  test('a refused message has failed, and is not repeated', async () => {
    await add({ recipientId: await somebody('11'), about: 'a' })
    const telegram = platform()
    telegram.answer(() => new SendError('rejected', 'bad request'))
    sending(telegram)
    await settled('failed')
    expect(telegram.arrivals).toHaveLength(1)
  })

  test('a wait it asks for is kept, and then it is tried again under the same id', async () => {
    await add({ recipientId: await somebody('11'), about: 'a' })
    const telegram = platform()
    telegram.answer(() => new SendError('retry', 'busy', { retryAfterMs: 34_000 }))
    sending(telegram)
    await settled('held')
    expect(await rows()).toMatchObject([{ dueAt: new Date(Date.parse(noon) + 34_000), attempts: 1 }])
    telegram.answer(undefined)
    city.putClock(new Date(Date.parse(noon) + 34_000))
    await settled('accepted')
    expect(new Set(telegram.arrivals.map(({ how }) => how.id)).size).toBe(1)
  })

  test('trouble of the whole channel is no attempt of any message', async () => {
    await add({ recipientId: await somebody('11'), about: 'a' })
    const telegram = platform()
    telegram.answer(() => new SendError('retry', 'too many', { isChannelWide: true }))
    sending(telegram)
    await eventually('attempts', () => telegram.arrivals.length >= 3)
    telegram.answer(undefined)
    await settled('accepted')
    expect(await rows()).toMatchObject([{ attempts: 1 }])
  })
})

test('a group that became a supergroup is found under its new id from then on', async () => {
  const { id } = await store.db.place.create({
    data: {
      channel: 'telegram',
      lookup: lookupOf(store.keyring, { channel: 'telegram', value: '-100' }),
      sealed: store.keyring.seal('-100', 'address:telegram'),
      label: 'group',
      locale: 'pl',
      addedBy: 'anna',
      addedAt: new Date(noon),
    },
  })
  await store.db.$executeRaw`
    insert into delivery (batch, recipient_id, about, channel, lane, status, message)
    select 0, ${id}::uuid, about, 'telegram', 1, 'waiting', null from unnest(array['a', 'b']) about`
  const write = async (about: string) => {
    const message = store.keyring.seal(JSON.stringify({ parts: [] }), `delivery:${about}`)
    await store.db.delivery.updateMany({ where: { about }, data: { message } })
  }
  await Promise.all(['a', 'b'].map(write))
  const telegram = sending(platform())
  telegram.moves('-100', '-1002')
  await settled('accepted', 2)
  await store.db.delivery.updateMany({ where: { about: 'b' }, data: { status: 'waiting', settledAt: null } })
  await write('b')
  await settled('accepted', 2)
  expect(telegram.arrivals.map(({ to }) => to)).toEqual(['-100', '-100', '-1002'])
})

describe('with several processes', () => {
  test('one sends and the other waits, and takes over when the first one stops', async () => {
    const first = platform()
    const stop = start(first.channel)
    await eventually('a sender', async () => (await store.db.sender.count()) === 1)
    const second = sending(platform())
    await add({ recipientId: await somebody('11'), about: 'a' })
    await settled('accepted')
    expect([first.arrivals.length, second.arrivals.length]).toEqual([1, 0])
    await stop()
    await add({ recipientId: await somebody('12'), about: 'b' })
    await settled('accepted', 2)
    expect([first.arrivals.length, second.arrivals.length]).toEqual([1, 1])
  })

  test('one that lost its lease sends nothing more, even of what it had taken up', async () => {
    const hung = platform()
    const open = hung.shut()
    start(hung.channel)
    await add({ recipientId: await somebody('11'), about: 'a' })
    await eventually('a sender', async () => (await store.db.sender.count()) === 1)
    await store.db.$executeRaw`delete from sender`
    const heir = sending(platform())
    await settled('accepted')
    open()
    await add({ recipientId: await somebody('12'), about: 'b' })
    await settled('accepted', 2)
    expect([hung.arrivals.length, heir.arrivals.length]).toEqual([0, 2])
  })

  test('what one left in the middle may have arrived, and is sent again under the same id', async () => {
    const dying = platform()
    dying.answer(() => 'never')
    start(dying.channel)
    await add({ recipientId: await somebody('11'), about: 'a' })
    await settled('sending')
    await store.db.$executeRaw`delete from sender`
    const heir = sending(platform())
    await settled('accepted')
    expect(heir.arrivals[0]?.how.id).toBe(dying.arrivals[0]?.how.id)
    expect(heir.arrivals).toHaveLength(1)
  })
})

const greeting = city.context.text.phrase('pl', say('home-hello'))

async function somebody(value: string, channel: ChannelName = 'telegram'): Promise<string> {
  return addPerson(store.db, store.keyring, {
    from: { channel, value },
    locale: 'pl',
    today: '2026-11-25',
  })
}

async function another(personId: string, channel: ChannelName, value: string): Promise<void> {
  const lookup = lookupOf(store.keyring, { channel, value })
  await store.db.address.create({
    data: {
      personId,
      channel,
      lookup,
      sealed: store.keyring.seal(value, `address:${channel}`),
      isPreferred: false,
    },
  })
}

function add(single: Omit<Single, 'reply'>): Promise<number> {
  return addSingles(store.db, store.keyring, [{ ...single, reply: { parts: [say('home-hello')] } }])
}

function start(channel: Channel): () => Promise<void> {
  const ending = new AbortController()
  const done = deliver(city.context, { channel, signal: ending.signal })
  const stop = async () => {
    ending.abort()
    await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 200))])
  }
  afterwards(stop)
  return stop
}

function sending(on: Platform): Platform {
  start(on.channel)
  return on
}

function rows() {
  return store.db.delivery.findMany({ orderBy: { about: 'asc' } })
}

async function settled(status: string, count = 1): Promise<void> {
  await eventually(
    `${count} ${status}`,
    async () => (await store.db.delivery.count({ where: { status } })) === count,
  )
}
