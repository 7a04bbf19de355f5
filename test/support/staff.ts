/** Members of staff who talk to the system as everybody does. */
import type { Context } from '../../src/app/context.ts'
import { inviteStaff } from '../../src/app/staff.ts'
import type { StaffRole } from '../../src/domain/staff.ts'
import { talk, type Talk } from './talk.ts'

/** Somebody who opened an invitation to this role. */
export async function talkAsStaff(
  context: Context,
  role: StaffRole,
  options: Parameters<typeof talk>[1] = {},
): Promise<Talk> {
  const { code } = await inviteStaff(context, { role, label: `Desk of the ${role}`, actor: 'test' })
  const person = talk(context, options)
  await person.types(`/start i-${code}`)
  return person
}
