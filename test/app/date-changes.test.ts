/** More time, and another entity: asked for, decided once by whoever may, and told to those whom it concerns. */
import { beforeEach, describe, expect, test } from 'vitest'
import { changeDeadline } from '../../src/store/deadlines.ts'
import { buildCity } from '../support/city.ts'
import {
  beginningAnew,
  buttonIn,
  lettersOf,
  personOf,
  reminderOf,
  talkAsContact,
  type Partner,
} from '../support/partner.ts'
import { talkAsStaff } from '../support/staff.ts'
import { words } from '../support/talk.ts'

const now = '2026-11-25T10:00:00Z'
const city = await buildCity({ now })
const { context } = city
const { db } = context.store
/** Of the Municipal Guard, due on 18 December. */
const source = 'milestone/a2-1-2/m2'

const beginAnew = await beginningAnew(context)
beforeEach(beginAnew)

const due = () => db.deadline.findUniqueOrThrow({ where: { source } })
const contact = (role: 'contact' | 'second' = 'contact') => talkAsContact(context, 'sm', { role })
const question = async () => (await lettersOf(context, /^change\/\d+$/))[0]!

async function asks(partner: Partner, day = '31 December', why = 'dd:why:people') {
  const { button } = await reminderOf(context, source)
  await partner.does({ choice: button('more_time') })
  await partner.taps(day)
  return partner.taps(why)
}

