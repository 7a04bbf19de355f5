/** How people come to work for the programme, and what they do by chat, in whichever channel. */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { importConsultations } from '../../src/app/consultation-import.ts'
import { inviteContact, inviteStaff, listStaff, revokeStaff } from '../../src/app/staff.ts'
import type { StaffRole } from '../../src/domain/staff.ts'
import { addDays } from '../../src/runtime/clock.ts'
import { samplesOpenOn } from '../support/city.ts'
import { openHouse, type House } from '../support/house.ts'
import { census } from '../support/people/census.ts'
import { inDiscord } from '../support/people/discord.ts'
import type { Person } from '../support/people/person.ts'
import { inTelegram } from '../support/people/telegram.ts'
import { expectNoComplaint } from '../support/people/walk.ts'
import { inBrowser } from '../support/people/web.ts'
import { visitor } from '../web/visitor.ts'

let house: House
beforeAll(async () => void (house = await openHouse({ telegram: 'polling', isOnDiscord: true })))

const actor = 'test'
const invited = async (role: StaffRole) =>
  (await inviteStaff(house.context, { role, label: `Desk of the ${role}`, actor })).code
const audit = (act: string) =>
  house.context.store.db.audit.findMany({
    where: { act },
    orderBy: { id: 'desc' },
    select: { actor: true, subject: true },
  })
const personIdOf = async (role: StaffRole) =>
  (await listStaff(house.context)).staff.findLast((one) => one.role === role)?.personId
const statusOf = async (id: string) =>
  (await house.context.store.db.consultation.findUniqueOrThrow({ where: { id } })).status

const inWeb = async () => {
  const browser = visitor(house.url, 'en')
  return { browser, person: await inBrowser(house, browser, await browser.get('/chat')) }
}
const arrivals: Readonly<
  Record<string, () => Promise<{ person: Person; opens(code: string): Promise<string> }>>
> = {
  'Telegram, by its link': async () => {
    const person = inTelegram(house, house.telegram.user({ languageCode: 'en' }))
    return { person, opens: async (code) => (await person.commands('start', `i-${code}`), person.heard()) }
  },
  'Discord, by its command': async () => {
    const person = inDiscord(house, house.discord.member({ locale: 'en-GB' }), 'server')
    return { person, opens: async (code) => (await person.commands('code', code), person.heard()) }
  },
  'the web chat, by its form': async () => {
    const { browser, person } = await inWeb()
    const opens = async (code: string) => {
      const { headers } = await browser.post('/join', { id: randomUUID(), text: code })
      return (await browser.get(headers.get('location')!)).words
    }
    return { person, opens }
  },
  'a chat, typed by itself': async () => {
    const { person } = await inWeb()
    return { person, opens: async (code) => (await person.types(` ${code.toLowerCase()} `), person.heard()) }
  },
}

describe.each(Object.entries(arrivals))('a code that is opened in %s', (_, arrives) => {
  test('makes that account a member of staff, once, and is written to the audit', async () => {
    const [first, second, code] = [await arrives(), await arrives(), await invited('moderator')]
    const before = await house.context.store.db.staff.count()
    expect(await first.opens(code)).toMatch(/Welcome to the team! Your role: moderator/)
    expect(await house.context.store.db.staff.count()).toBe(before + 1)
    expect((await audit('staff.join'))[0]).toEqual({
      actor: await personIdOf('moderator'),
      subject: `staff/${await personIdOf('moderator')}`,
    })
    await first.person.commands('start')
    expect(first.person.heard()).toContain('Good to see you, Desk of the moderator')
    const known = await census(house)
    expect(await second.opens(code)).toContain('This code does not work')
    expect({ ...(await census(house)), guess: 0 }).toEqual({ ...known, guess: 0 })
  })

  test('is refused after five wrong ones in an hour, to that account only', async () => {
    const [guesser, other, code] = [await arrives(), await arrives(), await invited('auditor')]
    for (let guess = 0; guess < 5; guess += 1)
      expect(await guesser.opens(`WR0N-G000-000${guess}`)).toContain('This code does not work')
    expect(await guesser.opens(code)).toContain('Too many codes did not work')
    expect(await house.keptOf(guesser.person.address)).toBeUndefined()
    expect(await other.opens(code)).toContain('Your role: auditor')
  })
})

