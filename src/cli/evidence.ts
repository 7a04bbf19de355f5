/** `evidence`: what partners have handed over, listed and taken out. */
import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { listEvidence, takeOutEvidence } from '../app/evidence.ts'
import { Problem } from '../domain/problem.ts'
import { wordingIn } from '../domain/phrase.ts'
import { explain, type Cli } from './cli.ts'

/** Adds the commands. */
export function addEvidence(program: Command, cli: Cli): void {
  const evidence = explain(program.command('evidence'), cli, 'evidence-command')
  explain(evidence.command('list'), cli, 'evidence-list-help', ['evidence list --measure 1.1.1'])
    .option('--measure <id>', cli.say('evidence-measure-option'))
    .action(({ measure }: { measure?: string }) => list(cli, measure))
  explain(evidence.command('get'), cli, 'evidence-get-help', [
    'evidence get 6f1c2a34-0d5e-4b7a-9c11-2f3e4d5a6b7c --out report.pdf',
  ])
    .argument('<id>', cli.say('evidence-id'))
    .requiredOption('--out <file>', cli.say('evidence-out-option'))
    .action((id: string, { out }: { out: string }) => takeOut(cli, id, out))
}

async function list(cli: Cli, measure: string | undefined): Promise<void> {
  const kept = await listEvidence(await cli.context(), measure)
  const head = ['id', 'measure', 'kind', 'size', 'day', 'title'].map((name) =>
    cli.say(`evidence-column-${name}`),
  )
  cli.print(kept, () =>
    kept.length === 0
      ? cli.say('evidence-none')
      : cli.table(
          head,
          kept.map(({ id, measureCode, kind, bytes, givenOn, title, link }) => [
            id,
            measureCode ?? '–',
            kind,
            sizeOf(bytes),
            givenOn,
            link ?? wordingIn(title, cli.locale),
          ]),
        ),
  )
}

function sizeOf(bytes: number | null): string {
  return bytes === null ? '–' : `${Math.ceil(bytes / 1024)} kB`
}

/** Only whoever asked can read the file: it may show a child. */
async function takeOut(cli: Cli, id: string, file: string): Promise<void> {
  const content = await takeOutEvidence(await cli.context(), id, cli.person)
  await writeFile(file, content, { mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    throw new Problem('file-unwritable', { file, reason: error.code ?? '' })
  })
  cli.print({ id, file, bytes: content.byteLength }, () => cli.say('evidence-taken-out', { file }))
}
