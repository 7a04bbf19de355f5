/** Announcements at the command line, from the file to the export, as people would type them. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { announce } from '../../jobs/announce.ts'
import type { Context } from '../../src/app/context.ts'
import { systemClock } from '../../src/runtime/clock.ts'
import { readConfig } from '../../src/runtime/config.ts'
import { createKeyring } from '../../src/runtime/crypto.ts'
import { silent } from '../../src/runtime/log.ts'
import { loadText } from '../../src/runtime/text.ts'
import { openStore } from '../../src/store/store.ts'
import { runHejnal, type Ended } from '../support/hejnal.ts'
import { freshDatabase } from '../support/database.ts'
import { populate, times } from '../support/population.ts'

const key = randomBytes(32).toString('base64')
let url: string
let folder: string
let context: Context

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hejnal-announcement-'))
  url = (await freshDatabase()).url
  const store = openStore(url, createKeyring(key))
  context = { store, clock: systemClock, text: loadText(), log: silent, config: readConfig({}) }
  await populate(context, [
    ...times(30),
    ...times(12, { locale: 'uk', channels: ['discord'] }),
    ...times(3, { isStopped: true }),
  ])
})
afterAll(async () => {
  await context?.store.close()
  rmSync(folder, { recursive: true, force: true })
})

function hejnal(words: string): Promise<Ended> {
  return runHejnal(words, { HOME: folder, DATABASE_URL: url, CONTACT_KEY: key })
}

function fileOf(name: string, content: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

const source = `
id: park
text: { pl: '**Park** jest otwarty.', en: 'The park is open.' }
picture: { file: park.png, alt: { pl: 'Drzewa', en: 'Trees' } }
audience: { who: [youth] }
`
const { db } = { db: () => context.store.db }

describe('an announcement, from its file to its end', () => {
  test('a trial run counts, shows and writes nothing', async () => {
    writeFileSync(path.join(folder, 'park.png'), Buffer.from('89504e470d0a1a0a00', 'hex'))
    const { code, out, err } = await hejnal(`announce ${fileOf('park.yaml', source)} --dry-run`)
    expect(code).toBe(0)
    expect(err).toContain('park.yaml:3:1  warning  text')
    expect(out).toMatch(/For:\n {2}• young people\n/)
    expect(out).toContain('42 recipients')
    expect(out).toMatch(/Telegram +Polski +30/)
    expect(out).toMatch(/Discord +Українська +12/)
    expect(out).toContain('• said /stop: 3')
    expect(out).toContain('Takes about 1 second')
    expect(out).toContain('Not written in: Українська. These people get it in Polish.')
    expect(out).toContain('  [picture: Trees]\n  The park is open.')
    expect(out).toContain('nothing was written')
    expect(await db().announcement.count()).toBe(0)
  })

  test('what is wrong is said with its place, and nothing is kept', async () => {
    const { code, out, err } = await hejnal(
      `announce ${fileOf('bad.yaml', source.replace('youth', 'yuoth'))}`,
    )
    expect(code).toBe(1)
    expect(err).toContain('bad.yaml:5:19  error  audience.who[0]')
    expect(err).toContain('Did you mean "youth"?')
    expect(out).toContain('Nothing was written.')
    expect(await db().announcement.count()).toBe(0)
  })

  test('is kept as a draft of whoever sits there, who may not approve it for the young', async () => {
    const { out } = await hejnal(`announce ${fileOf('park.yaml', source)}`)
    expect(out).toContain('Kept as a draft: park.')
    const { writtenBy } = await db().announcement.findUniqueOrThrow({ where: { id: 'park' } })
    expect(writtenBy).toMatch(/^cli:./)
    const { code, err } = await hejnal('announcement approve park')
    expect([code, err]).toEqual([1, expect.stringContaining('Please ask a second person.')])
  })

  test('goes out once a second person approves it, and each step says what it means', async () => {
    await db().announcement.update({ where: { id: 'park' }, data: { writtenBy: 'cli:somebody-else' } })
    expect((await hejnal('announcement approve park')).out).toContain('It begins within seconds.')
    const { number } = await db().announcement.findUniqueOrThrow({ where: { id: 'park' } })
    await announce(context, { number })
    const rows = await db().delivery.findMany({ where: { batch: number }, take: 5 })
    const recipientId = { in: rows.map((row) => row.recipientId) }
    const settledAt = new Date('2026-09-25T10:00:00Z')
    await db().delivery.updateMany({
      where: { batch: number, recipientId },
      data: { status: 'accepted', settledAt },
    })
    const tally = 'Went out: 5. Held for later: 0. Still to go: 37. Did not arrive: 0. Cancelled: 0. All: 42.'
    expect((await hejnal('announcement pause park')).out).toBe(`Paused: park.\n${tally}\n`)
    expect((await hejnal('announcement resume park')).out).toBe(`Goes on: park.\n${tally}\n`)
    expect((await hejnal('announcement list')).out).toMatch(/park +going out +.* \*\*Park\*\* jest otwarty\./)
    const { out } = await hejnal('--json announcement cancel park')
    expect(JSON.parse(out)).toMatchObject({ id: 'park', tally: { accepted: 5, cancelled: 37, total: 42 } })
  })

  test('is shown with what became of it, and exported without an address', async () => {
    const shown = await hejnal('announcement show park --watch')
    expect(shown.out).toContain('park  cancelled')
    expect(shown.out).toMatch(/went out +5/)
    expect(shown.out).toContain('Cancelled: 37.')
    const file = path.join(folder, 'park.csv')
    const exported = await hejnal(`announcement export park --csv ${file}`)
    expect(exported.out).toContain('42 lines written')
    const [head, ...lines] = readFileSync(file, 'utf8').trim().split('\n')
    expect(head).toBe('recipient,channel,status,reason,day')
    expect(lines).toHaveLength(42)
    expect(
      lines.filter((line) => /^[0-9a-f-]{36},telegram|discord,accepted,,2026-09-25$/.test(line)),
    ).not.toEqual([])
    expect((await hejnal('announcement export park')).out).toBe(readFileSync(file, 'utf8'))
    const rows = JSON.parse((await hejnal('--json announcement export park')).out) as readonly object[]
    expect(rows.map((row) => Object.values(row).join(','))).toEqual(lines)
  })

  test('a second end, and one that is nowhere, are refused in a sentence', async () => {
    expect((await hejnal('announcement cancel park')).err).toContain('"park" is over already.')
    const { code, err } = await hejnal('announcement show nowhere')
    expect([code, err]).toEqual([1, expect.stringContaining('There is no announcement "nowhere".')])
  })
})
