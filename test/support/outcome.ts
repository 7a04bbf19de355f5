/** Outcomes to test with: three themes of the sample consultation, two of them linked to the sample plan. */
import { stringify } from 'yaml'
import { importPlan } from '../../src/app/plans.ts'
import type { Context } from '../../src/app/context.ts'
import { samplePlan } from './plan.ts'

export const answered = 'safe-way-to-school'
/** In progress when the tests begin; a step of it is due at the end of October 2026. */
export const streets = 'a2-1-1'
/** Planned when the tests begin. */
export const points = 'a2-2-3'

export interface FileTheme {
  readonly said: Readonly<Record<string, string>>
  readonly decision?: string | undefined
  readonly reason?: Readonly<Record<string, string>> | undefined
  readonly measure?: string | undefined
}

export const themes: readonly FileTheme[] = [
  {
    said: { pl: 'Za dużo aut.', en: 'Too many cars.', uk: 'Забагато машин.' },
    decision: 'accepted',
    reason: {
      pl: 'Sześć ulic przy szkołach zostaje bez aut.',
      en: 'Six streets in front of schools stay without cars.',
      uk: 'Шість вулиць біля шкіл залишаються без машин.',
    },
    measure: streets,
  },
  {
    said: {
      pl: 'Po drodze nie ma gdzie iść po pomoc.',
      en: 'On the way there is nowhere to go for help.',
      uk: 'По дорозі нікуди йти по допомогу.',
    },
    decision: 'partly',
    reason: {
      pl: 'W 12 bibliotekach i domach kultury będzie ktoś, kto pomoże. W sklepach nie.',
      en: 'In 12 libraries and culture centres there will be somebody who helps. In shops there will not.',
      uk: 'У 12 бібліотеках і будинках культури буде хтось, хто допоможе. У крамницях — ні.',
    },
    measure: points,
  },
  {
    said: { pl: 'Za mało autobusów.', en: 'Too few buses.', uk: 'Замало автобусів.' },
    decision: 'not_now',
    reason: {
      pl: 'Brakuje osób, które je prowadzą. Wracamy do tego za rok.',
      en: 'There are not enough drivers. We come back to it in a year.',
      uk: 'Бракує водіїв. Ми повернемося до цього через рік.',
    },
  },
]

/** A file with these themes. */
export function outcomeFile(some: readonly FileTheme[] = themes, consultation = answered): string {
  return stringify({
    consultation,
    themes: some.map((theme) =>
      Object.fromEntries(Object.entries(theme).filter(([, value]) => value !== undefined)),
    ),
  })
}

/** Brings the sample plan in again, with these changes of one measure. */
export async function moveMeasure(
  context: Context,
  id: string,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  const source = await samplePlan((plan) => {
    const measure = (plan.actions as { id: string }[]).find((one) => one.id === id)
    Object.assign(measure!, change)
  })
  const result = await importPlan(context, source)
  if (!result.isImported) throw new Error(JSON.stringify(result.findings))
}