describe('looking after consultations by chat', () => {
  const joined = async (role: StaffRole) => {
    const { person, opens } = await arrivals['Telegram, by its link']!()
    await opens(await invited(role))
    return person
  }

  test('a coordinator opens one that is ready', async () => {
    const source = (await samplesOpenOn('2026-09-25'))
      .replaceAll('free-time-and-sport', 'free-time-again')
      .replaceAll('Free time and sport', 'Free time again')
    await importConsultations(house.context, { source, actor, isDryRun: false })
    const coordinator = await joined('coordinator')
    await coordinator.taps('Consultations')
    await coordinator.taps('Free time again (draft)')
    await coordinator.taps('Open now')
    expect(coordinator.heard()).toContain('"Free time again" is open')
    expect(await statusOf('free-time-again')).toBe('open')
    expect((await audit('consultation.open'))[0]).toEqual({
      actor: await personIdOf('coordinator'),
      subject: 'consultation/free-time-again',
    })
  })

  test('a coordinator closes one, and is asked once whether that is meant', async () => {
    const coordinator = await joined('coordinator')
    await coordinator.taps('Consultations')
    await coordinator.taps('Free time and sport (open)')
    await coordinator.taps('Close now…')
    expect(await statusOf('free-time-and-sport')).toBe('open')
    await coordinator.taps('Yes, close it')
    expect(coordinator.heard()).toContain('"Free time and sport" is closed')
    expect(await statusOf('free-time-and-sport')).toBe('closed')
    expect((await audit('consultation.close'))[0]).toEqual({
      actor: await personIdOf('coordinator'),
      subject: 'consultation/free-time-and-sport',
    })
  })

  test.each(['auditor', 'moderator'] as const)(
    'the %s looks at them and changes nothing, whatever button is forged',
    async (role) => {
      const person = await joined(role)
      await person.taps('Consultations')
      await person.taps('A safe way to school (open)')
      expect(person.labels()).toEqual(['Consultations', 'To the start'])
      const before = await census(house)
      for (const id of [
        'staff:close-yes:safe-way-to-school',
        'staff:close:safe-way-to-school',
        'staff:open:free-time-and-sport',
      ]) {
        await person.forges!(id)
        expect(person.heard()).toContain("only for the programme's staff")
      }
      expect(await statusOf('safe-way-to-school')).toBe('open')
      expect(await census(house)).toEqual(before)
    },
  )

  test('whose role was taken away is nobody special from that moment on', async () => {
    const person = await joined('coordinator')
    await person.taps('Consultations')
    await revokeStaff(house.context, { personId: (await personIdOf('coordinator'))!, actor })
    await person.taps('A safe way to school (open)')
    expect(person.heard()).toContain("only for the programme's staff")
    await person.commands('start')
    expect(person.heard()).toContain('Hi! This is the city')
  })
})

describe.each(Object.entries(arrivals))('a partner who opened a code in %s', (_, arrives) => {
  test('sees what is due and how their measures stand, and nothing of the staff’s', async () => {
    const { measure: found, dueOn } = await house.context.store.db.deadline.findFirstOrThrow({
      where: { status: 'open', measureId: { not: null }, measure: { status: 'in_progress' } },
      orderBy: { dueOn: 'asc' },
      include: { measure: true },
    })
    const measure = found!
    house.city.putClock(addDays(dueOn.toISOString().slice(0, 10), -29))
    const { code } = await inviteContact(house.context, {
      entityId: measure.leadId,
      role: 'contact',
      label: 'Roads',
      actor,
    })
    const { person, opens } = await arrives()
    expect(await opens(code)).toContain('You speak for')
    await person.commands('start')
    await person.taps('What is due')
    expect(person.heard()).toMatch(
      new RegExp(`Overdue, and due in the next 30 days:[^]*measure ${measure.code}`),
    )
    await person.taps('To the start')
    await person.taps('Our measures')
    expect(person.heard()).toMatch(new RegExp(`Your measures:[^]*${measure.code}`))
    await person.forges!('staff:consultations')
    expect(person.heard()).toContain("only for the programme's staff")
    expect((await audit('contact.join'))[0]?.subject).toMatch(new RegExp(`^entity/${measure.leadId}/`))
  })
})

test('nobody complained about anything in all of that', () => expectNoComplaint(house))
