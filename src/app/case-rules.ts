/** What a city may set about restricted cases. */
import { settingOf } from '../store/consultations.ts'
import type { Context } from './context.ts'

/** The setting `cases`; what it leaves out is as here. */
export interface CaseRules {
  /** Nobody has taken a case on for so long: the next one in line is told. */
  readonly answerMinutes: number
  /** A case is forgotten so many days after it was closed. */
  readonly keptDays: number
}

const usual: CaseRules = { answerMinutes: 30, keptDays: 365 }

/** The rules as they are now. */
export async function caseRules({ store }: Pick<Context, 'store'>): Promise<CaseRules> {
  return { ...usual, ...(await settingOf<Partial<CaseRules>>(store.db, 'cases')) }
}
