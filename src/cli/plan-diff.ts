/** What an import changes, field by field, and what stands against it, on the screen. */
import type { PlanResult } from '../app/plans.ts'
import type { ExplainedConflict } from '../app/plan-names.ts'
import { isRemoval, isWhole, type Change } from '../domain/plan-change.ts'
import { itemKinds } from '../domain/plan-item.ts'
import { countsOf } from '../domain/plan-removal.ts'
import type { Localized } from '../domain/phrase.ts'
import type { Cli } from './cli.ts'

type Imported = Extract<PlanResult, { isImported: true }>

/** The changes, and how many they are; of a plan that is new only how much of what comes in. */
export function diffLines(cli: Cli, { changes, kept, names, isNew }: Imported): readonly string[] {
  const left = kept.map((subject) =>
    cli.paint.yellow(`! ${titled(cli, subject, names.get(subject))}  ${cli.say('cli-plan-kept')}`),
  )
  if (changes.length === 0) return [...left, cli.say('cli-plan-unchanged')]
  const subjects = [...new Set(changes.map(({ subject }) => subject))]
  const shown = isNew ? changes.filter((change) => !isWhole(change)) : changes
  const bySubject = new Map(subjects.map((subject) => [subject, [] as Change[]]))
  for (const change of shown) bySubject.get(change.subject)!.push(change)
  const lines = [...bySubject].flatMap(([subject, own]) =>
    subjectLines(cli, subject, own, names.get(subject)),
  )
  return [
    ...(isNew ? kindLines(cli, changes) : []),
    ...lines,
    ...left,
    cli.say('cli-plan-counts', countsOf(changes)),
  ]
}

function kindLines(cli: Cli, changes: readonly Change[]): readonly string[] {
  return itemKinds.flatMap((kind) => {
    const count = changes.filter((change) => isWhole(change) && change.subject.startsWith(`${kind}/`)).length
    return count > 0 ? [cli.paint.green(`+ ${cli.say(`plan-kind-${kind}`)}: ${count}`)] : []
  })
}

function subjectLines(
  cli: Cli,
  subject: string,
  changes: readonly Change[],
  name: Localized | undefined,
): readonly string[] {
  const [first] = changes
  if (!first) return []
  const title = titled(cli, subject, name)
  if (isRemoval(first)) return [cli.paint.red(`- ${title}`)]
  if (isWhole(first)) return [cli.paint.green(`+ ${title}`)]
  return [
    `~ ${title}`,
    ...changes.map(
      ({ field, from, to }) =>
        `    ${cli.paint.bold(field)}: ${cli.paint.red(valueText(cli, from))} → ${cli.paint.green(valueText(cli, to))}`,
    ),
  ]
}

function titled(cli: Cli, subject: string, name: Localized | undefined): string {
  return name ? `${subject}  ${cli.paint.dim(oneLine(cli.words({ text: name })))}` : subject
}

/** Both values of every conflict, and who changed it here. */
export function conflictLines(cli: Cli, conflicts: readonly ExplainedConflict[]): readonly string[] {
  return conflicts.flatMap(({ subject, field, file, database, name, changed }) => [
    `${cli.paint.yellow('!')} ${titled(cli, subject, name)}${field ? `  ${cli.paint.bold(field)}` : ''}`,
    `    ${cli.say('cli-plan-in-file', { value: valueText(cli, file) })}`,
    `    ${cli.say('cli-plan-here', { value: valueText(cli, database) })}`,
    ...(changed
      ? [
          `    ${cli.paint.dim(cli.say('cli-plan-changed-by', { actor: changed.actor, at: changed.at.toISOString().slice(0, 16).replace('T', ' ') }))}`,
        ]
      : []),
  ])
}

/** A value of a plan for people; nothing is a dash. */
export function valueText(cli: Cli, value: Change['to']): string {
  if (value === null) return '–'
  if (typeof value === 'string') return oneLine(value)
  if (typeof value === 'number')
    return new Intl.NumberFormat(cli.locale, { maximumFractionDigits: 10, useGrouping: 'min2' }).format(value)
  if (typeof value === 'boolean') return String(value)
  if (Array.isArray(value))
    return value.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one))).join(', ')
  return cli.say('cli-plan-whole')
}

/** What somebody typed must not steer the terminal. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim()
}
