/** What must hold within an indicator of a plan's file. */
import type { Frequency } from '../../domain/reading.ts'
import { doubt, type Path, type Remark } from '../file/finding.ts'
import { twiceRemarks, unknownRemarks, type Loose, type Names } from './reference-checks.ts'

type LooseIndicator = NonNullable<NonNullable<Loose['indicators']>[number]>

/** Every remark on one indicator. */
export function indicatorRemarks(indicator: LooseIndicator, path: Path, names: Names): Remark[] {
  const { targets = [], readings = [] } = indicator
  return [
    ...unknownRemarks(indicator.goal, 'goal', [...path, 'goal'], names),
    ...unknownRemarks(indicator.owner, 'entity', [...path, 'owner'], names),
    ...twiceRemarks(
      targets.map((one) => one?.date),
      (index) => [...path, 'targets', index, 'date'],
    ),
    ...twiceRemarks(
      readings.map((one) => one?.period),
      (index) => [...path, 'readings', index, 'period'],
    ),
    ...periodRemarks(indicator, path),
  ]
}

const formOf: Readonly<Record<Frequency, RegExp>> = {
  monthly: /^\d{4}-\d{2}$/,
  quarterly: /^\d{4}-Q\d$/,
  yearly: /^\d{4}$/,
  every_2_years: /^\d{4}$/,
}
const exampleOf = { monthly: '2026-09', quarterly: '2026-Q3', yearly: '2026', every_2_years: '2026' }

function periodRemarks({ frequency, readings = [] }: LooseIndicator, path: Path): Remark[] {
  if (!frequency) return []
  return readings.flatMap((one, index) =>
    one?.period && !formOf[frequency].test(one.period)
      ? [doubt([...path, 'readings', index, 'period'], 'period-odd', { example: exampleOf[frequency] })]
      : [],
  )
}
