/** `districts`: the parts of the city, brought along before it can ask anybody. */
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { importDistricts } from '../app/districts.ts'
import { Problem } from '../domain/problem.ts'
import { explain, type Cli } from './cli.ts'

/** Adds the command. */
export function addCity(program: Command, cli: Cli): void {
  const districts = explain(program.command('districts'), cli, 'city-districts')
  explain(districts.command('import'), cli, 'city-districts-import', [
    'districts import prisma/seed/districts.yaml',
  ])
    .argument('<file>', cli.say('city-districts-file'))
    .action((file: string) => bringDistricts(cli, file))
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
