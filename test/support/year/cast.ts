/** Who speaks for whom in the year that is played: some entities lack somebody, one lacks everybody, two people speak for two. */
import type { Context } from '../../../src/app/context.ts'
import type { ContactRole } from '../../../src/domain/staff.ts'
import { addPerson } from '../../../src/store/respondents.ts'
import { addContact, addStaff } from '../../../src/store/staff.ts'

export interface Player {
  /** Their chat, by which the stand-in knows them. */
  readonly name: string
  readonly speaks?: readonly `${string} ${ContactRole}`[]
  readonly isCoordinator?: boolean
  /** Wants nothing between 18:00 and 9:00. */
  readonly isQuiet?: boolean
  /** Wants each thing by itself. */
  readonly isAlone?: boolean
}

export const players: readonly Player[] = [
  { name: 'office', speaks: ['pelnomocnik contact'] },
  { name: 'head', speaks: ['pelnomocnik superior'], isQuiet: true },
  { name: 'anna', isCoordinator: true },
  { name: 'bohdan', isCoordinator: true, isQuiet: true },
  { name: 'mcs', speaks: ['mcs contact'] },
  { name: 'mcs-2', speaks: ['mcs second'] },
  { name: 'we', speaks: ['we contact'], isAlone: true },
  { name: 'we-2', speaks: ['we second'] },
  { name: 'we-head', speaks: ['we superior'] },
  { name: 'ws-wk', speaks: ['ws contact', 'wk contact'], isQuiet: true },
  { name: 'ws-wk-head', speaks: ['ws superior', 'wk superior'] },
  { name: 'wk-2', speaks: ['wk second'] },
  { name: 'wpsz', speaks: ['wpsz contact'] },
  { name: 'wpsz-too', speaks: ['wpsz contact'], isQuiet: true },
  { name: 'wpsz-head', speaks: ['wpsz superior'] },
  { name: 'mops', speaks: ['mops contact'] },
  { name: 'mops-2', speaks: ['mops second'], isQuiet: true },
  { name: 'sm', speaks: ['sm contact'] },
  { name: 'zdt', speaks: ['zdt contact'], isQuiet: true },
  { name: 'zdt-2', speaks: ['zdt second'] },
  { name: 'zdt-head', speaks: ['zdt superior'] },
  { name: 'zzm-2', speaks: ['zzm second'] },
  { name: 'zzm-head', speaks: ['zzm superior'] },
  { name: 'youth', speaks: ['mrm contact', 'glos-obok contact'] },
  { name: 'razem', speaks: ['razem-spilno contact'] },
  { name: 'radio-head', speaks: ['radio-fala superior'] },
]

/** Has them all come in. */
export async function addPlayers({ store, clock }: Context): Promise<void> {
  for (const { name, speaks = [], isCoordinator, isQuiet, isAlone } of players) {
    const from = { channel: 'telegram', value: name } as const
    const id = await addPerson(store.db, store.keyring, { from, locale: 'pl', today: '2026-01-01' })
    const quiet = isQuiet ? { quietFrom: '18:00', quietTo: '09:00' } : {}
    await store.db.person.update({ where: { id }, data: { ...quiet, hasDigest: !isAlone } })
    for (const [entityId = '', role] of speaks.map((one) => one.split(' ')))
      await addContact(store.db, id, { entityId, role: role as ContactRole }, clock.now())
    if (isCoordinator) await addStaff(store.db, id, { role: 'coordinator', label: name }, clock.now())
  }
}
