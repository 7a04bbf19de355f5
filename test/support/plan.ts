/** Plans to test with: the sample as values that can be changed, and a large one. */
import { parse, stringify } from 'yaml'
import { sample } from './city.ts'

/** A plan's file as plain values. */
// oxlint-disable-next-line typescript/no-explicit-any
export type LoosePlan = any

/** The sample plan after a change, as YAML. */
export async function samplePlan(change: (plan: LoosePlan) => void = () => undefined): Promise<string> {
  const plan: LoosePlan = parse(await sample('plan'))
  change(plan)
  return stringify(plan, { lineWidth: 0, aliasDuplicateObjects: false })
}

/** A plan with so many measures, each with two milestones, a line of budget and a risk, and an indicator for every tenth. */
export async function largePlan(measures: number): Promise<string> {
  return samplePlan((plan) => {
    const [pattern] = plan.actions
    const [indicator] = plan.indicators
    const numbers = Array.from({ length: measures }, (_, n) => n + 1)
    plan.plan.id = 'large'
    plan.indicators = numbers
      .filter((n) => n % 10 === 0)
      .map((n) => ({ ...indicator, id: `i${n}`, name: { pl: `Wskaźnik ${n}`, en: `Indicator ${n}` } }))
    plan.actions = numbers.map((n) => ({
      ...pattern,
      id: `a${n}`,
      code: `1.1.${n}`,
      name: { pl: `Działanie ${n}`, en: `Measure ${n}` },
      milestones: [
        {
          id: 'm1',
          name: { pl: 'Początek', en: 'Beginning' },
          due: '2026-05-31',
          status: 'done',
          done_on: '2026-05-30',
        },
        { id: 'm2', name: { pl: 'Koniec', en: 'End' }, due: '2027-06-30', status: 'open' },
      ],
      budget: [{ year: 2026, source: 'own', planned: 1000.55 + n, spent: n / 100 }],
      indicators: n % 10 === 0 ? [`i${n}`] : [],
      evidence: [],
    }))
  })
}
