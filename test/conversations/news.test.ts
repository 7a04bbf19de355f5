/** Agreeing to messages from the city and taking that back, in three languages, word for word: read them aloud when they change. */
import { expect, test } from 'vitest'
import { locales } from '../../src/domain/phrase.ts'
import { buildCity } from '../support/city.ts'
import { transcript } from '../support/transcript.ts'

const { context } = await buildCity()

test.each(locales)('messages from the city, in %s', async (locale) => {
  const talk = transcript(context, `news-${locale}`, locale)
  const tap = (end: string) => talk.taps(({ id }) => id.endsWith(end))
  await talk.types('/news')
  await tap(':a13_15')
  await tap(':no')
  await talk.types('/start')
  await tap('news')
  await talk.types('?!')
  await tap(':a13_15')
  await talk.types('?!')
  await tap(':on')
  await talk.types('/news')
  await tap(':keep')
  await talk.types('/news')
  await tap(':off')
  await talk.types('/stop')
  await expect(talk.text()).toMatchFileSnapshot(`./news.${locale}.txt`)
})

test.each(locales)('somebody too young for a channel, in %s', async (locale) => {
  const talk = transcript(
    { ...context, config: { ...context.config, CHANNEL_MIN_AGE: { web: 16 } } },
    `refused-${locale}`,
    locale,
  )
  await talk.types('/news')
  await talk.taps(({ id }) => id.endsWith(':a13_15'))
  await expect(talk.text()).toMatchFileSnapshot(`./news-refused.${locale}.txt`)
})
