import { randomUUID } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import { SendError } from '../../src/channels/channel.ts'
import { incomingId, web } from '../../src/channels/web.ts'
import type { Log } from '../../src/runtime/log.ts'
import type { WebParts } from '../../src/web/parts.ts'
import { serve } from '../../src/web/server.ts'
import { openTown, type Town } from './town.ts'
import { visitor } from './visitor.ts'

async function town(changes: Partial<WebParts> = {}) {
  const opened = await openTown(changes)
  onTestFinished(() => opened.close())
  return opened
}

const help = () => ({ id: randomUUID(), text: '/help' })

describe('what every answer carries', () => {
  test('a strict content policy, no cache, no referrer to others, and an unreadable cookie', async () => {
    const { url } = await town()
    const { headers } = await visitor(url).get('/chat')
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'self'/)
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('set-cookie')).toMatch(/^hejnal=personal\.[\w-]{43}; .*HttpOnly; SameSite=Lax$/)
    expect(headers.has('strict-transport-security')).toBe(false)
  })

  test('a cookie that lives on from every visit, or only for the lesson when it came with a class code', async () => {
    const { url } = await town()
    const [owner, pupil] = [visitor(url), visitor(url)]
    await owner.get('/chat')
    await pupil.post('/class', { id: randomUUID(), text: 'ABCD2345' })
    const cookieOf = async (who: typeof owner) => (await who.get('/chat')).headers.get('set-cookie')
    expect(await cookieOf(owner)).toContain(`hejnal=${owner.cookies.get('hejnal')}; Max-Age=15552000`)
    expect(await cookieOf(pupil)).toMatch(/^hejnal=class\.[^;]+; Path/)
  })

  test('HSTS and a secure cookie bound to the host when people come by https', async () => {
    const { url } = await town({ publicUrl: 'https://czat.example.org' })
    const { headers } = await visitor(url).get('/chat')
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=/)
    expect(headers.get('set-cookie')).toMatch(/^__Host-hejnal=.*Secure/)
  })

  test('no script or style inside the pages', async () => {
    const { url } = await town({ trial: { moveTo: async () => {} } })
    for (const path of ['/', '/chat', '/class', '/join', '/privacy', '/nowhere']) {
      const { html } = await visitor(url).get(path)
      expect(html, path).not.toMatch(/ style=| on[a-z]+=|<style|<script(?! type="module" src="\/assets)/)
      expect(html, path).not.toMatch(/(src|href)="https?:/)
    }
  })
})

describe('posts that are believed', () => {
  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['a neighbouring subdomain', { 'sec-fetch-site': 'same-site' }],
  ])('are not those of %s', async (_who, headers) => {
    const { url, acts } = await town()
    const child = visitor(url)
    await child.get('/chat')
    const { status, words } = await child.post('/chat', help(), headers)
    expect(status).toBe(403)
    expect(words).toContain('Ta wiadomość przyszła z innej strony')
    expect(acts).toEqual([])
  })

  test('are those of the page itself and of the public address', async () => {
    const { url, acts } = await town({ publicUrl: 'http://czat.example.org/' })
    const child = visitor(url)
    await child.get('/chat')
    await child.post('/chat', help(), { origin: url, 'sec-fetch-site': 'same-origin' })
    await child.post('/chat', help(), { origin: 'http://czat.example.org' })
    expect(acts).toHaveLength(2)
  })

  test('come with a cookie: a form without one is answered with what to do', async () => {
    const { url, acts } = await town()
    const { status, words } = await visitor(url, 'en').post('/chat', help())
    expect(status).toBe(400)
    expect(words).toContain('allow cookies')
    expect(acts).toEqual([])
  })

  test('come with an id of ours', async () => {
    const { url, acts } = await town()
    const child = visitor(url)
    await child.get('/chat')
    expect((await child.post('/chat', { id: 'x', text: 'Cześć' })).status).toBe(400)
    expect(acts).toEqual([])
  })
})

