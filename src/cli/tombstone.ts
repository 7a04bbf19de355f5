/** `tombstone`: who erased themselves, kept apart from the database, and erased anew after a backup is restored. */
import { readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { exportTombstones, replayTombstones } from '../app/erasing.ts'
import { Problem } from '../domain/problem.ts'
import { explain, type Cli } from './cli.ts'

/** Adds the commands. */
export function addTombstone(program: Command, cli: Cli): void {
  const tombstone = explain(program.command('tombstone'), cli, 'tombstone-command')
  explain(tombstone.command('export'), cli, 'tombstone-export-help', ['tombstone export tombstones.txt'])
    .argument('<file>', cli.say('tombstone-file'))
    .action((file: string) => exportTo(cli, file))
  explain(tombstone.command('replay'), cli, 'tombstone-replay-help', ['tombstone replay tombstones.txt'])
    .argument('<file...>', cli.say('tombstone-file'))
    .action((files: string[]) => replay(cli, files))
}

async function exportTo(cli: Cli, file: string): Promise<void> {
  const list = await exportTombstones(await cli.context())
  await writeFile(file, list, { mode: 0o600 }).catch((cause: unknown) => {
    throw Object.assign(new Problem('tombstone-unwritable', { file }), { cause })
  })
  const count = list.split('\n').length - 1
  cli.print({ file, count }, () => cli.say('tombstone-exported', { file, count }))
}

async function replay(cli: Cli, files: readonly string[]): Promise<void> {
  const lists = await Promise.all(files.map(read))
  const counts = await replayTombstones(await cli.context(), lists, cli.person)
  cli.print(counts, () => cli.say('tombstone-replayed', counts))
}

function read(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw Object.assign(new Problem('tombstone-unreadable', { file }), { cause })
  })
}
