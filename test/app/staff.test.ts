import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '../../src/app/context.ts'
import {
  inviteContact,
  inviteStaff,
  listStaff,
  redeemInvitation,
  revokeStaff,
  type Redemption,
} from '../../src/app/staff.ts'
import { contactRoles, may, staffRoles } from '../../src/domain/staff.ts'
import { VirtualClock } from '../../src/runtime/clock.ts'
import { readConfig } from '../../src/runtime/config.ts'
import { createKeyring, hashCode } from '../../src/runtime/crypto.ts'
import { silent } from '../../src/runtime/log.ts'
import { loadText } from '../../src/runtime/text.ts'
import { contactsOf, staffOf } from '../../src/store/staff.ts'
import { openStore, type Db, type Store } from '../../src/store/store.ts'
import { freshDatabase } from '../support/database.ts'

const hourMs = 3_600_000
const start = new Date('2026-11-23T10:15:00Z')
const actor = 'cli'

let store: Store
let clock: VirtualClock
let context: Context

beforeAll(async () => {
  const { url } = await freshDatabase()
  store = openStore(url, createKeyring(randomBytes(32).toString('base64')))
})
afterAll(() => store?.close())
beforeEach(async () => {
  const { db } = store
  for (const clear of [db.guess, db.invitation, db.audit, db.person, db.entity])
    await (clear.deleteMany as () => Promise<unknown>)()
  clock = new VirtualClock(0, { now: () => start })
  context = { store, clock, text: loadText(), log: silent, config: readConfig({}) }
  await store.db.entity.create({
    data: { id: 'zdt', kind: 'municipal_agency', short: 'ZDT', names: { pl: 'Zarząd Dróg' }, roles: [] },
  })
})

async function person(db: Db = store.db): Promise<string> {
  const { id } = await db.person.create({ data: { locale: 'pl', createdOn: start } })
  return id
}

const address = (name: string) => store.keyring.lookup(name, 'address')

function redeem(code: string, from = 'telegram/1', known?: string): Promise<Redemption> {
  return store.transaction((tx) =>
    redeemInvitation(tx, {
      code,
      lookup: address(from),
      personId: known ?? (() => person(tx)),
      now: clock.now(),
    }),
  )
}

const invite = () => inviteStaff(context, { role: 'coordinator', label: 'Biurko', actor })

describe('inviting staff', () => {
  test('the code makes whoever opens it a member of staff', async () => {
    const { code } = await invite()
    const id = await person()
    expect(await redeem(code, 'telegram/1', id)).toEqual({
      kind: 'staff',
      role: 'coordinator',
      label: 'Biurko',
    })
    expect(await staffOf(store.db, id)).toEqual({
      personId: id,
      role: 'coordinator',
      label: 'Biurko',
      since: start,
    })
  })

  test('the code is forgiving about case, spaces and hyphens', async () => {
    const { code } = await invite()
    expect(await redeem(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toMatchObject({ kind: 'staff' })
  })

  test('only a hash of the code is kept', async () => {
    const { code } = await invite()
    const rows = JSON.stringify(
      [await store.db.invitation.findMany(), await store.db.audit.findMany()],
      (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
    )
    expect(rows).not.toContain(code)
    expect(rows).not.toContain(code.replaceAll('-', ''))
    expect(await store.db.invitation.findUnique({ where: { hash: hashCode(code) } })).toMatchObject({
      role: 'coordinator',
    })
  })

  test('a code works once', async () => {
    const { code } = await invite()
    await redeem(code)
    expect(await redeem(code, 'telegram/2')).toBe('wrong')
    expect(await store.db.staff.count()).toBe(1)
  })

  test('of twenty people who open the same code at once, one becomes staff', async () => {
    const { code } = await invite()
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, index) => redeem(code, `web/${index}`)))
    expect(outcomes.filter((outcome) => typeof outcome === 'object')).toHaveLength(1)
    expect(await store.db.staff.count()).toBe(1)
  })

  test('a code is good for seven days and not a moment longer', async () => {
    const [first, second] = [await invite(), await invite()]
    clock.advance(7 * 24 * hourMs - 1)
    expect(await redeem(first.code)).toMatchObject({ kind: 'staff' })
    clock.advance(1)
    expect(await redeem(second.code)).toBe('wrong')
  })

  test('a wrong code makes nobody: whoever typed it is not written down', async () => {
    expect(await redeem('AAAA-BBBB-CCCC')).toBe('wrong')
    expect(await store.db.person.count()).toBe(0)
  })

  test('somebody who is staff already gets the new role', async () => {
    const id = await person()
    for (const role of ['moderator', 'auditor'] as const)
      await redeem((await inviteStaff(context, { role, label: role, actor })).code, 'telegram/1', id)
    expect(await staffOf(store.db, id)).toMatchObject({ role: 'auditor', label: 'auditor' })
  })
})

