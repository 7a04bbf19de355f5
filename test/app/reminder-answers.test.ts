/** Answers to reminders: one tap, what it changes, and what it does not change any more. */
import { beforeEach, describe, expect, test } from 'vitest'
import { changeDeadline } from '../../src/store/deadlines.ts'
import { buildCity } from '../support/city.ts'
import { beginningAnew, buttonIn, lettersOf, reminderOf, talkAsContact } from '../support/partner.ts'
import { talkAsStaff } from '../support/staff.ts'
import { talk, words } from '../support/talk.ts'

const now = '2026-11-25T10:00:00Z'
const city = await buildCity({ now })
const { context } = city
const { db } = context.store
/** Due on 18 December. */
const source = 'milestone/a2-1-2/m2'

const beginAnew = await beginningAnew(context)
beforeEach(async () => {
  city.putClock(now)
  await beginAnew()
})

const due = () => db.deadline.findUniqueOrThrow({ where: { source }, include: { entity: true } })
const history = async () =>
  (await db.planChange.findMany({ where: { field: 'status' }, orderBy: { id: 'asc' } })).map(
    ({ field, from, to }) => [field, from, to],
  )
const owner = (options = {}) => due().then(({ entityId }) => talkAsContact(context, entityId, options))

describe('on track', () => {
  test('is thanked for and written down, with the step that was answered', async () => {
    const partner = await owner()
    const { button, about, id } = await reminderOf(context, source)
    expect(words(await partner.does({ choice: button('on_track') }))).toContain('will be on time')
    expect(await db.acknowledgement.findMany()).toMatchObject([
      { deadlineId: id, step: about.step, answer: 'on_track', personId: partner.personId },
    ])
    expect(await due()).toMatchObject({ status: 'open', acknowledgedAt: new Date(now) })
  })

  test('said twice is noted once, and the second time only a passing word says so', async () => {
    const partner = await owner()
    const { button } = await reminderOf(context, source)
    await partner.does({ choice: button('on_track') })
    expect(await partner.does({ choice: button('on_track') })).toMatchObject([
      { text: 'Noted already.', isNotice: true },
    ])
    expect(await db.acknowledgement.count()).toBe(1)
  })

  test('works in the middle of a question, which still stands afterwards', async () => {
    const partner = await owner()
    const { button } = await reminderOf(context, source)
    await partner.types('/start c-free-time-and-sport')
    await partner.does({ choice: button('on_track') })
    await partner.taps('resume')
    expect(partner.buttons().some(({ id }) => id.startsWith('g:'))).toBe(true)
  })

  test('tells nobody anything about a deadline that is not theirs, nor whether it exists', async () => {
    const [stranger, other] = [talk(context), await talkAsContact(context, 'ws')]
    const { button } = await reminderOf(context, source)
    const said = await Promise.all(
      [stranger, other].flatMap((one) =>
        [button('on_track'), button('open'), 'due:zzzz:20261201:-7:open'].map((choice) =>
          one.does({ choice }),
        ),
      ),
    )
    for (const reply of said) expect(words(reply)).toContain('belongs to another entity')
    expect(await db.acknowledgement.count()).toBe(0)
  })

  test('of a coordinator stops the notices', async () => {
    const coordinator = await talkAsStaff(context, 'coordinator')
    const { button } = await reminderOf(context, source, '>coordinator')
    expect(words(await coordinator.does({ choice: button('on_track') }))).toContain('no more notices')
    expect((await due()).acknowledgedAt).toEqual(new Date(now))
  })
})

