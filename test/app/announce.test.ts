/** Announcements in the hands of staff, by chat: from the draft to the second person, and what is refused. */
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Reply } from '../../src/domain/dialogue.ts'
import type { StaffRole } from '../../src/domain/staff.ts'
import { buildCity } from '../support/city.ts'
import { talkAsStaff } from '../support/staff.ts'
import { words, type Talk } from '../support/talk.ts'

const { context } = await buildCity()
const { db, keyring } = context.store

beforeEach(async () => {
  await db.$executeRaw`delete from delivery where batch = 0`
  await db.announcement.deleteMany()
  await db.audit.deleteMany()
  await db.person.deleteMany()
  await db.session.deleteMany()
})

/** Young people who want messages and can be reached on the pages of the city. */
async function youth(count: number): Promise<void> {
  const ids = Array.from({ length: count }, () => randomUUID())
  const at = context.clock.now()
  await db.person.createMany({
    data: ids.map((id) => ({ id, locale: 'pl', ageBand: 'a16_17', createdOn: at })),
  })
  await db.address.createMany({
    data: ids.map((personId) => ({
      personId,
      channel: 'web',
      lookup: keyring.lookup(`web:${personId}`, 'address'),
      sealed: keyring.seal(personId, 'address:web'),
    })),
  })
  await db.consent.createMany({
    data: ids.map((personId) => ({
      personId,
      purpose: 'announcements',
      wording: 'x',
      locale: 'pl',
      givenAt: at,
    })),
  })
}

/** Writes an announcement to the end; the preview stands. */
async function writes(person: Talk, who: 'youth' | 'staff' | 'contacts', text = 'Spotkanie w **sobotę**.') {
  await person.types('/announce')
  await person.taps('an:new')
  await person.types(text)
  await person.taps('draft:skip')
  await person.taps('draft:skip')
  await person.taps(`who:${who}`)
  await person.taps('draft:everybody')
  await person.taps('draft:now')
  return person.taps('until:never')
}

const staff = (role: StaffRole) => talkAsStaff(context, role)
const status = async () => (await db.announcement.findFirstOrThrow()).status
const label = (person: Talk) => person.buttons().map((one) => one.label)
const button = (person: Talk, act: string) => {
  const found = person.buttons().find(({ id }) => id.startsWith(`an:${act}:`))
  if (!found) throw new Error(`no "${act}" among ${label(person).join(', ')}`)
  return found.id
}
const does = async (person: Talk, act: string) => words(await person.does({ choice: button(person, act) }))

