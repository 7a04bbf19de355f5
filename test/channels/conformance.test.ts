/** Every channel is one code path: each runs the same cases in front of the whole system. */
import { describe } from 'vitest'
import { onDiscord } from '../support/people/discord.ts'
import { onTelegram } from '../support/people/telegram.ts'
import { onTerminal } from '../support/people/terminal.ts'
import { onWeb } from '../support/people/web.ts'
import { conformance, type Ability } from './conformance.ts'

const nothing: readonly Ability[] = []

describe.each([
  ['Telegram, by polling', () => onTelegram('polling'), nothing],
  ['Telegram, by webhook', () => onTelegram('webhook'), nothing],
  ['Discord, in a server', () => onDiscord('server'), ['writing', 'handing']],
  ['Discord, in direct messages', () => onDiscord('dm'), nothing],
  ['the web chat', onWeb, nothing],
  ['a terminal', onTerminal, ['repeating', 'forging', 'handing']],
] as const)('%s', (_, open, lacks) => {
  conformance(open, lacks)
})
