/** A partner says that something is done and shows it, in whichever channel they are: a photo, a report, a link. */
import { beforeAll, describe, expect, test } from 'vitest'
import { inviteContact } from '../../src/app/staff.ts'
import { reminderButton } from '../../src/domain/deadline.ts'
import { largestFileBytes } from '../../src/domain/evidence.ts'
import { openHouse, type House } from '../support/house.ts'
import { inDiscord } from '../support/people/discord.ts'
import type { Person } from '../support/people/person.ts'
import { inTelegram } from '../support/people/telegram.ts'
import { expectNoComplaint } from '../support/people/walk.ts'
import { inBrowser } from '../support/people/web.ts'
import { jpeg, officeFile, traces } from '../support/photo.ts'
import { visitor } from '../web/visitor.ts'

/** A milestone of the Roads Authority. */
const source = 'milestone/a2-1-1/m3'

let house: House
beforeAll(async () => void (house = await openHouse({ telegram: 'polling', isOnDiscord: true })))

const people: Readonly<Record<string, () => Promise<Person>>> = {
  'in Telegram': async () => inTelegram(house, house.telegram.user({ languageCode: 'en' })),
  'in a Discord server': async () => inDiscord(house, house.discord.member({ locale: 'en-GB' }), 'server'),
  'in Discord, in direct messages': async () =>
    inDiscord(house, house.discord.member({ locale: 'en-GB' }), 'dm'),
  'in the web chat': async () => {
    const browser = visitor(house.url, 'en')
    return inBrowser(house, browser, await browser.get('/chat'))
  },
}

const photo = { name: 'IMG_1.jpg', mediaType: 'image/jpeg', content: jpeg(), isPhoto: true }
const report = {
  name: 'Sprawozdanie.docx',
  mediaType: 'application/octet-stream',
  content: officeFile('word'),
  caption: 'The report',
}
const macros = { ...report, content: officeFile('word', { 'word/vbaProject.bin': 'x' }) }
const film = { ...report, content: new Uint8Array(largestFileBytes + 1) }

describe.each(Object.entries(people))('%s', (_, comes) => {
  test('a photo, a report and a link are kept, what cannot be kept is refused kindly', async () => {
    const person = await comes()
    const { context } = house
    const { code } = await inviteContact(context, {
      entityId: 'zdt',
      role: 'contact',
      label: 'x',
      actor: 'cli',
    })
    await person.commands('code', code)
    await person.forges!(await doneButton())
    await person.hands!(photo)
    expect(person.heard()).toContain('Kept')
    for (const [file, refusal] of [
      [macros, 'cannot be kept'],
      [film, 'at most 10 MB'],
    ] as const) {
      await person.hands!(file)
      expect(person.heard()).toContain(refusal)
    }
    await person.hands!(report)
    await person.types('https://example.org/report')
    expect(person.heard()).toContain('Kept')
    const kept = await context.store.db.evidence.findMany({ where: { deadline: source } })
    expect(
      kept.map(({ mediaType, link }) => link ?? mediaType ?? '').toSorted((a, b) => a.localeCompare(b)),
    ).toEqual([
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'https://example.org/report',
      'image/jpeg',
    ])
    expect(kept.find(({ mediaType }) => mediaType?.includes('word'))).toMatchObject({
      title: { en: 'The report (Sprawozdanie.docx)' },
      content: new Uint8Array(report.content),
    })
    const seen = kept.map(({ content }) => Buffer.from(content ?? []).toString('latin1')).join('')
    for (const trace of traces) expect(seen).not.toContain(trace)
  })
})

/** A milestone of the entity, open again and without evidence. */
async function doneButton(): Promise<string> {
  const { db } = house.context.store
  await db.evidence.deleteMany({ where: { deadline: source } })
  const { id, dueOn } = await db.deadline.update({
    where: { source },
    data: { status: 'open', doneOn: null },
  })
  return reminderButton({ deadlineId: id, dueOn: dueOn.toISOString().slice(0, 10), step: '0' }, 'done')
}

test('nobody complained about anything in all of that', () => expectNoComplaint(house))
