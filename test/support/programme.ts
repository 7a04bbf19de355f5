/** A small programme to be reminded of: three departments, policies, people who speak for them, and what these people are told. */
import { remind } from '../../jobs/remind.ts'
import { render } from '../../src/app/render.ts'
import type { Reply } from '../../src/domain/dialogue.ts'
import { instantOf } from '../../src/domain/moment.ts'
import type { Day, Locale } from '../../src/domain/phrase.ts'
import type { ContactRole, StaffRole } from '../../src/domain/staff.ts'
import { dateOf } from '../../src/runtime/clock.ts'
import { addPerson } from '../../src/store/respondents.ts'
import { addContact, addStaff } from '../../src/store/staff.ts'
import { buildCity, type City } from './city.ts'

export interface Speaker {
  /** `entity role`, such as `parks contact`. */
  readonly speaks?: readonly `${string} ${ContactRole}`[]
  readonly staff?: StaffRole
  readonly locale?: Locale
  readonly quiet?: readonly [from: string, to: string]
  readonly hasDigest?: boolean
  readonly isStopped?: boolean
}

/** A message that has not left: to whom, under which name, and what it says. */
export interface Told {
  readonly to: string
  readonly about: string
  readonly text: string
}

export interface Programme {
  readonly city: City
  /** Everybody goes by a name of the test's, which is their chat's as well. Returns their id. */
  person(name: string, speaker: Speaker): Promise<string>
  /** A milestone of `parks` under the policy `standard` unless told; named after its day. */
  due(dueOn: Day, known?: { readonly entityId?: string; readonly policyId?: string }): Promise<bigint>
  /** Puts the clock to a moment in Kraków, `2026-12-09 08:00`, and reminds. */
  tick(moment: string): Promise<void>
  /** What waits to be sent, in the order of names. */
  waiting(): Promise<readonly Told[]>
  /** Takes what waits as sent. */
  send(): Promise<readonly Told[]>
}

const ladder = [
  { after_days: 7, to: 'coordinator' },
  { after_days: 14, to: 'plenipotentiary' },
]
const standard = { offsets_days: [-14, -7, -1, 0], overdue_days: [1, 7, 14], escalate: ladder }
/** `meeting` has no digest. */
const policies = { standard, meeting: { offsets_days: [-7, -1], digest: false } }

const names = {
  parks: { pl: 'Zieleń', en: 'Parks', uk: 'Зелень' },
  roads: { pl: 'Drogi', en: 'Roads', uk: 'Дороги' },
  office: { pl: 'Biuro', en: 'Office', uk: 'Бюро' },
}

/** Opens it; the coordinators sit in `office`. */
export async function openProgramme(): Promise<Programme> {
  const city = await buildCity({ isSeeded: false, now: '2026-11-25T05:00:00Z' })
  const { store, clock } = city.context
  const { db, keyring } = store
  await db.entity.createMany({
    data: Object.entries(names).map(([id, text]) => ({
      id,
      kind: 'city_unit',
      short: id,
      names: text,
      roles: [],
    })),
  })
  await db.reminderPolicy.createMany({ data: Object.entries(policies).map(([id, steps]) => ({ id, steps })) })
  const [startsOn, endsOn] = [dateOf('2026-01-01'), dateOf('2027-12-31')]
  const plan = { version: 1, names: { pl: 'Plan' }, startsOn, endsOn, coordinator: 'office', cycle: [] }
  await db.plan.create({ data: { id: 'plan', ...plan } })
  const called = new Map<string, string>()

  const toldOf = async () => {
    const rows = await db.delivery.findMany({ where: { batch: 0, status: { in: ['waiting', 'held'] } } })
    const locales = new Map((await db.person.findMany()).map(({ id, locale }) => [id, locale as Locale]))
    const told = rows.map(({ recipientId, about, message }): Told => {
      const reply = JSON.parse(keyring.open(message!, `delivery:${about}`)) as Reply
      const { text } = render(city.context.text, locales.get(recipientId)!, reply)
      return { to: called.get(recipientId)!, about, text }
    })
    return told.toSorted((one, other) => `${one.to} ${one.about}`.localeCompare(`${other.to} ${other.about}`))
  }

  return {
    city,
    async person(name, { speaks = [], staff, locale = 'pl', quiet, hasDigest, isStopped }) {
      const from = { channel: 'telegram', value: name } as const
      const id = await addPerson(db, keyring, { from, locale, today: '2026-11-25' })
      called.set(id, name)
      const [quietFrom = null, quietTo = null] = quiet ?? []
      const stoppedAt = isStopped ? clock.now() : null
      await db.person.update({
        where: { id },
        data: { quietFrom, quietTo, stoppedAt, hasDigest: hasDigest ?? true },
      })
      for (const [entityId = '', role] of speaks.map((one) => one.split(' ')))
        await addContact(db, id, { entityId, role: role as ContactRole }, clock.now())
      if (staff) await addStaff(db, id, { role: staff, label: name }, clock.now())
      return id
    },
    async due(dueOn, { entityId = 'parks', policyId = 'standard' } = {}) {
      const source = `milestone/${entityId}/${dueOn}`
      const text = { pl: `Krok ${dueOn}`, en: `Step ${dueOn}`, uk: `Крок ${dueOn}` }
      const row = { source, entityId, policyId, names: text, dueOn: dateOf(dueOn), nextAt: clock.now() }
      return (await db.deadline.create({ data: row })).id
    },
    async tick(moment) {
      const [day = '', time = ''] = moment.split(' ')
      city.putClock(instantOf({ day, time }, 'Europe/Warsaw'))
      await remind(city.context)
    },
    waiting: toldOf,
    async send() {
      const told = await toldOf()
      await db.delivery.updateMany({
        where: { batch: 0, status: { in: ['waiting', 'held'] } },
        data: { status: 'accepted', settledAt: clock.now(), message: null },
      })
      return told
    },
  }
}
