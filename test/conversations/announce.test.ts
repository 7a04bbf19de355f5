/** Announcements by chat in three languages, word for word: read them aloud when they change. */
import { expect, test } from 'vitest'
import { inviteStaff } from '../../src/app/staff.ts'
import { locales } from '../../src/domain/phrase.ts'
import { buildCity } from '../support/city.ts'
import { transcript } from '../support/transcript.ts'

const texts = {
  pl: '**Spotkanie w sobotę** o 11:00 w Parku Jordana. Przynieś *pomysł* na nową ścieżkę.',
  en: '**A meeting on Saturday** at 11:00 in Jordan Park. Bring an *idea* for the new path.',
  uk: '**Зустріч у суботу** об 11:00 у парку Йордана. Візьми *ідею* для нової доріжки.',
}

test.each(locales)('writing an announcement and sending it, in %s', async (locale) => {
  const { context } = await buildCity()
  for (const role of ['coordinator', 'auditor'] as const)
    await inviteStaff(context, { role, label: role, actor: 'test' })
  const { code } = await inviteStaff(context, { role: 'administrator', label: 'Krakogród', actor: 'test' })
  const talk = transcript(context, `announce-${locale}`, locale)
  const tap = (start: string) => talk.taps(({ id }) => id.startsWith(start))
  await talk.types(`/start i-${code}`).then(() => talk.forgets())
  await talk.types('/announce')
  await tap('an:new')
  await talk.types(texts.pl)
  await talk.types(texts.en)
  await tap('draft:skip')
  await tap('draft:who:youth')
  await tap('draft:tick:uk')
  await tap('draft:done')
  await talk.types('?!')
  await tap('draft:tomorrow')
  await tap('draft:until:week')
  await tap('an:submit')
  await tap('an:show')
  await tap('an:change')
  await tap('draft:change:uk')
  await talk.types(texts.uk)
  await tap('an:change')
  await tap('draft:change:who')
  await tap('draft:who:staff')
  await tap('draft:everybody')
  await tap('an:test')
  await tap('an:submit')
  await tap('an:approve')
  await tap('an:cancel')
  await tap('an:cancel-yes')
  await tap('an:list')
  await tap('an:new')
  await tap('draft:drop')
  await talk.types('/announce here')
  await expect(talk.text()).toMatchFileSnapshot(`./announce.${locale}.txt`)
})
