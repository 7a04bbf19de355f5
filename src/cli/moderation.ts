/** `moderation`: free texts that wait to be read, and what becomes of them. */
import type { Command } from 'commander'
import { listTexts, reviewText } from '../app/moderation.ts'
import type { Review } from '../domain/moderation.ts'
import { explain, type Cli } from './cli.ts'

const example = '0f1e2d3c4b5a6978'

/** Adds the commands. */
export function addModeration(program: Command, cli: Cli): void {
  const moderation = explain(program.command('moderation'), cli, 'moderation-command')
  const forOne = (name: string, help: string, words = '') =>
    explain(moderation.command(name), cli, help, [`moderation ${name} ${example}${words}`]).argument(
      '<id>',
      cli.say('moderation-id'),
    )
  explain(moderation.command('list'), cli, 'moderation-list-help', ['moderation list']).action(() =>
    list(cli),
  )
  forOne('release', 'moderation-release-help').action((id: string) => settle(cli, id, 'released'))
  forOne('redact', 'moderation-redact-help', ' --text "At the crossing by the school."')
    .requiredOption('--text <words>', cli.say('moderation-text-option'))
    .action((id: string, { text }: { text: string }) => settle(cli, id, 'redacted', text))
  forOne('remove', 'moderation-remove-help').action((id: string) => settle(cli, id, 'removed'))
}

async function list(cli: Cli): Promise<void> {
  const texts = await listTexts(await cli.context())
  const head = ['id', 'since', 'question', 'text'].map((name) => cli.say(`moderation-column-${name}`))
  const forPrograms = texts.map((one) => ({
    ...one,
    consultation: cli.words(one.consultation),
    question: cli.words(one.question),
  }))
  cli.print(forPrograms, () =>
    texts.length === 0
      ? cli.say('moderate-none')
      : cli.table(
          head,
          texts.map(({ id, since, question, text }) => [id, since, question, text]),
        ),
  )
}

async function settle(cli: Cli, id: string, as: Review, words?: string): Promise<void> {
  await reviewText(await cli.context(), { text: id, as, ...(words ? { words } : {}) }, cli.person)
  cli.print({ id, outcome: as }, () => cli.say(`moderated-${as}`))
}
