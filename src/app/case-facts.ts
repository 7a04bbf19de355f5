/** What was disclosed in a turn, and who has taken it on, carried out in the turn's own transaction. */
import type { CaseFact } from '../domain/case.ts'
import { Problem } from '../domain/problem.ts'
import { record } from '../store/audit.ts'
import { acknowledgeCase, addCase, keepCaseContact } from '../store/cases.ts'
import { alertContact, alertOfCases } from './case-alerts.ts'
import type { Context } from './context.ts'
import type { Speaker } from './facts.ts'

/** @throws {Problem} `case-over`, or `case-taken` when somebody was faster */
export async function settleCase(context: Context, fact: CaseFact, { personId }: Speaker): Promise<void> {
  const { db, safe } = context.store
  const at = context.clock.now()
  if (fact.is === 'disclosed') {
    const { case: id, priority, text, category, under } = fact
    await addCase(db, safe!, { id, priority, content: { text, category, under }, at })
    return alertOfCases(context)
  }
  if (fact.is === 'contactLeft') {
    if (!(await keepCaseContact(db, safe!, fact.case, fact.text))) throw new Problem('case-over')
    return alertContact(context, fact.case)
  }
  if (!(await acknowledgeCase(db, fact.case, at))) throw new Problem('case-taken')
  await record(db, { at, actor: personId!, act: 'case.take', subject: `case/${fact.case}` })
}