describe('done', () => {
  test('is done today, with words, a link and a file to show it, one after the other', async () => {
    const partner = await owner()
    const { button } = await reminderOf(context, source)
    expect(words(await partner.does({ choice: button('done') }))).toMatch(/Done:.*What shows it/s)
    expect(await due()).toMatchObject({ status: 'done', doneOn: new Date('2026-11-25'), nextAt: null })
    expect(words(await partner.types('Lista obecności w załączniku'))).toContain('Anything else')
    await partner.types('https://example.org/raport')
    const content = new TextEncoder().encode('lista')
    await partner.does({
      file: { name: 'lista.txt', mediaType: 'text/plain', read: async () => content },
    })
    expect(words(await partner.taps('dd:enough'))).toContain('that is all')
    const kept = await db.evidence.findMany({ orderBy: { kind: 'asc' } })
    expect(kept.map(({ kind, deadline, givenBy }) => [kind, deadline, givenBy])).toEqual(
      ['file', 'link', 'text'].map((kind) => [kind, source, partner.personId]),
    )
    expect(await history()).toEqual([['status', 'open', 'done']])
  })

  test('can be another day, which is not in the future', async () => {
    const partner = await owner()
    const { button } = await reminderOf(context, source)
    await partner.does({ choice: button('done') })
    await partner.taps('dd:other-day')
    expect(words(await partner.types('26.11.2026'))).toContain('still to come')
    expect(words(await partner.types('20.11'))).toContain('done on 20 November')
    expect((await due()).doneOn).toEqual(new Date('2026-11-20'))
    expect(words(await partner.taps('dd:enough'))).toContain('Thank you')
  })

  test('is taken back when it was a mistake, and written down either way', async () => {
    const partner = await owner()
    const { button } = await reminderOf(context, source)
    await partner.does({ choice: button('done') })
    expect(words(await partner.taps(':reopen'))).toContain('open again')
    expect(await due()).toMatchObject({ status: 'open', doneOn: null, nextAt: new Date(now) })
    expect(partner.buttons().map(({ label }) => label)).toContain('Done')
    expect(await history()).toEqual([
      ['status', 'open', 'done'],
      ['status', 'done', 'open'],
    ])
  })

  test('makes a request that waits for a decision wait no more', async () => {
    const [partner, coordinator] = [await owner(), await talkAsStaff(context, 'coordinator')]
    const { button } = await reminderOf(context, source)
    await partner.does({ choice: button('more_time') })
    await partner.taps('End of the quarter: 31 December')
    await partner.taps('dd:why:waiting')
    const [asked] = await lettersOf(context, /^change\/\d+$/)
    await partner.does({ choice: button('done') })
    expect(await lettersOf(context, /^change\/\d+$/)).toEqual([])
    expect(words(await coordinator.does({ choice: buttonIn(asked!, ':yes') }))).toContain('out of date')
    expect((await due()).status).toBe('done')
  })

  test('hours later a word is no evidence: the question is asked again', async () => {
    const partner = await owner()
    const { button } = await reminderOf(context, source)
    await partner.does({ choice: button('done') })
    city.putClock('2026-11-26T10:00:00Z')
    expect(words(await partner.types('dzień dobry'))).toContain('Anything else')
    expect(await db.evidence.count()).toBe(0)
  })
})

describe('an old reminder', () => {
  test('of something done meanwhile says when, and changes nothing', async () => {
    const partner = await owner()
    const { button, id } = await reminderOf(context, source)
    await changeDeadline(db, id, { status: 'done', doneOn: '2026-11-20' }, context.clock.now())
    for (const act of ['on_track', 'done', 'more_time', 'blocked', 'not_ours'] as const)
      expect(words(await partner.does({ choice: button(act) }))).toContain('done already (20 November)')
    expect(await db.acknowledgement.count()).toBe(0)
  })

  test('of a date that was moved says the date of now, with fresh buttons that work', async () => {
    const partner = await owner()
    const { button, id } = await reminderOf(context, source)
    await changeDeadline(db, id, { dueOn: '2027-05-04' }, context.clock.now())
    expect(words(await partner.does({ choice: button('done') }))).toContain('It is now 4 May 2027')
    expect(await due()).toMatchObject({ status: 'open' })
    await partner.taps(':on_track')
    expect(await db.acknowledgement.findMany()).toMatchObject([{ dueOn: new Date('2027-05-04'), step: '' }])
  })

  test('of something that left the plan says so', async () => {
    const partner = await owner()
    const { button, id } = await reminderOf(context, source)
    await changeDeadline(db, id, { status: 'dropped' }, context.clock.now())
    expect(words(await partner.does({ choice: button('done') }))).toContain('no longer in the plan')
    expect((await due()).status).toBe('dropped')
  })

  test('of something another entity has by now says which, to whoever was reminded of it', async () => {
    const partner = await owner()
    const { button, id, about } = await reminderOf(context, source)
    await db.reminder.create({
      data: {
        deadlineId: id,
        dueOn: new Date(about.dueOn),
        step: about.step,
        personId: partner.personId,
        role: 'contact',
        decidedAt: new Date(now),
      },
    })
    await changeDeadline(db, id, { entityId: 'ws' }, context.clock.now())
    expect(words(await partner.does({ choice: button('done') }))).toContain('with Sports Department now')
    expect((await due()).status).toBe('open')
  })

  test('redelivered, a tap is answered with the same words and counts once', async () => {
    const partner = await owner()
    const { button } = await reminderOf(context, source)
    const tap = { id: 'the-same', choice: button('done') }
    const first = await partner.does(tap)
    expect(await partner.does(tap)).toEqual(first)
    expect(await db.acknowledgement.count()).toBe(1)
    expect(await history()).toHaveLength(1)
  })
})