describe('asking for more time', () => {
  test('asks every coordinator once, with who, what, from, to and why, and changes nothing yet', async () => {
    const partner = await contact()
    const deciders = [
      await talkAsStaff(context, 'coordinator'),
      await talkAsStaff(context, 'administrator'),
      await talkAsContact(context, 'pelnomocnik'),
    ]
    await talkAsStaff(context, 'auditor')
    expect(words(await asks(partner))).toContain('31 December instead of 18 December')
    const asked = await lettersOf(context, /^change\//)
    const ids = await Promise.all(deciders.map((one) => personOf(context, one)))
    expect(asked.map(({ to }) => to).toSorted()).toEqual(ids.toSorted())
    expect(asked[0]!.words).toBe(
      [
        '📨 Municipal Guard asks for a new date: Repair list handed to ZDT. From 18 December to 31 December.',
        'Measure 2.1.2: Child-led audits of the way to school',
        'Reason: Too few people',
      ].join('\n'),
    )
    expect(await due()).toMatchObject({ dueOn: new Date('2026-12-18'), acknowledgedAt: new Date(now) })
  })

  test('takes a day and a reason that are typed, a Saturday too', async () => {
    const partner = await contact()
    const { button } = await reminderOf(context, source)
    await partner.does({ choice: button('more_time') })
    await partner.types('9.1')
    await partner.types('Czekamy na pomiary.')
    expect(await db.changeRequest.findMany()).toMatchObject([
      { kind: 'date', from: '2026-12-18', to: '2027-01-09', reason: 'Czekamy na pomiary.' },
    ])
  })

  test.each([
    ['18.12', 'before the present date (18 December)'],
    ['wczoraj', 'gone by'],
    ['12.4.2207', 'more than two years'],
    ['za tydzień', 'could not be read'],
  ])('does not take "%s"', async (typed, said) => {
    const partner = await contact()
    const { button } = await reminderOf(context, source)
    await partner.does({ choice: button('more_time') })
    expect(words(await partner.types(typed))).toContain(said)
    expect(partner.buttons().map(({ id }) => id)).toContain('dd:to:2026-12-31')
    expect(await db.changeRequest.count()).toBe(0)
  })

  test('does not take a reason that is too long, and keeps the day', async () => {
    const partner = await contact()
    const { button } = await reminderOf(context, source)
    await partner.does({ choice: button('more_time') })
    await partner.taps('31 December')
    expect(words(await partner.types('a'.repeat(501)))).toContain('500 characters at most')
    await partner.taps('dd:why:money')
    expect(await db.changeRequest.findMany()).toMatchObject([{ to: '2026-12-31', reason: '@money' }])
  })

  test('again replaces the earlier request, whose asker is told and whose message is taken back', async () => {
    const [first, second] = [await contact(), await contact('second')]
    const coordinator = await talkAsStaff(context, 'coordinator')
    await asks(first)
    const old = await question()
    await asks(second, '18 January 2027')
    expect((await lettersOf(context, /^change\/\d+$/)).map(({ words: said }) => said)).toEqual([
      expect.stringContaining('to 18 January 2027'),
    ])
    expect((await lettersOf(context, /replaced$/)).map(({ to }) => to)).toEqual([first.personId])
    expect(words(await coordinator.does({ choice: buttonIn(old, ':yes') }))).toContain('out of date')
    expect((await due()).dueOn).toEqual(new Date('2026-12-18'))
  })

  test('says which day waits already when it is asked for again', async () => {
    const partner = await contact()
    await talkAsStaff(context, 'coordinator')
    await asks(partner)
    const { button } = await reminderOf(context, source)
    expect(words(await partner.does({ choice: button('more_time') }))).toContain('31 December is waiting')
  })
})

describe('a decision', () => {
  test('to approve moves the date, is written down, and is told to the asker and the other contacts', async () => {
    const [partner, second] = [await contact(), await contact('second')]
    const coordinator = await talkAsStaff(context, 'coordinator')
    await asks(partner, '18 January 2027')
    const said = words(await coordinator.does({ choice: buttonIn(await question(), ':yes') }))
    expect(said).toContain('Was 18 December, is now 18 January 2027')
    expect(await due()).toMatchObject({
      dueOn: new Date('2027-01-18'),
      acknowledgedAt: null,
      nextAt: new Date(now),
    })
    const told = await lettersOf(context, /decided$/)
    expect(told.map(({ to }) => to).toSorted()).toEqual([partner.personId, second.personId].toSorted())
    expect(told[0]!.words).toContain('is now 18 January 2027')
    expect(await db.planChange.findMany({ where: { field: { not: '' } } })).toMatchObject([
      {
        subject: source,
        field: 'due',
        from: '2026-12-18',
        to: '2027-01-18',
        why: 'Brakuje ludzi',
        actor: await personOf(context, coordinator),
      },
    ])
  })

  test('not now leaves the date, and says so', async () => {
    const partner = await contact()
    const coordinator = await talkAsContact(context, 'pelnomocnik')
    await asks(partner)
    await coordinator.does({ choice: buttonIn(await question(), ':no') })
    expect((await due()).dueOn).toEqual(new Date('2026-12-18'))
    expect((await lettersOf(context, /decided$/))[0]!.words).toContain('It stays 18 December')
    expect(await db.planChange.count()).toBe(0)
  })

  test('that comes second says what was decided and by whom, and changes nothing', async () => {
    const partner = await contact()
    const [one, other] = [
      await talkAsStaff(context, 'coordinator'),
      await talkAsStaff(context, 'administrator'),
    ]
    await asks(partner)
    const asked = await question()
    await one.does({ choice: buttonIn(asked, ':no') })
    expect(await lettersOf(context, /^change\/\d+$/)).toEqual([])
    expect(words(await other.does({ choice: buttonIn(asked, ':yes') }))).toContain(
      'decided: it stays 18 December. Desk of the coordinator, 25 November',
    )
    expect((await due()).dueOn).toEqual(new Date('2026-12-18'))
  })

  test('of two at the very same moment: one counts, the other hears of it', async () => {
    const partner = await contact()
    const [one, other] = [
      await talkAsStaff(context, 'coordinator'),
      await talkAsStaff(context, 'administrator'),
    ]
    await asks(partner)
    const asked = await question()
    const said = (
      await Promise.all([
        one.does({ choice: buttonIn(asked, ':yes') }),
        other.does({ choice: buttonIn(asked, ':no') }),
      ])
    ).map(words)
    const { isApproved } = await db.changeRequest.findFirstOrThrow()
    expect(said[isApproved ? 0 : 1]).toMatch(isApproved ? /Approved/ : /No change/)
    expect(said[isApproved ? 1 : 0]).toContain('This has been decided')
    expect((await due()).dueOn).toEqual(new Date(isApproved ? '2026-12-31' : '2026-12-18'))
    expect(await lettersOf(context, /decided$/)).toHaveLength(1)
    expect(await db.audit.count({ where: { act: { startsWith: 'change.' } } })).toBe(1)
  })

  test('about a date that changed meanwhile is none any more', async () => {
    const partner = await contact()
    const coordinator = await talkAsStaff(context, 'coordinator')
    await asks(partner)
    const asked = await question()
    await changeDeadline(db, (await due()).id, { dueOn: '2027-02-01' }, context.clock.now())
    expect(words(await coordinator.does({ choice: buttonIn(asked, ':yes') }))).toContain('out of date')
    expect((await due()).dueOn).toEqual(new Date('2027-02-01'))
  })

  test.each(['auditor', 'moderator'] as const)(
    'is not for the %s, nor for the entity itself',
    async (role) => {
      const [partner, other] = [await contact(), await talkAsStaff(context, role)]
      await talkAsStaff(context, 'coordinator')
      await asks(partner)
      const asked = await question()
      for (const person of [partner, other])
        expect(words(await person.does({ choice: buttonIn(asked, ':yes') }))).toContain(
          'belongs to another entity',
        )
      expect(await db.changeRequest.findMany()).toMatchObject([{ decidedAt: null }])
    },
  )
})

describe('those who decide', () => {
  test('move a date at once, and the entity is told', async () => {
    const [partner, coordinator] = [await contact(), await talkAsStaff(context, 'coordinator')]
    const { button } = await reminderOf(context, source, '>coordinator')
    await coordinator.does({ choice: button('open') })
    await coordinator.taps(':more_time')
    await coordinator.taps('31 December')
    expect(words(await coordinator.taps('dd:why:waiting'))).toContain('The new date is 31 December')
    expect((await due()).dueOn).toEqual(new Date('2026-12-31'))
    expect((await lettersOf(context, /decided$/)).map(({ to }) => to)).toEqual([partner.personId])
  })

  test('do not decide about what their own entity asks for while somebody else can', async () => {
    const own = 'milestone/a1-1-1/m3'
    const asker = await talkAsContact(context, 'pelnomocnik')
    const { button } = await reminderOf(context, own)
    const other = await talkAsStaff(context, 'coordinator')
    await asker.does({ choice: button('more_time') })
    await asker.taps('31 December')
    expect(words(await asker.taps('dd:why:waiting'))).toContain('Request sent')
    const asked = await question()
    expect(asked.to).toBe(await personOf(context, other))
    expect(words(await asker.does({ choice: buttonIn(asked, ':yes') }))).toContain('Somebody else decides')
    await other.does({ choice: buttonIn(asked, ':yes') })
    expect((await db.deadline.findUniqueOrThrow({ where: { source: own } })).dueOn).toEqual(
      new Date('2026-12-31'),
    )
  })
})
