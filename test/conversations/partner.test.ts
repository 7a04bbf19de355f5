/** A partner's settings, calendar, second messenger and stop, in three languages, word for word: read them aloud when they change. */
import { expect, test } from 'vitest'
import { inviteContact } from '../../src/app/staff.ts'
import { locales } from '../../src/domain/phrase.ts'
import { buildCity } from '../support/city.ts'
import { transcript } from '../support/transcript.ts'

const { context } = await buildCity({ config: { PUBLIC_URL: 'https://chat.example.org' } })

test.each(locales)('settings, calendar, second messenger and stop of a partner, in %s', async (locale) => {
  const talk = transcript(context, `partner-${locale}`, locale)
  const tap = (end: string) => talk.taps(({ id }) => id.endsWith(end))
  const invitation = { entityId: 'zdt', role: 'contact', label: '', actor: 'test' } as const
  await talk.types(`/start i-${(await inviteContact(context, invitation)).code}`)
  talk.forgets()
  await tap('settings')
  await tap('quiet:1600-0800')
  await tap('quiet:own')
  await talk.types('?!')
  await talk.types('8-7')
  await talk.types('19:00-7:30')
  await tap('digest:each')
  await tap('calendar')
  await talk.types('/calendar')
  await tap(':new')
  await tap(':off')
  await talk.types('/link')
  const [code] = /[A-Z0-9]{4}(-[A-Z0-9]{4}){2}/.exec(talk.text())!
  await talk.types(`/code ${code}`)
  const other = transcript(context, `other-${locale}`, locale)
  await other.types(`/code ${code}`)
  await other.types(`/code ${code}`)
  await talk.types('/link')
  await talk.taps(({ id }) => id.startsWith('unlink:'))
  await talk.types('/stop')
  await talk.types('/plan')
  await talk.types('/start')
  const said = `${talk.text()}\n=== in another messenger\n\n${other.text()}`
    .replaceAll(/calendar\/[\w-]{43}/g, 'calendar/…')
    .replaceAll(/[A-Z0-9]{4}(-[A-Z0-9]{4}){2}/g, 'ABCD-EFGH-JKLM')
  await expect(said).toMatchFileSnapshot(`./partner.${locale}.txt`)
})