describe('refusals in kind words, in the language of the person', () => {
  test.each([
    ['pl', 'Nie ma takiej strony'],
    ['en', 'There is no such page'],
    ['uk', 'Такої сторінки немає'],
  ])('a page that does not exist (%s)', async (language, words) => {
    const { url } = await town()
    const page = await visitor(url, language).get('/../etc/passwd')
    expect(page.status).toBe(404)
    expect(page.words).toContain(words)
  })

  test('a message that is too long', async () => {
    const { url, acts } = await town()
    const child = visitor(url)
    await child.get('/chat')
    const { status, words } = await child.post('/chat', { id: randomUUID(), text: 'ą'.repeat(40_000) })
    expect([status, acts.length]).toEqual([413, 0])
    expect(words).toContain('Napisz, proszę, krócej.')
  })

  test('a fault of ours, logged without what was asked', async () => {
    const lines: object[] = []
    const log: Log = { debug() {}, info() {}, warn() {}, error: (facts) => void lines.push(facts) }
    const look = () => Promise.reject(new Error('The database is away.'))
    const { url } = await town({ log, look })
    const { status, words } = await visitor(url).get('/chat?secret=1')
    expect(status).toBe(500)
    expect(words).toContain('Coś poszło nie tak po naszej stronie')
    expect(lines).toEqual([{ err: new Error('The database is away.'), path: '/chat' }])
  })

  test('too many acts of one person, until a while has passed; the rest of the class goes on', async () => {
    const { url, clock, acts } = await town()
    const [hasty, calm] = [visitor(url), visitor(url)]
    await Promise.all([hasty.get('/chat'), calm.get('/chat')])
    for (let tap = 0; tap < 40; tap += 1) await hasty.post('/chat', help())
    const refused = await hasty.post('/chat', help(), { accept: 'application/json' })
    expect([refused.status, refused.headers.get('retry-after'), JSON.parse(refused.html).words]).toEqual([
      429,
      '1',
      expect.stringContaining('Nic nie przepadło.'),
    ])
    expect((await calm.post('/chat', help())).status).toBe(303)
    clock.advance(1000)
    expect((await hasty.post('/chat', help())).status).toBe(303)
    expect(acts).toHaveLength(42)
  })

  test('guesses of class codes', async () => {
    const { url } = await town()
    const guesser = visitor(url)
    const guess = () => guesser.post('/class', { id: randomUUID(), text: 'WRONG' })
    for (let count = 0; count < 150; count += 1) expect((await guess()).status).toBe(422)
    expect((await guess()).status).toBe(429)
  })
})

describe('what is sent to people', () => {
  const outgoing = { text: 'Miasto: tak, 40 ławek do czerwca.', lang: 'pl' }

  test('is shown on the page that is open', async () => {
    const { url, channel, acts } = await town()
    const { response, to } = await openStream(url, acts)
    const heard = readEvents(response, 'ławek')
    await channel.send(to, outgoing)
    expect(JSON.parse((await heard).split('data: ').at(-1)!).log).toContain('40 ławek do czerwca')
  })

  test('is to be tried again later when no page is open, and after the page was closed', async () => {
    const { url, channel, acts } = await town()
    const { response, to } = await openStream(url, acts)
    await expect(channel.send({ channel: 'web', value: 'somebody' }, outgoing)).rejects.toMatchObject({
      verdict: 'retry',
    })
    await response.body?.cancel()
    await expect
      .poll(() => channel.send(to, outgoing).catch((error: unknown) => error))
      .toBeInstanceOf(SendError)
  })

  test('ends with the server: closing does not wait for open pages', async () => {
    const { url, acts, close } = await openTown()
    const { response } = await openStream(url, acts)
    await close()
    expect(await response.text()).not.toContain('data: {')
    await expect(fetch(url)).rejects.toThrow()
  })

  test('reaches nobody who never opened the chat', async () => {
    const { url } = await town()
    expect((await visitor(url).get('/chat/events')).status).toBe(204)
  })
})

