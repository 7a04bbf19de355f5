/** Two messengers become one person and two again, in three languages, word for word: read it aloud when it changes. */
import { expect, test } from 'vitest'
import type { ChannelName } from '../../src/domain/message.ts'
import { locales } from '../../src/domain/phrase.ts'
import { buildCity } from '../support/city.ts'
import { transcript } from '../support/transcript.ts'

const aCode = /[A-Z0-9]{4}(?:-[A-Z0-9]{4}){2}/

test.each(locales)('linking and taking away, in %s', async (locale) => {
  const { context } = await buildCity()
  const scenes: string[] = []
  const talkIn = (channel: ChannelName) => transcript(context, `link-${channel}`, locale, channel)
  const [discord, telegram, page] = [talkIn('discord'), talkIn('telegram'), talkIn('web')]
  const keep = (where: string, { text, forgets }: ReturnType<typeof talkIn>) => {
    const said = text()
    scenes.push(`== ${where}\n\n${said.replaceAll(new RegExp(aCode, 'g'), 'ABCD-EFGH-JKLM')}`)
    forgets()
    return aCode.exec(said)?.[0] ?? ''
  }
  const begin = async (talk: ReturnType<typeof talkIn>, age: string) => {
    await talk.types('/start c-safe-way-to-school')
    await talk.taps(({ id }) => id.endsWith(age))
    await talk.taps(({ id }) => id.startsWith('y:'))
    talk.forgets()
  }

  await telegram.types('/link')
  keep('Telegram', telegram)
  await begin(discord, ':a18_26')
  await discord.types('/link')
  const code = keep('Discord', discord)
  await discord.types(`/code ${code}`)
  keep('Discord', discord)
  await telegram.types(`/code ${code}`)
  await telegram.taps(({ id }) => id.endsWith(':walk'))
  keep('Telegram', telegram)

  await begin(page, ':a18_26')
  await page.taps(({ id }) => id.endsWith(':transit'))
  page.forgets()
  await telegram.types('/link')
  await page.types(`/code ${keep('Telegram', telegram)}`)
  keep('Web', page)
  await telegram.types('2')
  keep('Telegram', telegram)

  await page.types('/settings')
  await page.taps(({ id }) => id === 'unlink')
  await page.taps(({ id, label }) => id.startsWith('unlink:') && label.includes('Telegram'))
  await page.taps(({ id }) => id === 'resume')
  keep('Web', page)
  await telegram.types('/unlink')
  keep('Telegram', telegram)

  const child = transcript(context, 'link-child', locale)
  await begin(child, ':a13_15')
  await child.types('/unlink')
  await child.types('/link')
  await telegram.types(`/code ${keep('Web, 13', child)}`)
  keep('Telegram', telegram)
  await expect(scenes.join('\n')).toMatchFileSnapshot(`./link.${locale}.txt`)
})
