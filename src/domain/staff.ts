/** Who works for the programme, and which role may do which act. */

export const staffRoles = [
  'administrator',
  'coordinator',
  'moderator',
  'safeguarding_officer',
  'auditor',
] as const
export type StaffRole = (typeof staffRoles)[number]

/** Whom a contact stands for in an entity: asked first, asked second, asked when nobody answered. */
export const contactRoles = ['contact', 'second', 'superior'] as const
export type ContactRole = (typeof contactRoles)[number]

/** Every act of staff, and the roles that may do it; what is not here may nobody do. */
export const acts = {
  'consultation.read': ['administrator', 'coordinator', 'moderator', 'auditor'],
  'consultation.import': ['administrator', 'coordinator'],
  'consultation.open': ['administrator', 'coordinator'],
  'consultation.close': ['administrator', 'coordinator'],
  'consultation.post': ['administrator', 'coordinator'],
  'results.read': ['administrator', 'coordinator', 'moderator', 'auditor'],
  'outcome.decide': ['coordinator'],
  'text.review': ['moderator', 'safeguarding_officer'],
  'plan.read': ['administrator', 'coordinator', 'auditor'],
  'plan.import': ['administrator', 'coordinator'],
  'date-change.decide': ['administrator', 'coordinator'],
  'announcement.write': ['administrator', 'coordinator'],
  'announcement.approve': ['administrator', 'coordinator'],
  'delivery.read': ['administrator', 'coordinator', 'auditor'],
  'helpline.check': ['administrator'],
  'case.read': ['safeguarding_officer'],
  'case.close': ['safeguarding_officer'],
  'staff.invite': ['administrator'],
  'staff.list': ['administrator', 'auditor'],
  'staff.revoke': ['administrator'],
  'contact.invite': ['administrator', 'coordinator'],
  'audit.read': ['administrator', 'auditor'],
} as const satisfies Readonly<Record<string, readonly StaffRole[]>>
export type StaffAct = keyof typeof acts

/** Whether a member of staff with this role may do this. */
export function may(role: StaffRole, act: StaffAct): boolean {
  return (acts[act] as readonly StaffRole[]).includes(role)
}

/** The role of that name, if there is one. */
export function staffRoleOf(name: string): StaffRole | undefined {
  return staffRoles.find((role) => role === name)
}
