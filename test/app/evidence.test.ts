/** Evidence from a partner's hand to the coordinator's: kept, refused, listed, taken out, and whose it was forgotten. */
import { mkdtemp, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Command } from 'commander'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inviteContact } from '../../src/app/staff.ts'
import { FileError, type FileRef } from '../../src/channels/file.ts'
import { createCli } from '../../src/cli/cli.ts'
import { addEvidence as addCommands } from '../../src/cli/evidence.ts'
import { reminderButton } from '../../src/domain/deadline.ts'
import { givenIn, largestFileBytes, mostLinkChars, mostTextChars } from '../../src/domain/evidence.ts'
import type { Problem } from '../../src/domain/problem.ts'
import type { Locale } from '../../src/domain/phrase.ts'
import { erasePerson, exportPerson } from '../../src/store/respondents.ts'
import { lookupOf } from '../../src/store/sessions.ts'
import { buildCity, type City } from '../support/city.ts'
import { jpeg, officeFile } from '../support/photo.ts'
import { begin, talk, words, type Talk } from '../support/talk.ts'

/** A milestone of the Roads Authority: overdue since the end of October. */
const source = 'milestone/a2-1-1/m3'
const now = '2026-11-25T09:00:00Z'

let city: City
beforeAll(async () => void (city = await buildCity({ now })))
beforeEach(async () => {
  const { db } = city.context.store
  await db.evidence.deleteMany({ where: { deadline: source } })
  await db.deadline.update({ where: { source }, data: { status: 'open', doneOn: null } })
})

const photo = (more: Partial<FileRef> = {}): FileRef => ({
  name: 'IMG_2041.jpg',
  mediaType: 'image/jpeg',
  bytes: jpeg().length,
  read: async () => jpeg(),
  ...more,
})

/** A partner who has just said that it is done. */
async function partnerWhoIsDone(locale: Locale = 'en'): Promise<Talk> {
  const { context } = city
  const partner = talk(context, { locale })
  const { code } = await inviteContact(context, {
    entityId: 'zdt',
    role: 'contact',
    label: 'x',
    actor: 'cli',
  })
  await partner.types(`/code ${code}`)
  const { id, dueOn } = await context.store.db.deadline.findUniqueOrThrow({ where: { source } })
  const tapped = { deadlineId: id, dueOn: dueOn.toISOString().slice(0, 10), step: '+14' }
  await partner.does({ choice: reminderButton(tapped, 'done') })
  return partner
}

const kept = () => city.context.store.db.evidence.findMany({ where: { deadline: source } })
const personOf = async (partner: Talk) => {
  const { db, keyring } = city.context.store
  const lookup = lookupOf(keyring, partner.from)
  return (await db.address.findUniqueOrThrow({ where: { lookup } })).personId
}

describe('what a partner hands over', () => {
  test('is kept with the deadline, the measure, the day and whose it is; a photo without where it was taken', async () => {
    const partner = await partnerWhoIsDone()
    expect(words(await partner.does({ text: 'The new crossing', file: photo() }))).toContain('Kept')
    const [row, ...others] = await kept()
    expect(others).toEqual([])
    expect(row).toMatchObject({
      kind: 'file',
      deadline: source,
      measureId: 'a2-1-1',
      title: { en: 'The new crossing (IMG_2041.jpg)' },
      mediaType: 'image/jpeg',
      givenOn: new Date('2026-11-25'),
      givenBy: await personOf(partner),
    })
    expect(Buffer.from(row!.content!).toString('latin1')).not.toMatch(/50\.0614|Telefon/)
  })

  test('several pieces in a row are each kept once, however often one is delivered', async () => {
    const partner = await partnerWhoIsDone()
    const id = crypto.randomUUID()
    await partner.does({ id, file: photo() })
    await partner.does({ id, file: photo() })
    await partner.types('https://example.org/report')
    await partner.types('Three streets, 900 pupils.')
    const rows = await kept()
    expect(rows.map(({ kind, link }) => `${kind} ${link}`).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'file null',
      'link https://example.org/report',
      'text null',
    ])
    const text = rows.find(({ kind }) => kind === 'text')!
    expect(Buffer.from(text.content!).toString()).toBe('Three streets, 900 pupils.')
    expect(text.title).toEqual({ en: 'Three streets, 900 pupils.' })
  })

  test('of two that come at the same moment both are kept', async () => {
    const partner = await partnerWhoIsDone()
    await Promise.all([1, 2, 3].map(() => partner.does({ file: photo() })))
    expect(await kept()).toHaveLength(3)
  })
})

