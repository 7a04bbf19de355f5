/** Whoever erased themselves stays erased, also when a backup from before is restored. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Command } from 'commander'
import { expect, test } from 'vitest'
import type { Context } from '../../src/app/context.ts'
import { createCli } from '../../src/cli/cli.ts'
import { addTombstone } from '../../src/cli/tombstone.ts'
import { createKeyring } from '../../src/runtime/crypto.ts'
import { loadText } from '../../src/runtime/text.ts'
import { lookupOf, personKey } from '../../src/store/sessions.ts'
import { mergePeople } from '../../src/store/linking.ts'
import { openStore } from '../../src/store/store.ts'
import { afterwards } from '../support/afterwards.ts'
import { buildCity, type City } from '../support/city.ts'
import { copyOf } from '../support/database.ts'
import { rowsIn } from '../support/dump.ts'
import { begin, talk, type Talk } from '../support/talk.ts'

const consultation = 'free-time-and-sport'

test('somebody who is erased after the backup is nowhere in it once the list was replayed, and the others are all there', async () => {
  const city = await buildCity()
  const [gone, stays] = [await answering(city.context), await answering(city.context)]
  const backup = await backUp(city)
  const file = await noteFile()
  const now = reopened(city, city.databaseUrl)
  await erased({ ...now, config: { ...now.config, TOMBSTONE_FILE: file } }, gone)

  const restored = reopened(city, backup)
  const [goneId, stayingId] = [await idOf(restored, gone), await idOf(restored, stays)]
  expect(await tracesOf(backup, restored, goneId!, gone)).not.toEqual([])
  expect(await restored.store.db.response.count()).toBe(2)
  expect(await run(restored, `tombstone replay ${file}`)).toBe(
    'On the list: 1. Back in this database and erased anew: 1.\n',
  )

  expect(await tracesOf(backup, restored, goneId!, gone)).toEqual(['tombstone'])
  expect(await restored.store.db.response.count()).toBe(1)
  expect(await tracesOf(backup, restored, stayingId!, stays)).toEqual([
    'address',
    'consent',
    'participation',
    'person',
    'session',
  ])
  expect(await run(restored, `tombstone replay ${file}`)).toContain('erased anew: 0.')
})

test('the list can be taken from the old database, and a restored one knows it from then on', async () => {
  const city = await buildCity()
  const gone = await answering(city.context)
  const backup = await backUp(city)
  const now = reopened(city, city.databaseUrl)
  await erased(now, gone)
  const [one, other] = [await noteFile(), await noteFile()]
  expect(await run(now, `tombstone export ${one}`)).toContain('1 entry')
  const restored = reopened(city, backup)
  await run(restored, `tombstone replay ${one}`)
  await run(restored, `tombstone export ${other}`)
  expect(await readFile(other, 'utf8')).toBe(await readFile(one, 'utf8'))
})

test('whoever linked two messengers since the backup is gone from it as both', async () => {
  const city = await buildCity()
  const [one, other] = [await answering(city.context), talk(city.context)]
  await begin(other, 'safe-way-to-school')
  const backup = await backUp(city)
  const now = reopened(city, city.databaseUrl)
  const [there, here] = [await idOf(now, one), await idOf(now, other)]
  await now.store.transaction((tx) =>
    mergePeople(tx, now.store.keyring, { here: here!, there: there! }, now.clock.now()),
  )
  const file = await noteFile()
  await erased({ ...now, config: { ...now.config, TOMBSTONE_FILE: file } }, one)
  const restored = reopened(city, backup)
  expect(await run(restored, `tombstone replay ${file}`)).toContain('erased anew: 2.')
  expect(await restored.store.db.person.count()).toBe(0)
})

test('somebody who comes back after erasing themselves is somebody new, whom no list erases', async () => {
  const city = await buildCity()
  const person = await answering(city.context)
  await erased(city.context, person)
  await begin(person, consultation)
  const file = await noteFile()
  await run(city.context, `tombstone export ${file}`)
  expect(await run(city.context, `tombstone replay ${file}`)).toContain('erased anew: 0.')
  expect(await idOf(city.context, person)).toBeDefined()
})

test('a list that a power cut left half written is read up to there, and one of somebody else is refused', async () => {
  const { context } = await buildCity({ isSeeded: false })
  const file = await noteFile()
  await writeFile(file, '7b1f7c5e-1a8e-4b0a-9a53-0f0f0f0f0f0f 2026-09-25\n8c2f7c5e-1a8e')
  expect(await run(context, `tombstone replay ${file}`)).toContain('On the list: 1.')
  await writeFile(file, 'something else\n')
  await expect(run(context, `tombstone replay ${file}`)).rejects.toMatchObject({ code: 'tombstone-line' })
})

test('a file that cannot be written keeps nobody from being erased', async () => {
  const city = await buildCity()
  const person = await answering(city.context)
  const errors: string[] = []
  const log = { ...city.context.log, error: (_: object, message: string) => void errors.push(message) }
  const config = { ...city.context.config, TOMBSTONE_FILE: path.join(await folder(), 'nowhere', 'list') }
  await erased({ ...city.context, log, config }, person)
  expect(await idOf(city.context, person)).toBeUndefined()
  expect(errors).toEqual(['an erasure is not in TOMBSTONE_FILE; run: hejnal tombstone export'])
})

async function answering(context: Context): Promise<Talk> {
  const person = talk(context)
  await begin(person, consultation)
  await person.taps(':few')
  return person
}

async function erased(context: Context, { from }: Talk): Promise<void> {
  const person = talk(context, from)
  await person.types('/delete')
  await person.taps('delete:yes')
}

/** A database copies only while nobody is connected to it. */
async function backUp(city: City): Promise<string> {
  await city.context.store.close()
  return (await copyOf(city.databaseUrl)).url
}

function reopened({ context, contactKey }: City, url: string): Context {
  const store = openStore(url, createKeyring(contactKey), { connections: 3 })
  afterwards(() => store.close())
  return { ...context, store }
}

async function idOf({ store }: Context, { from }: Talk): Promise<string | undefined> {
  const row = await store.db.address.findUnique({ where: { lookup: lookupOf(store.keyring, from) } })
  return row?.personId
}

/** The tables that hold the id of somebody, or what their address is found by. */
async function tracesOf(url: string, { store }: Context, id: string, { from }: Talk): Promise<string[]> {
  const marks = [
    id,
    ...[personKey(id), lookupOf(store.keyring, from)].map((one) => Buffer.from(one).toString('hex')),
  ]
  const rows = (await rowsIn(url)).filter(({ text }) => marks.some((mark) => text.includes(mark)))
  return [...new Set(rows.map(({ table }) => table))].toSorted()
}

async function noteFile(): Promise<string> {
  return path.join(await folder(), 'tombstones.txt')
}

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(os.tmpdir(), 'hejnal-tombstones-'))
  afterwards(() => rm(made, { recursive: true }))
  return made
}

async function run(context: Context, words: string): Promise<string> {
  let said = ''
  const program = new Command('hejnal')
  const cli = createCli({
    locale: 'en',
    text: loadText(),
    isJson: () => false,
    openContext: () => Promise.resolve(context),
    out: (text) => (said += text),
    err: () => undefined,
    fail: () => undefined,
  })
  addTombstone(program, cli)
  await program.parseAsync(words.split(' '), { from: 'user' })
  return said
}
