/** `announce` and `announcement`: bringing one in from a file, letting it go out, and following what becomes of it. */
import type { Command } from 'commander'
import {
  approveAnnouncement,
  cancelAnnouncement,
  listAnnouncements,
  pauseAnnouncement,
  previewAnnouncement,
  resumeAnnouncement,
  retryAnnouncement,
  type Tally,
} from '../app/announcements.ts'
import type { Context } from '../app/context.ts'
import type { Announcement } from '../domain/announcement.ts'
import { announceFile } from './announcement-file.ts'
import { exportTo } from './announcement-export.ts'
import { previewAsJson, previewLines } from './announcement-preview.ts'
import { announcementAsJson, momentIn, show, tallyLine } from './announcement-show.ts'
import { explain, type Cli } from './cli.ts'

const sample = 'summer-in-the-park'

/** Adds the commands. */
export function addAnnouncement(program: Command, cli: Cli): void {
  explain(program.command('announce'), cli, 'cli-announce', [
    `announce ${sample}.yaml --dry-run`,
    `announce ${sample}.yaml`,
  ])
    .argument('<file>', cli.say('cli-announce-file'))
    .option('--dry-run', cli.say('cli-dry-run'))
    .action((file: string, { dryRun = false }: { dryRun?: boolean }) => announceFile(cli, file, dryRun))
  const group = explain(program.command('announcement'), cli, 'cli-announcement', [
    `announcement approve ${sample}`,
    `announcement show ${sample} --watch`,
  ])
  explain(group.command('list'), cli, 'cli-announcement-list', ['announcement list']).action(() => list(cli))
  const withId = (name: string, examples = [`announcement ${name} ${sample}`]) =>
    explain(group.command(name), cli, `cli-announcement-${name}`, examples).argument(
      '<id>',
      cli.say('cli-announcement-id'),
    )
  withId('show', [`announcement show ${sample}`, `announcement show ${sample} --watch`])
    .option('--watch', cli.say('cli-announcement-watch'))
    .action((id: string, { watch = false }: { watch?: boolean }) => show(cli, id, watch))
  withId('preview').action((id: string) => preview(cli, id))
  withId('approve').action((id: string) => approve(cli, id))
  withId('pause').action((id: string) => act(cli, id, { change: pauseAnnouncement, said: 'paused' }))
  withId('resume').action((id: string) => act(cli, id, { change: resumeAnnouncement, said: 'resumed' }))
  withId('cancel').action((id: string) => act(cli, id, { change: cancelAnnouncement, said: 'cancelled' }))
  withId('retry').action((id: string) => act(cli, id, { change: retryAnnouncement, said: 'retried' }))
  withId('export', [`announcement export ${sample} --csv ${sample}.csv`])
    .option('--csv <file>', cli.say('cli-announcement-csv'))
    .action((id: string, { csv }: { csv?: string }) => exportTo(cli, id, csv))
}

async function list(cli: Cli): Promise<void> {
  const context = await cli.context()
  const all = await listAnnouncements(context)
  const head = [
    cli.say('cli-column-id'),
    cli.say('cli-column-status'),
    cli.say('cli-column-opens'),
    cli.say('cli-column-text'),
  ]
  const row = (one: Announcement) => [
    one.id,
    cli.say(`cli-announcement-status-${one.status}`),
    momentIn(cli, context, one.startedAt ?? one.sendAt),
    beginningOf(one),
  ]
  cli.print(all.map(announcementAsJson), () =>
    all.length === 0 ? cli.say('cli-announcement-none') : cli.table(head, all.map(row)),
  )
}

const shown = 50

function beginningOf({ texts }: Announcement): string {
  const text = [...(texts.pl ?? '').replaceAll(/\s+/g, ' ')]
  return text.length > shown ? `${text.slice(0, shown).join('')}…` : text.join('')
}

async function preview(cli: Cli, id: string): Promise<void> {
  const found = await previewAnnouncement(await cli.context(), id)
  cli.print(previewAsJson(cli, found), () => previewLines(cli, found).join('\n'))
}

async function approve(cli: Cli, id: string): Promise<void> {
  const context = await cli.context()
  const approved = await approveAnnouncement(context, id, cli.person)
  cli.print(announcementAsJson(approved), () =>
    approved.status === 'scheduled'
      ? cli.say('cli-announcement-scheduled', { id, at: momentIn(cli, context, approved.sendAt) })
      : cli.say('cli-announcement-approved', { id }),
  )
}

interface Act {
  readonly change: (context: Context, id: string, actor: string) => Promise<Tally>
  readonly said: string
}

async function act(cli: Cli, id: string, { change, said }: Act): Promise<void> {
  const tally = await change(await cli.context(), id, cli.person)
  cli.print({ id, tally }, () =>
    [cli.say(`cli-announcement-${said}`, { id }), tallyLine(cli, tally)].join('\n'),
  )
}
