/** `announcement export`: what became of each message, as CSV or JSON. */
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import { exportAnnouncement } from '../app/announcement-export.ts'
import type { Context } from '../app/context.ts'
import { Problem } from '../domain/problem.ts'
import type { Cli } from './cli.ts'

const columns = ['recipient', 'channel', 'status', 'reason', 'day'] as const

/** Writes a line for each delivery to the file, or to standard output: there as JSON with `--json`, otherwise as CSV. */
export async function exportTo(cli: Cli, id: string, file: string | undefined): Promise<void> {
  const context = await cli.context()
  if (!file) {
    for await (const lines of cli.isJson() ? jsonOf(context, id) : csvOf(context, id)) cli.write(lines.text)
    return
  }
  const count = await writeTo(file, csvOf(context, id))
  cli.print({ file, count }, () => cli.say('cli-announcement-exported', { count, file }))
}

interface Lines {
  readonly text: string
  readonly count: number
}

async function* csvOf(context: Context, id: string): AsyncGenerator<Lines> {
  let isHeaded = false
  for await (const rows of exportAnnouncement(context, id)) {
    yield { text: stringify([...rows], { columns: [...columns], header: !isHeaded }), count: rows.length }
    isHeaded = true
  }
  if (!isHeaded) yield { text: `${columns.join(',')}\n`, count: 0 }
}

/** One array, made as it is read: there may be millions. */
async function* jsonOf(context: Context, id: string): AsyncGenerator<Pick<Lines, 'text'>> {
  let before = '[\n'
  for await (const rows of exportAnnouncement(context, id)) {
    yield { text: `${before}${rows.map((row) => JSON.stringify(row)).join(',\n')}` }
    before = ',\n'
  }
  yield { text: before === ',\n' ? '\n]\n' : '[]\n' }
}

async function writeTo(file: string, parts: AsyncGenerator<Lines>): Promise<number> {
  // read first: what cannot be exported must not empty a file that is there
  const first = await parts.next()
  const stream = createWriteStream(file)
  try {
    await once(stream, 'open')
    let count = 0
    for (let part = first; !part.done; part = await parts.next()) {
      count += part.value.count
      if (!stream.write(part.value.text)) await once(stream, 'drain')
    }
    stream.end()
    await finished(stream)
    return count
  } catch (error) {
    throw new Problem('file-unwritable', { file, reason: (error as NodeJS.ErrnoException).code ?? '' })
  }
}