describe('what cannot be kept is refused in kind words, nothing of it is kept, and it can be sent again', () => {
  const unfetched: FileRef['read'] = () => Promise.reject(new FileError('unfetched', '500'))
  test.each<[string, Partial<FileRef>, Locale, RegExp]>([
    ['too large', { bytes: largestFileBytes + 1 }, 'pl', /najwyżej 10 MB/],
    [
      'larger than it says',
      { read: () => Promise.reject(new FileError('too-large')) },
      'uk',
      /не більше 10 МБ/,
    ],
    ['empty', { bytes: 0 }, 'en', /nothing in this file/],
    [
      'with macros',
      { read: async () => officeFile('word', { 'word/vbaProject.bin': '' }) },
      'uk',
      /без макросів/,
    ],
    ['a recording', { mediaType: 'audio/ogg' }, 'pl', /bez makr/],
    ['broken off', { read: async () => jpeg().subarray(0, 300) }, 'en', /once more, or another one/],
    ['not to be fetched', { read: unfetched }, 'pl', /nie dotarł/],
  ])('%s', async (_, more, locale, said) => {
    const partner = await partnerWhoIsDone(locale)
    const replies = await partner.does({ file: photo(more) })
    expect(words(replies)).toMatch(said)
    expect(replies.at(-1)).toMatchObject({ expects: 'file' })
    expect(await kept()).toEqual([])
    await partner.does({ file: photo() })
    expect(await kept()).toHaveLength(1)
  })

  test('a link that opens nowhere else, or a text that is too long', async () => {
    const partner = await partnerWhoIsDone()
    expect(words(await partner.types('file:///C:/report.pdf'))).toContain('begins with https://')
    expect(words(await partner.types(`https://example.org/${'a'.repeat(mostLinkChars)}`))).toContain(
      'too long',
    )
    expect(words(await partner.types('a'.repeat(mostTextChars + 1)))).toContain('2,001 characters')
    expect(await kept()).toEqual([])
  })
})

test('what a message gives is a file, a link or words', () => {
  const given = (text: string) =>
    givenIn({ id: '', from: { channel: 'web', value: '' }, at: new Date(now), text })
  expect(given('www.example.org/a')).toEqual({ kind: 'link', link: 'https://www.example.org/a' })
  expect(given(' HTTPS://example.org ')).toEqual({ kind: 'link', link: 'HTTPS://example.org' })
  expect(given('See https://example.org')).toMatchObject({ kind: 'text' })
  expect(given('Uwaga:gotowe')).toMatchObject({ kind: 'text' })
  expect(given('javascript:alert(1)')).toMatchObject({ kind: 'text' })
  for (const link of ['https://localhost/a', 'https://a:b@example.org/', 'ftp://example.org/a', 'https://'])
    expect(given(link), link).toHaveProperty('refusal')
  expect(given('  ')).toBeUndefined()
})

test('a picture from a young person is answered kindly in their language; it is neither fetched nor kept', async () => {
  for (const [locale, said] of [
    ['pl', 'Zdjęć, nagrań i plików tu nie zachowujemy.'],
    ['en', 'We keep no pictures, recordings or files here.'],
    ['uk', 'Фото, записів і файлів ми тут не зберігаємо.'],
  ] as const) {
    const child = talk(city.context, { locale })
    const unread = photo({ read: () => expect.unreachable('it was fetched') })
    expect(words(await child.does({ text: '', file: unread }))).toContain(said)
    await child.types('/start')
    expect(words(await child.does({ text: 'pomoc', file: unread }))).toContain('116 111')
  }
  expect(await city.context.store.db.evidence.count({ where: { kind: 'file' } })).toBe(0)
})

