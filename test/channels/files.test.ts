/** Files that people hand over, in every channel that takes them. */
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { fetchFiles } from '../../src/channels/telegram/files.ts'
import { download } from '../../src/channels/file.ts'
import { web } from '../../src/channels/web.ts'
import type { Outgoing } from '../../src/domain/message.ts'
import { stage } from '../support/discord/stage.ts'
import { gate, MemoryInbox, startBot, startServer, until } from '../support/telegram/bot.ts'
import { openTown } from '../web/town.ts'
import { actIdBefore, visitor } from '../web/visitor.ts'
import { asking, bytes, files, most, type Giver } from './files.ts'

type Receive = ReturnType<typeof asking>['receive']
const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

describe('Telegram', () => {
  files(onTelegram)

  test('a file beyond what bots are given is refused without being fetched', async () => {
    const { receive } = asking()
    const giver = await onTelegram(receive)
    await giver.hands({
      name: 'film.pdf',
      mediaType: 'application/pdf',
      content: new Uint8Array(21 * 1024 * 1024),
    })
    expect(giver.heard()).toBe('The file is too-large.')
    expect(giver.handedOut!()).toBe(0)
  })

  test('each picture of an album is a file of its own', async () => {
    const { receive, got } = asking()
    const { server, settle } = await startBot(receive)
    const ala = server.user()
    for (const first of [1, 2, 3])
      await ala.hands({ name: '', mediaType: '', content: Uint8Array.of(first, 2), isPhoto: true })
    await settle()
    expect(got.map(({ content }) => content[0])).toEqual([1, 2, 3])
  })

  test('the inbox keeps which file it is and nothing of what is in it; after a stop in the middle it is fetched again', async () => {
    const inbox = new MemoryInbox()
    const server = await startServer()
    const { opened, open } = gate()
    const first = await startBot(
      async ({ file }) => {
        open()
        await file!.read(most)
        return []
      },
      { server, inbox },
    )
    server.fail('file', { hang: true })
    await server.user().hands({ name: 'a.pdf', mediaType: 'application/pdf', content: bytes(5_000) })
    await opened
    await until(() => server.requests('file') === 1)
    await first.channel.close()
    expect([...inbox.bodies.values()].map((body) => JSON.parse(body) as object)).toEqual([
      expect.objectContaining({
        file: { name: 'a.pdf', mediaType: 'application/pdf', bytes: 5_000 },
        via: expect.stringMatching(/^\{"file":"F\d+"\}$/),
      }),
    ])
    expect(first.logged.filter((line) => line.includes('settled'))).toEqual([])
    const { receive, got } = asking()
    const second = await startBot(receive, { server, inbox })
    await second.settle()
    expect(Buffer.from(got[0]!.content).equals(bytes(5_000))).toBe(true)
  })

  test('an error of a fetch holds neither the token nor the path', async () => {
    const api = { getFile: async () => ({ file_path: 'documents/secret' }) } as never
    const line = { root: 'http://127.0.0.1:1/file/bot123:SECRET/', closing: undefined }
    const failure = await fetchFiles(api, line as never)('id', 10).catch((error: Error) => error)
    expect(failure).toMatchObject({
      name: 'FileError',
      why: 'unfetched',
      message: 'file unfetched: ECONNREFUSED',
    })
    expect(`${(failure as Error).stack} ${JSON.stringify(failure)}`).not.toMatch(/SECRET|secret/)
  })
})

describe('Discord, in direct messages', () => {
  files((receive) => onDiscord(receive, 'dm'))

  test('each of several attachments is a file of its own, the words belong to the first', async () => {
    const { receive, got } = asking()
    const { server } = await stage(receive)
    const member = server.member()
    const file = (first: number) => ({
      name: `${first}.pdf`,
      mediaType: 'application/pdf',
      content: Uint8Array.of(first),
    })
    member.hands({ ...file(1), caption: 'both' }, file(2))
    await member.sees('Thank you for file 2.')
    expect(got.map(({ name, text }) => [name, text])).toEqual([
      ['1.pdf', 'both'],
      ['2.pdf', ''],
    ])
  })

  test('an address that has run out is no file, and the person is asked once more', async () => {
    const { opened, open } = gate()
    const { receive } = asking()
    const { server } = await stage(async (incoming) => {
      if (incoming.file) await opened
      return receive(incoming)
    })
    const member = server.member()
    member.hands({ name: 'a.pdf', mediaType: 'application/pdf', content: bytes(10) })
    server.advance(25 * 3_600_000)
    open()
    await member.sees('The file is unfetched.')
  })
})

describe('Discord, by the form in a server', () => {
  files((receive) => onDiscord(receive, 'server'))

  test('words alone will do as well', async () => {
    const heard: unknown[] = []
    const { server } = await stage(async ({ text, file }) => {
      heard.push([text, file])
      return [{ text: 'A file, please.', expects: 'file', lang: 'en' }]
    })
    const member = server.member()
    await member.runs('/start')
    await member.sees('A file, please.')
    await member.taps('Napisz albo dodaj plik')
    expect(member.form()).toMatchObject({ title: 'Napisz albo dodaj plik' })
    await member.submits('https://example.org/report')
    await until(() => heard.length === 2)
    expect(heard[1]).toEqual(['https://example.org/report', undefined])
    expect(server.violations).toEqual([])
  })
})

