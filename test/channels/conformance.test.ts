/** Every channel is one code path: each runs the same cases in front of the whole system. */
import { describe } from 'vitest'
import { onDiscord } from '../support/people/discord.ts'
import { onTelegram } from '../support/people/telegram.ts'
import { onTerminal } from '../support/people/terminal.ts'
import { onWeb } from '../support/people/web.ts'
import { conformance, type Ability } from './conformance.ts'

const nothing: readonly Ability[] = []

describe.each([
  { channel: 'Telegram, by polling', open: () => onTelegram('polling'), lacks: nothing },
  { channel: 'Telegram, by webhook', open: () => onTelegram('webhook'), lacks: nothing },
  { channel: 'Discord, in a server', open: () => onDiscord('server'), lacks: ['writing'] as const },
  { channel: 'Discord, in direct messages', open: () => onDiscord('dm'), lacks: nothing },
  { channel: 'the web chat', open: onWeb, lacks: nothing },
  { channel: 'a terminal', open: onTerminal, lacks: ['repeating', 'forging'] as const },
])('$channel', ({ open, lacks }) => {
  conformance(open, lacks)
})