describe('the web channel', () => {
  test('is well once somebody listens, and refuses to be asked before and after', async () => {
    const channel = web()
    const incoming = { id: '1', from: { channel: 'web', value: 'a' }, at: new Date(0) } as const
    expect(channel.state()).toBe('connecting')
    await expect(channel.ask(incoming)).rejects.toThrow('not listening')
    await channel.listen(async () => [])
    expect([channel.state(), await channel.ask(incoming)]).toEqual(['ok', []])
    await channel.close()
    expect(channel.state()).toBe('refused')
    await expect(channel.ask(incoming)).rejects.toThrow('not listening')
  })

  test('finishes what is under way before it closes', async () => {
    const channel = web()
    let finish = (): void => {}
    await channel.listen(() => new Promise((resolve) => (finish = () => resolve([]))))
    const asked = channel.ask({ id: '1', from: { channel: 'web', value: 'a' }, at: new Date(0) })
    const order: string[] = []
    const closed = channel.close().then(() => order.push('closed'))
    void asked.then(() => order.push('answered'))
    finish()
    await closed
    expect(order).toEqual(['answered', 'closed'])
  })

  test('derives ids that nobody can guess from another address', () => {
    const ids = ['a', 'b'].map((value) => incomingId({ channel: 'web', value }, 'same'))
    expect(ids[0]).not.toBe(ids[1])
    expect(ids[0]).toMatch(/^[\w-]{43}$/)
  })
})

describe('health', () => {
  test.each([
    ['ok', 200],
    ['failing', 503],
  ] as const)('%s is %i', async (status, code) => {
    const { url } = await town({ health: async () => ({ status, database: 'refused' }) })
    const answer = await visitor(url).get('/health')
    expect([answer.status, JSON.parse(answer.html)]).toEqual([code, { status, database: 'refused' }])
  })
})

describe('the webhook of Telegram', () => {
  const hook = (url: string, body: string) =>
    fetch(`${url}/telegram/webhook`, {
      method: 'POST',
      body,
      headers: { 'x-telegram-bot-api-secret-token': 'hush', 'content-type': 'application/json' },
    })

  test('hands the update and the secret over, and answers what the handler says', async () => {
    const seen: unknown[] = []
    const handleUpdate = async (update: unknown) => {
      seen.push(update)
      return { status: 401 }
    }
    const { url } = await town({ telegram: { path: '/telegram/webhook', handleUpdate } })
    const body = { update_id: 1, message: { text: 'ą'.repeat(50_000) } }
    expect((await hook(url, JSON.stringify(body))).status).toBe(401)
    expect(seen).toEqual([{ secret: 'hush', body: JSON.stringify(body) }])
    expect((await hook(url, 'x'.repeat(2 * 1024 * 1024))).status).toBe(413)
    expect(seen).toHaveLength(1)
  })

  test('is not there when there is no bot', async () => {
    const { url } = await town()
    expect((await hook(url, '{}')).status).toBe(404)
  })
})

describe('assets', () => {
  test('are served from a list, kept for good under the name of their content, and checked again otherwise', async () => {
    const { url } = await town()
    const { html } = await visitor(url).get('/chat')
    const [path = ''] = /\/assets\/chat\.css\?v=\w+/.exec(html) ?? []
    const cacheOf = async (of: string) => (await fetch(url + of)).headers.get('cache-control')
    expect(await cacheOf(path)).toContain('immutable')
    expect(await cacheOf('/assets/chat.css?v=old')).toBe('no-cache')
    expect((await fetch(`${url}/assets/package.json`)).status).toBe(404)
    expect((await fetch(`${url}/assets/..%2Fserver.ts`)).status).toBe(404)
  })
})

test('a taken port is an error of the start', async () => {
  const { url } = await town()
  const port = Number(new URL(url).port)
  await expect(serve({ host: '127.0.0.1', port } as unknown as Parameters<typeof serve>[0])).rejects.toThrow()
})

/** A page that is open and listening, and the address it listens for. */
async function openStream(url: string, acts: Town['acts']) {
  const child = visitor(url)
  await child.get('/chat')
  await child.post('/chat', help())
  const cookie = [...child.cookies].map((pair) => pair.join('=')).join('; ')
  const response = await fetch(`${url}/chat/events`, { headers: { cookie } })
  const { value } = acts.at(-1)!.from
  return { response, to: { channel: 'web', value } as const }
}

/** What the stream says, up to and with the event that holds `until`. */
async function readEvents(response: Response, until: string): Promise<string> {
  let said = ''
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  while (!(said.includes(until) && said.endsWith('\n\n'))) {
    const { value, done } = await reader.read()
    if (done) break
    said += value
  }
  return said
}