describe('the web chat', () => {
  files(inBrowser)

  test('a file that is far too large is refused in kind words before it is read', async () => {
    const { url, browser, got } = await inTown()
    const { cookies } = browser
    const sending = request(`${url}/chat`, {
      method: 'POST',
      headers: {
        cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': 500_000_000,
        accept: 'application/json',
        'accept-language': 'en',
      },
    })
    sending.on('error', () => {})
    sending.write('--x\r\n')
    const [answer] = (await once(sending, 'response')) as [IncomingMessage]
    const words = JSON.parse((await answer.setEncoding('utf8').toArray()).join('')) as object
    sending.destroy()
    expect(answer.statusCode).toBe(413)
    expect(words).toMatchObject({ words: expect.stringContaining('at most 10 MB') })
    expect(got).toEqual([])
  })

  test('a file that nobody asked for is not read at all, however it is sent', async () => {
    const { url } = await inTown()
    const stranger = visitor(url, 'en')
    const id = crypto.randomUUID()
    const file = new File([bytes(100_000)], 'a.pdf', { type: 'application/pdf' })
    expect((await stranger.post('/chat', { id, text: '', file })).status).toBe(413)
  })

  test('the place for a file is there only while one is asked for, and an empty one is no file', async () => {
    const { browser, page, heard } = await inTown()
    expect(page.html).toMatch(/<form class="words"[^>]*enctype="multipart\/form-data"/)
    expect(page.html).toMatch(
      /<label class="file-label" for="file">.*?File \(at most 10 MB\)<\/label> <input id="file" name="file" type="file"/,
    )
    const id = actIdBefore(page.html, 'data-field')
    const answered = await browser.submit('/chat', { id, text: 'done', file: new File([], '') })
    expect(heard).toMatchObject([{ text: 'done' }])
    expect(heard[0]).not.toHaveProperty('file')
    expect(answered.html).not.toContain('type="file"')
    expect(answered.html).not.toContain('multipart')
  })
})

test('a file is not followed to where it is said to have moved', async () => {
  const server = await startServer()
  server.fail('file', { status: 302 })
  const failure = await download({ url: `${server.root}/file/bot${server.token}/documents/x` }, 10).catch(
    (error: Error) => error.message,
  )
  expect(failure).toBe('file unfetched: 302')
})

async function onTelegram(receive: Receive): Promise<Giver> {
  const { server, logged, settle } = await startBot(receive)
  const ala = server.user()
  await ala.says('/start')
  await settle()
  return {
    hands: async (file) => {
      await ala.hands(file)
      await settle()
    },
    heard: () => ala.screen().text,
    handedOut: () => server.handedOut(),
    breaksOff: () => server.fail('file', { reset: 'after-body' }),
    logged: () => logged,
    violations: () => server.violations,
  }
}

async function onDiscord(receive: Receive, where: 'dm' | 'server'): Promise<Giver> {
  let answers = 0
  const { server, logged } = await stage((incoming) => receive(incoming).finally(() => (answers += 1)))
  const member = server.member()
  await member.runs('/start', {}, where)
  await member.sees('A file, please.')
  return {
    hands: async (file) => {
      const before = answers
      if (where === 'dm') member.hands(file)
      else {
        await member.taps('Napisz albo dodaj plik')
        await member.submits(file.caption ?? '', file)
      }
      await until(() => answers > before)
      await server.idle()
    },
    heard: () => member.screen().text,
    handedOut: () => server.handedOut(),
    breaksOff: () => server.fail('attachment', { reset: 'after-body' }),
    logged: () => logged,
    violations: () => server.violations,
  }
}

/** A city whose chat asks for a file until it has got a word. */
async function inTown(receive?: Receive) {
  const channel = web()
  const { receive: asked, got } = asking()
  const heard: object[] = []
  let last: readonly Outgoing[] = [{ text: 'A file, please.', expects: 'file', lang: 'en' }]
  const logged: string[] = []
  const write = (facts: object, message: string) => void logged.push(JSON.stringify({ ...facts, message }))
  await channel.listen(async (incoming) => {
    heard.push(incoming)
    last =
      incoming.text === 'done' ? [{ text: 'Thank you.', lang: 'en' }] : await (receive ?? asked)(incoming)
    return last
  })
  const town = await openTown({
    channel,
    look: async () => last,
    languageOf: async () => 'en',
    log: { debug: write, info: write, warn: write, error: write },
  })
  closers.push(town.close)
  const browser = visitor(town.url, 'en')
  return { url: town.url, browser, page: await browser.get('/chat'), got, heard, logged, said: () => last }
}

async function inBrowser(receive: Receive): Promise<Giver> {
  const { browser, logged, said } = await inTown(receive)
  let refusal: string | undefined
  return {
    hands: async ({ name, mediaType, content, caption = '' }) => {
      const file = new File([new Uint8Array(content)], name, { type: mediaType })
      const page = await browser.submit('/chat', { id: crypto.randomUUID(), text: caption, file })
      refusal = page.status === 413 ? page.words : undefined
    },
    heard: () => refusal ?? said().at(-1)!.text,
    logged: () => logged,
    violations: () => [],
  }
}
