/** `districts`: the parts of the city, brought along before it can ask anybody, and how they are drawn. */
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { importDistrictMap } from '../app/district-map.ts'
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
  explain(districts.command('map'), cli, 'city-map-import', [
    'districts map prisma/seed/district-tiles.yaml --dry-run',
    'districts map prisma/seed/district-tiles.yaml',
  ])
    .argument('<file>', cli.say('city-map-file'))
    .option('--dry-run', cli.say('cli-dry-run'))
    .action((file: string, { dryRun = false }: { dryRun?: boolean }) => bringMap(cli, file, dryRun))
}

async function bringDistricts(cli: Cli, file: string): Promise<void> {
  const source = await read(file)
  const added = await importDistricts(await cli.context(), source, cli.actor)
  cli.print({ added }, () => cli.say('city-districts-imported', { count: added }))
}

async function bringMap(cli: Cli, file: string, isDryRun: boolean): Promise<void> {
  const source = await read(file)
  const result = await importDistrictMap(await cli.context(), { source, actor: cli.actor, isDryRun })
  cli.print({ ...result, isKept: !isDryRun && result.isNew }, () => {
    if (!result.isNew) return cli.say('city-map-unchanged')
    if (isDryRun) return cli.say('city-map-dry-run')
    return cli.say(`city-map-${result.kind}-imported`, { count: result.districts })
  })
}

async function read(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Problem('file-unreadable', { file, reason: error.code ?? '' })
  })
}
