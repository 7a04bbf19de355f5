/** `announce FILE`: an announcement from a file becomes a draft, with everything it would do said beforehand. */
import { open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { importAnnouncement } from '../app/announcement-import.ts'
import { largestPictureBytes } from '../app/announcement-file/picture.ts'
import { Problem } from '../domain/problem.ts'
import { previewAsJson, previewLines } from './announcement-preview.ts'
import type { Cli } from './cli.ts'
import { complainAll, findingAsJson } from './findings.ts'

/** Brings the file in, or with `isDryRun` only says what would happen. */
export async function announceFile(cli: Cli, file: string, isDryRun: boolean): Promise<void> {
  const source = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Problem('file-unreadable', { file, reason: error.code ?? '' })
  })
  const readBeside = (name: string) => beginningOf(path.join(path.dirname(file), name))
  const order = { source, readBeside, actor: cli.person, isDryRun }
  const result = await importAnnouncement(await cli.context(), order)
  complainAll(cli, file, result.findings)
  const findings = result.findings.map((finding) => findingAsJson(cli, file, finding))
  if (!result.isKept) {
    cli.fail()
    cli.print({ isKept: false, findings }, () => cli.say('cli-announcement-refused'))
    return
  }
  const { preview } = result
  const { id } = preview.announcement
  const end = isDryRun ? cli.say('cli-announcement-trial') : cli.say('cli-announcement-kept', { id })
  cli.print({ isKept: !isDryRun, findings, ...previewAsJson(cli, preview) }, () =>
    [...previewLines(cli, preview), '', end].join('\n'),
  )
}

/** Enough of a file to see that it is too large; undefined when there is none. */
async function beginningOf(file: string): Promise<Uint8Array | undefined> {
  const handle = await open(file).catch(() => undefined)
  if (!handle) return undefined
  try {
    const buffer = Buffer.alloc(largestPictureBytes + 1)
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
    return new Uint8Array(buffer.subarray(0, bytesRead))
  } catch {
    return undefined
  } finally {
    await handle.close()
  }
}
