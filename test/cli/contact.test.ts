/** The command line about those who speak for entities: invitations with the ways to open them, the list, the end. */
import { Command } from 'commander'
import { expect, test } from 'vitest'
import { addContact } from '../../src/cli/contact.ts'
import { createCli } from '../../src/cli/cli.ts'
import type { Config } from '../../src/runtime/config.ts'
import { loadText } from '../../src/runtime/text.ts'
import { afterwards } from '../support/afterwards.ts'
import { buildCity } from '../support/city.ts'
import { talk } from '../support/talk.ts'
import { startTelegram } from '../support/telegram.ts'

const city = await buildCity()

async function run(
  words: string,
  { isJson = false, config = {} }: { isJson?: boolean; config?: Partial<Config> } = {},
): Promise<string> {
  let said = ''
  const context = { ...city.context, config: { ...city.context.config, ...config } }
  const cli = createCli({
    locale: 'en',
    text: loadText(),
    isJson: () => isJson,
    openContext: () => Promise.resolve(context),
    out: (text) => (said += text),
    err: () => undefined,
    fail: () => undefined,
  })
  const program = new Command('hejnal')
  addContact(program, cli)
  await program.parseAsync(words.split(' '), { from: 'user' })
  return said
}

test('an invitation names the ways in: a link for the web chat and for Telegram, a profile and a command for Discord', async () => {
  const telegram = await startTelegram()
  afterwards(() => telegram.close())
  const config = {
    PUBLIC_URL: 'https://chat.example.org/',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    DISCORD_BOT_TOKEN: 'OTAwMDAwMDAwMDAwMDAwMDAx.loopback.loopbackloopback',
  }
  const { code, links, entity } = JSON.parse(
    await run('contact invite --entity zdt', { isJson: true, config }),
  ) as { code: string; links: Record<string, string>; entity: string }
  expect(entity).toBe('zdt')
  expect(links['web']).toBe(`https://chat.example.org/join#${code}`)
  expect(links['telegram']).toMatch(new RegExp(`^https://t\\.me/\\w+\\?start=i-${code}$`))
  expect(links['discord']).toBe('https://discord.com/users/900000000000000001')
  const said = await run('contact invite --entity zdt --role superior', { config })
  expect(said).toMatch(/Role: superior\. .*\nIn a browser: .*\nIn Telegram: .*\nIn Discord: .*write \/code /)
})

test('where a platform cannot be asked, the code and the command are there all the same', async () => {
  const config = { TELEGRAM_BOT_TOKEN: '1:none', TELEGRAM_API_ROOT: 'http://127.0.0.1:1' }
  const said = await run('contact invite --entity zdt', { config })
  expect(said).not.toContain('t.me')
  expect(said).toMatch(/write to the bot \/code [\w-]{14}/)
})

test('the list warns first, shows who speaks for whom, and what is ended is gone from it', async () => {
  const { code } = JSON.parse(await run('contact invite --entity zdt --name Paths', { isJson: true })) as {
    code: string
  }
  await talk(city.context, { channel: 'discord' }).types(`/code ${code}`)
  const said = await run('contact list')
  expect(said).toMatch(/^Nobody can be asked, and something is due:\n• \w+: /)
  expect(said).toMatch(/zdt +contact +Paths +Discord +en +2026-09-25 +[\da-f-]{36}/)
  expect(said).toContain('Codes nobody has used yet:')
  const { contacts } = JSON.parse(await run('contact list --entity zdt', { isJson: true })) as {
    contacts: { personId: string }[]
  }
  expect(await run(`contact end ${contacts[0]!.personId} --entity zdt`)).toMatch(
    /^Ended: .+ \([\da-f-]{36}\)\n$/,
  )
  expect(await run('contact list --entity zdt')).toContain('Nobody speaks for an entity yet.')
})