/** Single messages somebody is to get, as phrases, oldest key first. */
async function letters(about: RegExp): Promise<{ to: string; about: string; reply: Reply }[]> {
  const rows = await db.delivery.findMany({ where: { batch: 0 }, orderBy: { about: 'asc' } })
  return rows
    .filter((row) => about.test(row.about))
    .map((row) => ({
      to: row.recipientId,
      about: row.about,
      reply: JSON.parse(keyring.open(row.message!, `delivery:${row.about}`)) as Reply,
    }))
}
/** What the second person is asked. */
const question = async () => (await letters(/^approval\//))[0]!.reply
const personOf = async (role: StaffRole) => (await db.staff.findFirstOrThrow({ where: { role } })).personId

describe('a draft', () => {
  test('is shown as people will see it, with the numbers, and nothing goes out', async () => {
    const person = await staff('coordinator')
    await staff('auditor')
    const shown = await writes(person, 'staff')
    expect(shown[0]).toMatchObject({ text: 'Spotkanie w sobotę.', marks: [{ is: 'bold' }], lang: 'pl' })
    expect(words(shown)).toMatch(/The draft is saved.*People and places that get it: 2/s)
    expect(await status()).toBe('draft')
    expect(await db.delivery.count()).toBe(0)
  })

  test('keeps who wrote it, for whom, when and until when', async () => {
    const person = await staff('coordinator')
    await person.types('/announce')
    await person.taps('an:new')
    for (const text of ['Po polsku', 'In English', 'Українською']) await person.types(text)
    await person.taps('who:contacts')
    await person.taps('tick:uk')
    await person.taps('draft:done')
    await person.types('30.9 9:00')
    await person.taps('until:three')
    expect(await db.announcement.findFirstOrThrow()).toMatchObject({
      texts: { pl: 'Po polsku', en: 'In English', uk: 'Українською' },
      audience: { who: ['contact', 'second', 'superior'], languages: ['uk'] },
      sendAt: new Date('2026-09-30T07:00:00Z'),
      notAfter: new Date('2026-10-03T18:00:00Z'),
      writtenBy: await personOf('coordinator'),
    })
  })

  test('is sent to oneself as a test', async () => {
    const person = await staff('coordinator')
    await writes(person, 'staff')
    expect(await does(person, 'test')).toContain('on its way to you')
    const rows = await db.delivery.findMany({ where: { batch: 0 } })
    expect(rows.map(({ recipientId }) => recipientId)).toEqual([await personOf('coordinator')])
  })

  test('is changed in one place, and the preview comes back', async () => {
    const person = await staff('coordinator')
    await writes(person, 'staff')
    await does(person, 'change')
    await person.taps('draft:change:en')
    const shown = await person.types('A meeting on **Saturday**.')
    expect(shown.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Spotkanie w sobotę.', 'A meeting on Saturday.']),
    )
    expect(await db.announcement.count()).toBe(1)
  })

  test('is shown with its picture to whoever approves it, and the picture is kept in no conversation', async () => {
    const [writer, second] = [await staff('coordinator'), await staff('administrator')]
    await writes(writer, 'staff')
    const picture = { name: 'map.png', mediaType: 'image/png', alt: { pl: 'Plan parku' } }
    await db.announcement.updateMany({ data: { picture: new Uint8Array(50_000), pictureInfo: picture } })
    const { number } = await db.announcement.findFirstOrThrow()
    const [sample] = await second.does({ choice: `an:preview:${number}` })
    expect(sample?.picture).toMatchObject({ mediaType: 'image/png', alt: 'Plan parku' })
    const sessions = await db.session.findMany({ select: { replies: true } })
    expect(sessions.every(({ replies }) => (replies?.length ?? 0) < 5_000)).toBe(true)
  })

  test('is discarded after one question, which says that nobody has got it', async () => {
    const person = await staff('coordinator')
    await writes(person, 'staff')
    expect(await does(person, 'cancel')).toContain('Nobody has got it, and nobody will')
    expect(await status()).toBe('draft')
    await does(person, 'cancel-yes')
    expect(await status()).toBe('cancelled')
  })
})

describe('an announcement to adults', () => {
  test('goes out after a plain yes to the number', async () => {
    const person = await staff('coordinator')
    await staff('auditor')
    await writes(person, 'staff')
    expect(await does(person, 'submit')).toContain('Recipients: 2. Send it?')
    expect(label(person)).toContain('Yes, send it to 2')
    expect(await status()).toBe('draft')
    await does(person, 'approve')
    expect(await status()).toBe('approved')
    expect(await letters(/^approval|approved/)).toEqual([])
  })
})

describe('an announcement to young people', () => {
  test('asks everybody else who may approve, each with the announcement itself, the numbers and two buttons', async () => {
    await youth(12)
    const [writer, ..._] = [await staff('coordinator'), await staff('administrator'), await staff('auditor')]
    await writes(writer, 'youth')
    expect(await does(writer, 'submit')).toContain('a second person has to approve it')
    expect(await does(writer, 'submit-yes')).toContain('A second person has been asked')
    expect(await status()).toBe('draft')
    const asked = await letters(/^approval\//)
    expect(asked.map(({ to }) => to)).toEqual([await personOf('administrator')])
    const text = context.text
    const said = asked[0]!.reply.parts.map((part) => text.phrase('en', part)).join('\n')
    expect(said).toMatch(/Desk of the coordinator asks for your approval.*get it: 12/s)
    expect(asked[0]!.reply.offers?.map(({ id }) => id.split(':')[1])).toEqual([
      'approve',
      'return',
      'preview',
    ])
    const toOthers = await db.delivery.findMany({
      where: { batch: 0, recipientId: await personOf('administrator') },
    })
    expect(toOthers).toHaveLength(2)
  })

  test('goes out when the second person says yes, and the writer is told who it was', async () => {
    await youth(12)
    const [writer, second] = [await staff('coordinator'), await staff('administrator')]
    await writes(writer, 'youth')
    await does(writer, 'submit')
    await does(writer, 'submit-yes')
    const reply = await question()
    const yes = reply.offers!.find(({ id }) => id.startsWith('an:approve'))!.id
    expect(words(await second.does({ choice: yes }))).toContain('It is approved')
    expect(await db.announcement.findFirstOrThrow()).toMatchObject({
      status: 'approved',
      approvedBy: await personOf('administrator'),
    })
    const told = await letters(/\/approved\//)
    expect(told.map(({ to }) => to)).toEqual([await personOf('coordinator')])
    expect(context.text.phrase('pl', told[0]!.reply.parts[0]!)).toContain('Desk of the administrator')
  })

  test('stays a draft when the second person says "not yet", and the writer is told', async () => {
    await youth(12)
    const [writer, second] = [await staff('coordinator'), await staff('administrator')]
    await writes(writer, 'youth')
    await does(writer, 'submit')
    await does(writer, 'submit-yes')
    const reply = await question()
    const no = reply.offers!.find(({ id }) => id.startsWith('an:return'))!.id
    expect(words(await second.does({ choice: no }))).toContain('not ready yet')
    expect(await status()).toBe('draft')
    expect((await letters(/\/returned\//)).map(({ to }) => to)).toEqual([await personOf('coordinator')])
    const acts = await db.audit.findMany({
      where: { subject: { startsWith: 'announcement/' } },
      orderBy: { id: 'asc' },
    })
    expect(acts.map(({ act }) => act).filter((act) => act !== 'announcement.write')).toEqual([
      'announcement.submit',
      'announcement.return',
    ])
  })

  test('is not approved by its writer, whatever button is forged', async () => {
    await youth(12)
    const writer = await staff('coordinator')
    await writes(writer, 'youth')
    const { number, hash } = await db.announcement.findFirstOrThrow()
    const forged = `an:approve:${number}:${hash.slice(0, 12)}`
    expect(words(await writer.does({ choice: forged }))).toMatch(/second person/)
    expect(await status()).toBe('draft')
  })

  test('is not approved when the text is another one than was seen', async () => {
    await youth(12)
    const [writer, second] = [await staff('coordinator'), await staff('administrator')]
    await writes(writer, 'youth')
    await does(writer, 'submit')
    await does(writer, 'submit-yes')
    const reply = await question()
    await writer.does({ choice: `an:change:${(await db.announcement.findFirstOrThrow()).number}` })
    await writer.taps('draft:change:pl')
    await writer.types('Coś innego.')
    const yes = reply.offers!.find(({ id }) => id.startsWith('an:approve'))!.id
    expect(words(await second.does({ choice: yes }))).toContain('The text was changed meanwhile')
    expect(await status()).toBe('draft')
  })

  test('cannot be submitted when there is nobody else to ask', async () => {
    await youth(12)
    const writer = await staff('coordinator')
    await writes(writer, 'youth')
    await does(writer, 'submit')
    expect(await does(writer, 'submit-yes')).toContain('Nobody else may approve')
    expect(await letters(/./)).toEqual([])
  })

  test('cannot be sent to so few that somebody could be recognised, and no number is shown', async () => {
    await youth(3)
    const [writer, second] = [await staff('coordinator'), await staff('administrator')]
    const shown = words(await writes(writer, 'youth'))
    expect(shown).toContain('somebody could be recognised')
    expect(shown).not.toMatch(/get it: \d/)
    expect(await does(writer, 'submit')).toContain('cannot be sent like this')
    const { number, hash } = await db.announcement.findFirstOrThrow()
    await second.does({ choice: `an:approve:${number}:${hash.slice(0, 12)}` })
    expect(await status()).toBe('draft')
  })
})

describe('who may', () => {
  test('an auditor looks at the list and changes nothing, whatever button is forged', async () => {
    const [writer, auditor] = [await staff('coordinator'), await staff('auditor')]
    await writes(writer, 'staff')
    await auditor.types('/announce')
    expect(label(auditor)).toEqual(['Spotkanie w sobotę. (draft)', 'To the start'])
    const { number, hash } = await db.announcement.findFirstOrThrow()
    for (const act of [
      'change',
      'test',
      'submit',
      'submit-yes',
      'approve',
      'return',
      'pause',
      'cancel-yes',
      'retry-yes',
    ])
      expect(words(await auditor.does({ choice: `an:${act}:${number}:${hash.slice(0, 12)}` }))).toContain(
        "only for the programme's staff",
      )
    expect(await status()).toBe('draft')
    expect(await db.delivery.count()).toBe(0)
  })

  test.each(['moderator', 'safeguarding_officer'] as const)('the %s does not even look', async (role) => {
    const [writer, person] = [await staff('coordinator'), await staff(role)]
    await writes(writer, 'staff')
    const { number } = await db.announcement.findFirstOrThrow()
    expect(words(await person.does({ choice: `an:show:${number}` }))).toContain(
      "only for the programme's staff",
    )
    expect(label(person)).not.toContain('Announcements')
  })
})

describe('what cannot be done any more', () => {
  test.each(['pause', 'resume', 'retry-yes'])('is said, and changes nothing: %s of a draft', async (act) => {
    const person = await staff('coordinator')
    await writes(person, 'staff')
    const { number } = await db.announcement.findFirstOrThrow()
    const said = await person.does({ choice: `an:${act}:${number}` })
    expect(words(said)).toContain('Good to see you')
    expect(said.length).toBeGreaterThan(1)
    expect(await status()).toBe('draft')
  })

  test('an announcement that nobody knows leads back to the list', async () => {
    const person = await staff('coordinator')
    expect(words(await person.does({ choice: 'an:show:999999' }))).toContain('There is no announcement yet')
  })

  test('the same tap twice is once', async () => {
    await youth(12)
    const [writer, _] = [await staff('coordinator'), await staff('administrator')]
    await writes(writer, 'youth')
    await does(writer, 'submit')
    const id = button(writer, 'submit-yes')
    await writer.does({ choice: id })
    await writer.does({ choice: id })
    expect(await letters(/^approval\//)).toHaveLength(1)
  })
})