describe('guessing codes', () => {
  test('after five wrong codes in an hour a right one is refused too, from that address only', async () => {
    const { code } = await invite()
    for (let guess = 0; guess < 5; guess += 1) expect(await redeem(`AAAA-BBBB-CCC${guess}`)).toBe('wrong')
    expect(await redeem(code)).toBe('too-many')
    expect(await redeem(code, 'telegram/2')).toMatchObject({ kind: 'staff' })
  })

  test('four wrong codes do not lock anybody out', async () => {
    const { code } = await invite()
    for (let guess = 0; guess < 4; guess += 1) await redeem(`AAAA-BBBB-CCC${guess}`)
    expect(await redeem(code)).toMatchObject({ kind: 'staff' })
  })

  test('guesses thrown all at once are counted one by one', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 15 }, (_, guess) => redeem(`AAAA-BBBB-CC${guess}`)),
    )
    expect(outcomes.filter((outcome) => outcome === 'wrong')).toHaveLength(5)
    expect(outcomes.filter((outcome) => outcome === 'too-many')).toHaveLength(10)
  })

  test('the next hour begins afresh, and nothing is kept of the guesses before', async () => {
    const { code } = await invite()
    for (let guess = 0; guess < 6; guess += 1) await redeem(`AAAA-BBBB-CCC${guess}`)
    clock.advance(hourMs)
    expect(await redeem(code)).toMatchObject({ kind: 'staff' })
    expect(
      await store.db.guess.findMany({ where: { hour: { lt: new Date('2026-11-23T11:00:00Z') } } }),
    ).toEqual([])
  })

  test('many addresses guessing together stop everybody until the hour is over', async () => {
    const { code } = await invite()
    const hour = new Date('2026-11-23T10:00:00Z')
    await redeem('AAAA-BBBB-CCCC')
    await store.db.guess.updateMany({ where: { hour }, data: { wrong: 500 } })
    expect(await redeem(code, 'telegram/99')).toBe('too-many')
    clock.advance(hourMs)
    expect(await redeem(code, 'telegram/99')).toMatchObject({ kind: 'staff' })
  })
})

describe('inviting contacts of entities', () => {
  test('the code makes whoever opens it speak for the entity', async () => {
    const { code } = await inviteContact(context, {
      entityId: 'zdt',
      role: 'superior',
      label: 'Kierownictwo',
      actor,
    })
    const id = await person()
    expect(await redeem(code, 'discord/1', id)).toEqual({
      kind: 'contact',
      entityId: 'zdt',
      role: 'superior',
      label: 'Kierownictwo',
    })
    expect(await contactsOf(store.db, id)).toEqual([
      { entityId: 'zdt', names: { pl: 'Zarząd Dróg' }, role: 'superior' },
    ])
    expect(await staffOf(store.db, id)).toBeUndefined()
  })

  test('an entity the plan does not have is refused with the ones it has', async () => {
    const refusal = inviteContact(context, { entityId: 'zdd', role: 'contact', label: '', actor })
    await expect(refusal).rejects.toMatchObject({ code: 'entity-unknown', args: { id: 'zdd', known: 'zdt' } })
    expect(await store.db.invitation.count()).toBe(0)
  })
})

describe('revoking', () => {
  test('takes the role away at once, and the list forgets it', async () => {
    const id = await person()
    await redeem((await invite()).code, 'telegram/1', id)
    await revokeStaff(context, { personId: id, actor })
    expect(await staffOf(store.db, id)).toBeUndefined()
    expect((await listStaff(context)).staff).toEqual([])
  })

  test.each([
    ['nobody’s id', randomUUID()],
    ['what is no id at all', "1'; drop table staff; --"],
  ])('%s is a problem with a name', async (_, personId) => {
    await expect(revokeStaff(context, { personId, actor })).rejects.toMatchObject({ code: 'staff-unknown' })
  })

  test('somebody who was revoked can be invited again', async () => {
    const id = await person()
    await redeem((await invite()).code, 'telegram/1', id)
    await revokeStaff(context, { personId: id, actor })
    await redeem((await invite()).code, 'telegram/1', id)
    expect(await staffOf(store.db, id)).toMatchObject({ role: 'coordinator' })
  })
})

test('the list shows who is staff and which codes are still out, without the codes', async () => {
  const [used, waiting] = [await invite(), await invite()]
  const id = await person()
  await redeem(used.code, 'telegram/1', id)
  expect(await listStaff(context)).toEqual({
    staff: [{ personId: id, role: 'coordinator', label: 'Biurko', since: start }],
    invitations: [
      { invited: { kind: 'staff', role: 'coordinator', label: 'Biurko' }, expiresAt: waiting.expiresAt },
    ],
  })
})

test('every act is in the audit table: who, when, what, on what', async () => {
  const id = await person()
  await redeem((await invite()).code, 'telegram/1', id)
  clock.advance(1000)
  await inviteContact(context, { entityId: 'zdt', role: 'contact', label: 'x', actor: id })
  await revokeStaff(context, { personId: id, actor })
  const acts = await store.db.audit.findMany({ orderBy: { id: 'asc' } })
  expect(
    acts.map(({ actor: who, act, subject, at }) => [who, act, subject, at.getTime() - start.getTime()]),
  ).toEqual([
    ['cli', 'staff.invite', 'staff', 0],
    [id, 'staff.join', `staff/${id}`, 0],
    [id, 'contact.invite', 'entity/zdt', 1000],
    ['cli', 'staff.revoke', `staff/${id}`, 1000],
  ])
})

describe('who may do what', () => {
  test('only an administrator makes staff, and only the safeguarding officer reads a case', () => {
    expect(staffRoles.filter((role) => may(role, 'staff.invite'))).toEqual(['administrator'])
    expect(staffRoles.filter((role) => may(role, 'case.read'))).toEqual(['safeguarding_officer'])
  })

  test('an auditor changes nothing', () => {
    const changing = [
      'consultation.import',
      'consultation.open',
      'consultation.close',
      'consultation.post',
      'staff.invite',
      'staff.revoke',
      'contact.invite',
      'plan.import',
      'outcome.decide',
      'text.review',
    ] as const
    expect(changing.filter((act) => may('auditor', act))).toEqual([])
  })

  test('every role has a name in every language', () => {
    const { text } = context
    for (const locale of ['pl', 'en', 'uk'] as const)
      expect(
        [...staffRoles, ...contactRoles].filter((role) => !text.keys(locale).includes(`role-${role}`)),
      ).toEqual([])
  })
})
