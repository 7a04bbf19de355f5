import { onDiscord } from '../support/people/discord.ts'
import { onTelegram } from '../support/people/telegram.ts'
import { onTerminal } from '../support/people/terminal.ts'
import { onWeb } from '../support/people/web.ts'
import { conformance } from './conformance.ts'

conformance('Telegram, by polling', () => onTelegram('polling'))
conformance('Telegram, by webhook', () => onTelegram('webhook'))
conformance('Discord, in a server', () => onDiscord('server'))
conformance('Discord, in direct messages', () => onDiscord('dm'))
conformance('the web chat', () => onWeb())
conformance('a terminal', onTerminal)
