/** A stand-in for Telegram that is fast enough to stay out of the way, and a crowd that talks through its webhook. */
import { createServer, request, Agent, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { performance } from 'node:perf_hooks'
import { quantile } from './report.ts'

export interface Lap {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly unanswered: number
}

export interface Crowd {
  readonly apiRoot: string
  /** So many people hold the whole conversation, `atOnce` of them at a time. */
  talk(webhook: string, people: number): Promise<Lap>
  /** So many people say one word and fall silent. */
  greet(webhook: string, people: number): Promise<Lap>
  close(): Promise<void>
}

/** One person's side of a consultation: typed, because both bots then answer with exactly one message each. */
export const lines = [
  '/start c-free-time-and-sport',
  '4',
  '1',
  '2',
  '1, 2',
  '4',
  '1',
  'More benches in the park',
  '4',
  '1',
  '1',
  '/start',
  '/language',
]
const atOnce = 256
export const secret = 'a-secret-of-the-benchmark'

export async function startCrowd(): Promise<Crowd> {
  const waiting = new Map<number, () => void>()
  let messages = 0
  const server = createServer((incoming, response) => void answer(incoming, response))
  const answer = async (incoming: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(incoming)
    const method = incoming.url?.split('/').at(-1) ?? ''
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ ok: true, result: resultOf(method, body, (messages += 1)) }))
    if (method === 'sendMessage' || method === 'editMessageText') waiting.get(Number(chatOf(body)))?.()
  }
  server.keepAliveTimeout = 120_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce * 2 })
  const says = saying(agent, waiting)
  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    talk: (webhook, people) =>
      lap(people, (person) => lines.map((text) => () => says(webhook, person, text))),
    greet: (webhook, people) => lap(people, (person) => [() => says(webhook, person, '/start')]),
    close: async () => {
      agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

let lastPerson = 1_000
let lastUpdate = 1

type Say = () => Promise<number>

async function lap(people: number, script: (person: number) => Say[]): Promise<Lap> {
  const times: number[] = []
  let left = people
  let unanswered = 0
  const begunAt = performance.now()
  const walk = async () => {
    while (left > 0) {
      left -= 1
      for (const say of script((lastPerson += 1)))
        await say().then(
          (ms) => times.push(ms),
          () => (unanswered += 1),
        )
    }
  }
  await Promise.all(Array.from({ length: atOnce }, walk))
  return {
    perSecond: times.length / ((performance.now() - begunAt) / 1_000),
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    unanswered,
  }
}

/** Posts an update and waits for the first message to that person; first messages of several count once. */
function saying(agent: Agent, waiting: Map<number, () => void>) {
  return async (webhook: string, person: number, text: string): Promise<number> => {
    const begunAt = performance.now()
    const replied = new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('no reply')), 20_000)
      waiting.set(person, () => {
        clearTimeout(late)
        waiting.delete(person)
        resolve()
      })
    })
    await Promise.all([post(agent, webhook, updateOf(person, text)), replied])
    return performance.now() - begunAt
  }
}

function updateOf(person: number, text: string): object {
  const entities = text.startsWith('/')
    ? [{ type: 'bot_command', offset: 0, length: text.split(' ')[0]!.length }]
    : []
  const from = { id: person, is_bot: false, first_name: 'A', language_code: 'en' }
  return {
    update_id: (lastUpdate += 1),
    message: {
      message_id: lastUpdate,
      date: 1_790_000_000,
      chat: { id: person, type: 'private', first_name: 'A' },
      from,
      text,
      entities,
    },
  }
}

async function post(agent: Agent, url: string, body: object): Promise<void> {
  const payload = JSON.stringify(body)
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(payload),
    'x-telegram-bot-api-secret-token': secret,
  }
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { method: 'POST', agent, headers }, resolve).on('error', reject).end(payload)
  })
  await bodyOf(response)
  if (response.statusCode !== 200) throw new Error(`the webhook answered ${response.statusCode}`)
}

async function bodyOf(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

function chatOf(body: string): unknown {
  return (JSON.parse(body) as { chat_id?: unknown }).chat_id
}

function resultOf(method: string, body: string, message: number): unknown {
  if (method === 'getMe')
    return {
      id: 1,
      is_bot: true,
      first_name: 'Hejnal',
      username: 'hejnal_bot',
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
    }
  if (method === 'sendMessage' || method === 'editMessageText')
    return {
      message_id: message,
      date: 1_790_000_000,
      chat: { id: Number(chatOf(body)), type: 'private', first_name: 'A' },
      text: '.',
    }
  return true
}
