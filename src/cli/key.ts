/** `key`: changing the key that seals addresses, conversations and texts. */
import type { Command } from 'commander'
import { rotateKey } from '../app/key-rotation.ts'
import { explain, type Cli } from './cli.ts'

/** Adds the commands. */
export function addKey(program: Command, cli: Cli): void {
  const key = explain(program.command('key'), cli, 'key-command')
  explain(key.command('rotate'), cli, 'key-rotate-help', ['key rotate']).action(() => rotate(cli))
}

async function rotate(cli: Cli): Promise<void> {
  const context = await cli.context({ isRotating: true })
  const onPage = (table: string, rows: number) => cli.complain(cli.say('key-page', { table, rows }))
  const rows = await rotateKey(context, { actor: cli.person, onPage })
  cli.print({ rows: rows ?? 0 }, () =>
    rows === undefined ? cli.say('key-rotated-before') : cli.say('key-rotated', { rows }),
  )
}