test('words of need beside a picture are heard while a question stands', async () => {
  const { context } = await buildCity()
  const child = talk(context)
  await begin(child, 'safe-way-to-school')
  const said = words(await child.does({ text: 'my father beats me', file: photo() }))
  expect(said).toContain('116 111')
  expect(said).toContain('We do not keep who you are')
})

describe('whoever gave it', () => {
  test('finds it in their own data, and it stays without them when they are erased', async () => {
    const { store } = city.context
    const partner = await partnerWhoIsDone()
    await partner.does({ file: photo() })
    const id = await personOf(partner)
    expect((await exportPerson(store.db, store.keyring, id)).evidence).toEqual([
      expect.objectContaining({
        kind: 'file',
        deadline: source,
        title: { en: 'IMG_2041.jpg' },
        givenOn: '2026-11-25',
      }),
    ])
    await erasePerson(store.db, store.keyring, id, '2026-11-25')
    expect(await kept()).toMatchObject([{ givenBy: null, mediaType: 'image/jpeg' }])
  })
})

describe('on the command line', () => {
  const run = async (...args: string[]) => {
    const out: string[] = []
    const program = new Command().exitOverride()
    const cli = createCli({
      account: 'anna',
      locale: 'en',
      text: city.context.text,
      isJson: () => args.includes('--json'),
      openContext: async () => city.context,
      out: (line) => out.push(line),
      err: () => undefined,
      fail: () => undefined,
    })
    addCommands(program, cli)
    await program.parseAsync(
      args.filter((one) => one !== '--json'),
      { from: 'user' },
    )
    return out.join('')
  }

  test('it is listed, of all measures or of one by its code, and taken out by whom is recorded', async () => {
    const partner = await partnerWhoIsDone()
    await partner.does({ file: photo() })
    const list = JSON.parse(await run('evidence', 'list', '--measure', '2.1.1', '--json')) as { id: string }[]
    const mine = list.find((one) => (one as { deadline?: string }).deadline === source)!
    expect(mine).toMatchObject({
      kind: 'file',
      measureCode: '2.1.1',
      mediaType: 'image/jpeg',
      givenOn: '2026-11-25',
    })
    expect(await run('evidence', 'list')).toContain(mine.id)
    expect(await run('evidence', 'list', '--measure', 'none')).toContain('There is no evidence yet')
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'evidence-')), 'photo.jpg')
    expect(await run('evidence', 'get', mine.id, '--out', file)).toContain(file)
    expect((await readFile(file)).equals(Buffer.from((await kept())[0]!.content!))).toBe(true)
    expect((await stat(file)).mode & 0o077).toBe(0)
    expect(
      await city.context.store.db.audit.findMany({ where: { act: 'evidence.taken-out' } }),
    ).toMatchObject([{ actor: 'cli:anna', subject: `evidence/${mine.id}` }])
  })

  test('what is not there, or lies elsewhere, is said', async () => {
    const partner = await partnerWhoIsDone()
    await partner.types('https://example.org/report')
    const codeOf = (id: string) =>
      run('evidence', 'get', id, '--out', '/nowhere/at/all').catch(
        (error: unknown) => (error as Problem).code,
      )
    expect(await codeOf('nonsense')).toBe('evidence-unknown')
    expect(await codeOf(crypto.randomUUID())).toBe('evidence-unknown')
    expect(await codeOf((await kept())[0]!.id)).toBe('evidence-elsewhere')
    await partner.does({ file: photo() })
    const file = (await kept()).find(({ kind }) => kind === 'file')!
    expect(await codeOf(file.id)).toBe('file-unwritable')
  })
})
