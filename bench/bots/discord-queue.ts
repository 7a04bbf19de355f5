/** The peer of `discord`: discord.js' own REST queue, given everything at once. `discord-queue.ts API_ROOT TOKEN COUNT FIRST_CHANNEL` */
import { REST, Routes } from 'discord.js'

const [api = '', token = '', count = '0', first = '0'] = process.argv.slice(2)
const rest = new REST({ api, version: '10' }).setToken(token)
const body = { content: 'The consultation about your way to school is open.' }
const channels = Array.from({ length: Number(count) }, (_, index) => String(Number(first) + index))
await Promise.all(channels.map((channel) => rest.post(Routes.channelMessages(channel), { body })))
process.send?.('done')
