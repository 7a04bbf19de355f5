/** The three sample consultations in three languages, word for word: read them aloud when they change (`npx vitest -u`). */
import { describe, expect, test } from 'vitest'
import type { Choice } from '../../src/domain/message.ts'
import { locales, type Locale } from '../../src/domain/phrase.ts'
import { buildCity } from '../support/city.ts'
import { transcript } from '../support/transcript.ts'

const { context } = await buildCity()
const consultations = ['safe-way-to-school', 'free-time-and-sport', 'support-when-it-is-hard']

const conversation = (name: string, locale: Locale) => transcript(context, name, locale)
const first = (choice: Choice) => choice.row === 'answer'
const step = (which: string) => (choice: Choice) => choice.id.endsWith(`:${which}`)

describe.each(consultations)('%s', (consultation) => {
  test.each(locales)('in %s', async (locale) => {
    const talk = conversation(`${consultation}-${locale}`, locale)
    await talk.types(`/start c-${consultation}`)
    await talk.taps(({ id }) => id.endsWith(':a16_17'))
    await talk.taps(({ id }) => id.startsWith('y:'))
    for (let asked = 0; talk.isAsked() && asked < 20; asked += 1) {
      const done = talk.choices().find(step('done'))
      if (asked === 1) await talk.types('?!')
      if (talk.choices().some(first)) await talk.taps(first)
      else
        await talk.types(locale === 'pl' ? 'Więcej ławek' : locale === 'en' ? 'More benches' : 'Більше лавок')
      if (done && talk.choices().some(step('done'))) await talk.taps(step('done'))
    }
    await talk.taps(({ id }) => id.endsWith(':yes'))
    await expect(talk.text()).toMatchFileSnapshot(`./${consultation}.${locale}.txt`)
  })
})

describe('what works from any state', () => {
  test.each(locales)('in %s', async (locale) => {
    const talk = conversation(`settings-${locale}`, locale)
    for (const text of ['/privacy', '/mydata', '/help', '/delete', '/language']) await talk.types(text)
    await talk.types('/start c-free-time-and-sport')
    await talk.taps(({ id }) => id.endsWith(':a13_15'))
    await talk.taps(({ id }) => id.startsWith('y:'))
    for (const text of ['2', 'POMOC', '/mydata', '/privacy', '/language']) await talk.types(text)
    await talk.taps(({ id }) => id === 'lang:uk')
    await talk.taps(step('done'))
    await talk.taps(step('back'))
    await talk.taps(step('keep'))
    await talk.taps(step('stop'))
    await talk.types('/start')
    await talk.types('/start c-free-time-and-sport')
    await talk.types('/stop')
    await talk.types('/delete')
    await talk.taps(({ id }) => id === 'delete:yes')
    await expect(talk.text()).toMatchFileSnapshot(`./settings.${locale}.txt`)
  })
})

describe('slips', () => {
  test.each(locales)('in %s', async (locale) => {
    const talk = conversation(`slips-${locale}`, locale)
    await talk.types('/hlep')
    await talk.types('/start c-safe-way-to-school')
    await talk.taps(({ id }) => id.endsWith(':a16_17'))
    await talk.taps(({ id }) => id.startsWith('y:'))
    const [one, other] = talk.choices()
    await talk.taps(first)
    await talk.tapsAgain(one!)
    await talk.tapsAgain(other!)
    for (let asked = 0; talk.choices().some(first) && asked < 20; asked += 1) await talk.taps(step('skip'))
    for (const text of ['/hlep', '/ nie', '/dom/szkoła']) {
      await talk.types(text)
      if (!text.startsWith('/hlep')) await talk.taps(step('back'))
    }
    await expect(talk.text()).toMatchFileSnapshot(`./slips.${locale}.txt`)
  })
})
