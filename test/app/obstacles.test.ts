/** Something is in the way, or belongs to somebody else: who is asked, who is told, and what the coordination decides. */
import { beforeEach, describe, expect, test } from 'vitest'
import { buildCity } from '../support/city.ts'
import {
  beginningAnew,
  buttonIn,
  lettersOf,
  personOf,
  reminderOf,
  talkAsContact,
} from '../support/partner.ts'
import { talkAsStaff } from '../support/staff.ts'
import { words } from '../support/talk.ts'

const { context } = await buildCity({ now: '2026-11-25T10:00:00Z' })
const { db } = context.store
/** Of the Municipal Guard, supported by two schools' entities; due on 18 December. */
const source = 'milestone/a2-1-2/m2'
beforeEach(await beginningAnew(context))

const due = () => db.deadline.findUniqueOrThrow({ where: { source } })
const contact = (entityId = 'sm') => talkAsContact(context, entityId)
const { button } = await reminderOf(context, source)

describe('somebody is in the way', () => {
  test('is chosen from the entities of the measure first, then from all others page by page', async () => {
    const partner = await contact()
    await partner.does({ choice: button('blocked') })
    const near = (await db.measureSupporter.findMany({ where: { measureId: 'a2-1-2' } })).map(
      ({ entityId }) => `dd:by:${entityId}`,
    )
    expect(
      partner
        .buttons()
        .map(({ id }) => id)
        .slice(0, near.length)
        .toSorted(),
    ).toEqual(near.toSorted())
    const seen = new Set<string>()
    for (let more = true; more;) {
      for (const { id } of partner.buttons()) seen.add(id)
      more = partner.buttons().some(({ id }) => id.startsWith('dd:page:'))
      if (more) await partner.taps(partner.buttons().find(({ id }) => id.startsWith('dd:page:'))!.id)
    }
    const others = (await db.entity.count()) - 1
    expect([...seen].filter((id) => /^dd:by:[^-]/.test(id))).toHaveLength(others)
    expect(seen).not.toContain('dd:by:sm')
  })

  test.each(['Roads and Transport Authority', 'roads and transport autority', 'ZDT', 'zdt'])(
    'is found when "%s" is typed',
    async (typed) => {
      const partner = await contact()
      await partner.does({ choice: button('blocked') })
      await partner.types(typed)
      await partner.taps('dd:skip')
      const [, answer] = await db.acknowledgement.findMany({ orderBy: { id: 'asc' } })
      expect(answer).toMatchObject({ answer: 'blocked', details: { by: 'zdt' } })
    },
  )

  test('who is in the way is told once, and whoever waits hears each answer once', async () => {
    const [partner, blocker] = [await contact(), await contact('zdt')]
    await partner.does({ choice: button('blocked') })
    await partner.types('zdt')
    await partner.types('Lista zebr.')
    const [told] = await lettersOf(context, /^blocked\//)
    expect(told).toMatchObject({ to: blocker.personId })
    expect(told!.words).toBe(
      '🚧 Municipal Guard waits for you: Repair list handed to ZDT. Due on 18 December.\nMissing: Lista zebr.',
    )
    for (let times = 0; times < 2; times += 1) await blocker.does({ choice: buttonIn(told!, ':yes') })
    expect(
      (await lettersOf(context, /^blocked\/\d+\/yes$/)).map(({ to, words: said }) => [to, said]),
    ).toEqual([
      [
        partner.personId,
        '🙌 Roads and Transport Authority writes: we are on it. (Repair list handed to ZDT)',
      ],
    ])
  })

  test('nobody but who is in the way answers for it', async () => {
    const [partner, stranger] = [await contact(), await contact('ws')]
    await contact('zdt')
    await partner.does({ choice: button('blocked') })
    await partner.types('zdt')
    await partner.taps('dd:skip')
    const [told] = await lettersOf(context, /^blocked\//)
    expect(words(await stranger.does({ choice: buttonIn(told!, ':no') }))).toContain('another entity')
    expect(await lettersOf(context, /^blocked\/\d+\/no$/)).toEqual([])
  })

  test('outside of the plan nobody is told, and the coordination sees it in its list', async () => {
    const [partner, coordinator] = [await contact(), await talkAsStaff(context, 'coordinator')]
    await partner.does({ choice: button('blocked') })
    await partner.taps('dd:by:-')
    await partner.types('Decyzja konserwatora.')
    expect(await lettersOf(context, /./)).toEqual([])
    const seen = words(await coordinator.types('/deadlines'))
    expect(seen).toContain(
      'Repair list handed to ZDT (Municipal Guard), by 18 December – waits for somebody outside',
    )
    expect(seen).toContain('Missing: Decyzja konserwatora.')
  })
})

describe('not ours', () => {
  test('goes to the other entity when the coordination says so, and both are told', async () => {
    const [partner, other] = [await contact(), await contact('zdt')]
    const coordinator = await talkAsStaff(context, 'coordinator')
    await partner.does({ choice: button('not_ours') })
    expect(words(await partner.types('ZDT'))).toContain('would go to Roads and Transport Authority')
    const [asked] = await lettersOf(context, /^change\/\d+$/)
    expect(asked!.words).toContain('It would go to: Roads and Transport Authority')
    await coordinator.does({ choice: buttonIn(asked!, ':yes') })
    expect(await due()).toMatchObject({ entityId: 'zdt', status: 'open' })
    const told = new Map((await lettersOf(context, /decided$/)).map((letter) => [letter.to, letter]))
    expect(told.get(partner.personId)!.words).toContain('is now Roads and Transport Authority')
    expect(told.get(other.personId)!.words).toContain('This is yours from now on')
    await other.does({ choice: buttonIn(told.get(other.personId)!, ':on_track') })
    expect(await db.acknowledgement.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({
      answer: 'on_track',
    })
    expect((await db.deadline.findMany({ where: { measureId: 'a2-1-2', entityId: 'zdt' } })).length).toBe(1)
  })

  test('of nobody knows whom is given to somebody by whoever decides', async () => {
    const partner = await contact()
    const coordinator = await talkAsStaff(context, 'coordinator')
    await partner.does({ choice: button('not_ours') })
    await partner.taps('dd:by:-')
    const [asked] = await lettersOf(context, /^change\/\d+$/)
    await coordinator.does({ choice: buttonIn(asked!, ':not_ours') })
    expect(words(await coordinator.taps('dd:by:-'))).toContain('choose from the list')
    expect(words(await coordinator.types('ZDT'))).toContain('Handed over')
    expect(await due()).toMatchObject({ entityId: 'zdt' })
    expect((await lettersOf(context, /decided$/)).map(({ to }) => to)).toEqual([partner.personId])
    const change = await db.planChange.findFirstOrThrow()
    expect(change).toMatchObject({ field: 'lead', from: 'sm', to: 'zdt' })
    expect(change.actor).toBe(await personOf(context, coordinator))
  })

  test('stays where it is when the coordination says so', async () => {
    const partner = await contact()
    const coordinator = await talkAsStaff(context, 'coordinator')
    await partner.does({ choice: button('not_ours') })
    await partner.types('zdt')
    const [asked] = await lettersOf(context, /^change\/\d+$/)
    await coordinator.does({ choice: buttonIn(asked!, ':no') })
    expect(await due()).toMatchObject({ entityId: 'sm' })
    expect((await lettersOf(context, /decided$/))[0]!.words).toContain('It stays Municipal Guard')
  })
})
