/** A child who discloses harm, the officer who is told, and a moderator, in three languages, word for word: read them aloud when they change. */
import { beforeEach, expect, test } from 'vitest'
import { render } from '../../src/app/render.ts'
import { inviteStaff } from '../../src/app/staff.ts'
import { printed } from '../../src/channels/terminal.ts'
import { caseAlert, contactAlert } from '../../src/domain/dialogues/case.ts'
import { locales, type Locale } from '../../src/domain/phrase.ts'
import { buildCity } from '../support/city.ts'
import { transcript } from '../support/transcript.ts'

const { context } = await buildCity()
const { db } = context.store

beforeEach(async () => void (await db.answer.deleteMany({ where: { text: { not: null } } })))

const disclosed: Readonly<Record<Locale, string>> = {
  pl: 'tata mnie b i j e',
  en: 'my dad beats me',
  uk: 'тато мене б’є',
}
const teased: Readonly<Record<Locale, string>> = {
  pl: 'koledzy mi dokuczają',
  en: 'they bully me',
  uk: 'з мене сміються, мене цькують',
}

test.each(locales)('a child, the officer and a moderator, in %s', async (locale) => {
  const child = transcript(context, `child-${locale}`, locale)
  await child.types('/start c-safe-way-to-school')
  await child.taps(({ id }) => id.endsWith(':a16_17'))
  await child.taps(({ id }) => id.startsWith('y:'))
  await child.taps(({ id }) => id.endsWith(':walk'))
  await child.taps(({ id }) => id.endsWith(':skip'))
  await child.taps(({ id }) => id.endsWith(':5'))
  child.forgets()
  await child.types(disclosed[locale])
  await child.taps(({ id }) => id.startsWith('contact:'))
  await child.types('600 100 200')
  await child.taps(({ id }) => id.startsWith('start:'))
  await child.types(teased[locale])

  const officer = await comes('safeguarding_officer', locale)
  const { id } = await db.safeguardingCase.findFirstOrThrow({ where: { closedAt: null } })
  const alerts = [
    caseAlert(id, { isUrgent: false, isReader: true }),
    caseAlert(id, { isUrgent: true, isReader: true }),
    contactAlert(id),
    caseAlert(id, { isUrgent: true, isReader: false }),
  ].map((reply) => printed(render(context.text, locale, reply)))
  await officer.opens(`case:take:${id}`)
  await officer.opens(`case:take:${id}`)
  await db.safeguardingCase.deleteMany()

  const moderator = await comes('moderator', locale)
  await moderator.types('/moderate')
  await moderator.taps(({ id: button }) => button.startsWith('mod:redacted:'))
  await moderator.types('…')

  const administrator = transcript(context, `administrator-${locale}`, locale)
  await administrator.types(`/start i-${await codeFor('administrator')}`)
  administrator.forgets()
  await administrator.types('/start')
  const parts = [
    child.text(),
    `=== what the officer and the administrators are sent\n\n${alerts.join('\n\n')}\n`,
    `=== the officer\n\n${officer.text()}`,
    `=== a moderator\n\n${moderator.text()}`,
    `=== an administrator\n\n${administrator.text()}`,
  ]
  const said = parts.join('\n').replaceAll(id, '2026-09-25-abcd-2345')
  await expect(said).toMatchFileSnapshot(`./safeguarding.${locale}.txt`)
})

async function comes(role: 'safeguarding_officer' | 'moderator', locale: Locale) {
  const talk = transcript(context, `${role}-${locale}`, locale)
  await talk.types(`/start i-${await codeFor(role)}`)
  talk.forgets()
  return { ...talk, opens: (id: string) => talk.tapsAgain({ id, label: '…' }) }
}

async function codeFor(role: 'safeguarding_officer' | 'moderator' | 'administrator'): Promise<string> {
  return (await inviteStaff(context, { role, label: 'Desk', actor: 'test' })).code
}
