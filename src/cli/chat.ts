/** `hejnal chat`: the conversation young people have, at a terminal. */
import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import { converse } from '../app/converse.ts'
import { orOurFault } from '../app/our-fault.ts'
import { terminal } from '../channels/terminal.ts'
import { explain, type Cli } from './cli.ts'

/** Adds the command. */
export function addChat(program: Command, cli: Cli): void {
  explain(program.command('chat'), cli, 'cli-chat', ['chat', 'chat --lang pl']).action(() => talk(cli))
}

async function talk(cli: Cli): Promise<void> {
  const context = await cli.context()
  const channel = terminal({
    value: randomUUID(),
    now: () => context.clock.now(),
    input: process.stdin,
    output: process.stdout,
    locale: cli.locale,
  })
  await channel.listen(orOurFault(context, (incoming) => converse(context, incoming)))
  await channel.ended
}
