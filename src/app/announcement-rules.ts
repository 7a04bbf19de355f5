/** What a city may set about announcements. */
import type { BudgetRule } from '../store/recipients.ts'
import { settingOf } from '../store/consultations.ts'
import type { Context } from './context.ts'

/** The setting `announcements`; what it leaves out is as here. */
export interface AnnouncementRules {
  /** The most that a young person gets in seven days. */
  readonly perWeek: number
  /** Fewer young people are never written to by themselves: the list of them would point at somebody. */
  readonly fewestYouth: number
  /** Who got what is forgotten so many days after the end. */
  readonly keptDays: number
}

const usual: AnnouncementRules = { perWeek: 3, fewestYouth: 10, keptDays: 90 }
const weekMs = 7 * 86_400_000

/** The rules as they are now. */
export async function announcementRules({ store }: Pick<Context, 'store'>): Promise<AnnouncementRules> {
  return { ...usual, ...(await settingOf<Partial<AnnouncementRules>>(store.db, 'announcements')) }
}

/** How much a young person gets in a week, and since when announcements count. */
export async function budgetRule({ store, clock }: Context): Promise<BudgetRule> {
  const { perWeek } = await announcementRules({ store })
  return { perWeek, since: new Date(clock.now().getTime() - weekMs) }
}
