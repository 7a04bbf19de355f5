/** `plan` and `districts`: what a city brings along before it can ask anybody. */
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { importDistricts } from '../app/districts.ts'
import { importPlan } from '../app/plans.ts'
import { Problem } from '../domain/problem.ts'
import { explain, type Cli } from './cli.ts'
import { addPlanStatus } from './plan-status.ts'

/** Adds the commands. */
export function addCity(program: Command, cli: Cli): void {
  const plan = explain(program.command('plan'), cli, 'city-plan')
  explain(plan.command('import'), cli, 'city-plan-import', ['plan import prisma/seed/plan.yaml'])
    .argument('<file>', cli.say('city-plan-file'))
    .action((file: string) => bringPlan(cli, file))
  addPlanStatus(plan, cli)
  const districts = explain(program.command('districts'), cli, 'city-districts')
  explain(districts.command('import'), cli, 'city-districts-import', [
    'districts import prisma/seed/districts.yaml',
  ])
    .argument('<file>', cli.say('city-districts-file'))
    .action((file: string) => bringDistricts(cli, file))
}

async function bringPlan(cli: Cli, file: string): Promise<void> {
  const source = await read(file)
  const plan = await importPlan(await cli.context(), source, { actor: cli.actor })
  cli.print(plan, () => cli.say(plan.isNew ? 'city-plan-imported' : 'city-plan-unchanged', { id: plan.id }))
}

async function bringDistricts(cli: Cli, file: string): Promise<void> {
  const source = await read(file)
  const added = await importDistricts(await cli.context(), source, cli.actor)
  cli.print({ added }, () => cli.say('city-districts-imported', { count: added }))
}

async function read(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Problem('file-unreadable', { file, reason: error.code ?? '' })
  })
}
