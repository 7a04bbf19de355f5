import { randomUUID } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { WebParts } from '../../src/web/parts.ts'
import { openTown } from './town.ts'
import { actIdBefore, visitor } from './visitor.ts'

async function town(changes: Partial<WebParts> = {}) {
  const opened = await openTown(changes)
  onTestFinished(() => opened.close())
  return opened
}

const act = (said: Record<string, string | string[]>) => ({ id: randomUUID(), ...said })

describe('the chat page without its script', () => {
  test('shows the current screen with one heading, a live log, a labelled field and the language of each message', async () => {
    const { url } = await town()
    const { html, status } = await visitor(url, 'en-GB').get('/chat')
    expect(status).toBe(200)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toContain('<html lang="en"')
    expect(html).toMatch(/role="log"/)
    expect(html).toMatch(/class="bubble"[^>]* lang="pl"/)
    expect(html).toMatch(/<label[^>]* for="field">Write a message/)
  })

  test('goes from button to button by plain forms, each leading back to the page with the replies', async () => {
    const { url, acts } = await town()
    const child = visitor(url)
    await child.get('/chat')
    const first = await child.submit('/chat', act({ choice: 'start' }))
    expect(first.words).toContain('Jak najczęściej docierasz do szkoły?')
    expect(first.html).toContain('<progress value="1" max="4" aria-label="Krok 1 z 4"')
    const second = await child.submit('/chat', act({ choice: 'a:0:1' }))
    expect(second.words).toContain('Możesz zaznaczyć najwyżej 2 odpowiedzi.')
    await child.submit('/chat', act({ several: '1', choices: ['a:1:0', 'a:1:2'] }))
    const fourth = await child.submit('/chat', act({ choice: 'a:2:3' }))
    expect(fourth.html).toMatch(/<textarea[^>]*maxlength="300"/)
    const end = await child.submit('/chat', act({ text: 'Więcej świateł' }))
    expect(end.words).toContain('Dziękujemy!')
    expect(acts.map(({ choice, choices, text }) => choice ?? choices ?? text)).toEqual([
      'start',
      'a:0:1',
      ['a:1:0', 'a:1:2'],
      'a:2:3',
      'Więcej świateł',
    ])
    expect(new Set(acts.map(({ from }) => from.value)).size).toBe(1)
  })

  test('counts a form that is posted twice once, and shows the same replies both times', async () => {
    const { url, acts, arrivals } = await town()
    const child = visitor(url)
    const page = await child.get('/chat')
    const form = { id: actIdBefore(page.html, 'value="start"'), choice: 'start' }
    const once = await child.submit('/chat', form)
    const twice = await child.submit('/chat', form)
    expect(acts).toHaveLength(1)
    expect(arrivals).toHaveLength(2)
    expect(twice.words).toBe(once.words)
  })

  test('gives all buttons of one message the same act, so that two quick taps on different ones count once', async () => {
    const { url } = await town()
    const child = visitor(url)
    await child.get('/chat')
    const { html } = await child.submit('/chat', act({ choice: 'start' }))
    expect(actIdBefore(html, 'value="s:skip"')).toBe(actIdBefore(html, 'value="a:0:1"'))
    expect(actIdBefore(html, 'value="/help"')).not.toBe(actIdBefore(html, 'value="a:0:1"'))
  })

  test('never takes the act of one person for that of another, even under the same id', async () => {
    const { url, acts } = await town()
    const [one, other] = [visitor(url), visitor(url)]
    await Promise.all([one.get('/chat'), other.get('/chat')])
    const form = act({ choice: 'start' })
    await one.post('/chat', form)
    await other.post('/chat', form)
    expect(new Set(acts.map(({ id }) => id)).size).toBe(2)
    expect(acts.every(({ id }) => !id.includes(form.id))).toBe(true)
  })

  test('shows the helplines as numbers to dial, and the open question again below them', async () => {
    const { url } = await town()
    const child = visitor(url)
    await child.get('/chat')
    await child.submit('/chat', act({ choice: 'start' }))
    const { html, words } = await child.submit('/chat', act({ text: '/help' }))
    expect(html).toContain('<a href="tel:800121212">800 12 12 12</a>')
    expect(words.indexOf('Jak najczęściej')).toBeGreaterThan(words.indexOf('116 111'))
    expect(html).toContain('value="a:0:1"')
  })

  test('keeps the question on the screen when the answer to a form is only a passing word', async () => {
    const { url } = await town()
    const child = visitor(url)
    await child.get('/chat')
    await child.submit('/chat', act({ choice: 'start' }))
    await child.submit('/chat', act({ choice: 'a:0:1' }))
    const { html, words } = await child.submit('/chat', act({ several: '1' }))
    expect(words).toContain('Wybierz, proszę, choć jedną odpowiedź.')
    expect(html).toContain('name="choices" value="a:1:0"')
  })

  test('shows the replies once: a reload shows the current screen and nothing that was said before', async () => {
    const { url } = await town()
    const child = visitor(url)
    await child.get('/chat')
    await child.submit('/chat', act({ choice: 'start' }))
    await child.submit('/chat', act({ text: '/help' }))
    const { words } = await child.get('/chat')
    expect(words).toContain('Jak najczęściej')
    expect(words).not.toContain('116 111')
  })

  test('escapes whatever a message holds, opens its links apart, and dials only the helplines', async () => {
    const text = '<img src=x onerror=alert(1)> "2 500 112 złotych" https://example.org/a?b=1&c=2. Dzwoń: 112'
    const { url } = await town({
      look: async () => [{ lang: 'pl', text, choices: [{ id: '"><script>', label: '<b>Tak</b>' }] }],
    })
    const { html } = await visitor(url).get('/chat')
    expect(html).not.toMatch(/<img|<script>|<b>Tak/)
    expect(html).toContain(
      '<a href="https://example.org/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer">',
    )
    expect(html).toContain('Dzwoń: <a href="tel:112">112</a>')
  })

  test('shows marks as what they mean, and nothing that only looks like one', async () => {
    const text = '<b>Ważne</b> & pilne: czytaj tutaj https://example.org\n\n• Dzwoń: 112'
    const at = (words: string) => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length })
    const { url } = await town({
      look: async () => [
        {
          lang: 'pl',
          text,
          marks: [
            { ...at('Ważne</b> & pilne'), is: 'bold' },
            { ...at('pilne'), is: 'italic' },
            { ...at('tutaj https://example.org'), is: 'link', url: 'https://example.org/"><script>?a=1&b=2' },
            { ...at('czytaj'), is: 'link', url: 'javascript:alert(1)' },
            { ...at('Dzwoń: 112'), is: 'bold' },
          ],
        },
      ],
    })
    const { html } = await visitor(url).get('/chat')
    expect(html).toContain(
      '&lt;b&gt;<strong>Ważne&lt;/b&gt; &amp; <em>pilne</em></strong>: czytaj ' +
        '<a href="https://example.org/&quot;&gt;&lt;script&gt;?a=1&amp;b=2" target="_blank" ' +
        'rel="noopener noreferrer nofollow">tutaj https://example.org</a></p>',
    )
    expect(html).toContain('<li><strong>Dzwoń: <a href="tel:112">112</a></strong></li>')
    expect(html).not.toContain('<script>?')
  })

  test('shows a picture from its own address, with its description', async () => {
    const content = new Uint8Array([137, 80, 78, 71])
    const picture = { name: 'a.png', mediaType: 'image/png', content, alt: 'Ławka "w" parku' } as const
    const { url } = await town({ look: async () => [{ lang: 'pl', text: 'Nowa ławka', picture }] })
    const { html } = await visitor(url).get('/chat')
    const [, path = ''] =
      /<img src="(\/pictures\/[\w-]{43}\.png)" alt="Ławka &quot;w&quot; parku"/.exec(html) ?? []
    const served = await fetch(url + path)
    expect(served.headers.get('content-type')).toBe('image/png')
    expect(served.headers.get('x-content-type-options')).toBe('nosniff')
    expect(new Uint8Array(await served.arrayBuffer())).toEqual(content)
    expect((await fetch(`${url}/pictures/another.png`)).status).toBe(404)
  })

  test('makes a list of lines that begin with a bullet', async () => {
    const text = 'Zanim zaczniemy:\n• Możesz przerwać.\n• Zadzwoń: 112\n\nGotowe?'
    const { url } = await town({ look: async () => [{ lang: 'pl', text }] })
    const { html } = await visitor(url).get('/chat')
    expect(html).toMatch(
      /<p>Zanim zaczniemy:<\/p> <ul> <li>Możesz przerwać\.<\/li><li>Zadzwoń: <a [^>]+>112<\/a><\/li> <\/ul><p>Gotowe\?<\/p>/,
    )
  })

  test('hands over a file as a download', async () => {
    const file = { name: 'moje-dane.json', mediaType: 'application/json', content: '{"ą":1}' }
    const { url } = await town({ look: async () => [{ lang: 'pl', text: 'Oto Twoje dane.', file }] })
    const { html } = await visitor(url).get('/chat')
    const [, content = ''] =
      /download="moje-dane.json" href="data:application\/json;base64,([^"]+)"/.exec(html) ?? []
    expect(Buffer.from(content, 'base64').toString()).toBe('{"ą":1}')
  })

  test('marks what was answered before with a sign and a word, and names the groups when there are several', async () => {
    const choices = [
      { id: 'a', label: 'Tak', isPicked: true },
      { id: 'b', label: 'Nie' },
    ]
    const { url } = await town({
      look: async () => [
        { lang: 'pl', text: 'Pierwsze', choices },
        { lang: 'pl', text: 'Drugie', choices },
      ],
    })
    const { html } = await visitor(url).get('/chat')
    expect(html).toMatch(/class="picked"[^>]*>.*Wybrane: /)
    expect(html).toContain('<p class="caption">Drugie</p>')
  })
})

describe('the same acts as JSON, for the script', () => {
  const json = { accept: 'application/json' }

  test('are answered with the very markup of the page, and leave no replies behind for a reload', async () => {
    const { url } = await town()
    const child = visitor(url)
    await child.get('/chat')
    const answer = JSON.parse((await child.post('/chat', act({ choice: 'start' }), json)).html)
    expect(answer.log).toContain('Jak najczęściej docierasz do szkoły?')
    expect(answer.answers).toContain('value="a:0:1"')
    const help = JSON.parse((await child.post('/chat', act({ text: '/help' }), json)).html)
    expect(help.log).toContain('116 111')
    expect((await child.get('/chat')).words).not.toContain('116 111')
  })

  test('leave the answers on the screen alone when there is only a passing word', async () => {
    const { url } = await town()
    const child = visitor(url)
    await child.get('/chat')
    const answer = JSON.parse((await child.post('/chat', act({ several: '1' }), json)).html)
    expect(answer).toMatchObject({
      answers: null,
      log: '',
      notices: [{ text: 'Wybierz, proszę, choć jedną odpowiedź.', lang: 'pl' }],
    })
  })

  test('say which language the conversation has come to', async () => {
    const { url } = await town()
    const child = visitor(url)
    await child.get('/chat')
    expect(JSON.parse((await child.post('/chat', act({ choice: 'lang:uk' }), json)).html).locale).toBe('uk')
    expect((await child.get('/chat')).html).toContain('<html lang="uk"')
  })
})

describe('ways into the chat', () => {
  test('follow a deep link once and drop it from the address', async () => {
    const { url, acts } = await town()
    const child = visitor(url)
    const answer = await child.get('/chat?start=c-safe-way_2')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/chat'])
    expect((await child.get('/chat')).words).toContain('Jak najczęściej')
    expect(acts.map(({ text }) => text)).toEqual(['/start c-safe-way_2'])
  })

  test('do nothing for a browser that only looks ahead, nor for a link that is none of ours', async () => {
    const { url, acts } = await town()
    await visitor(url).get('/chat?start=c-safe-way', { 'sec-purpose': 'prefetch' })
    await visitor(url).get('/chat?start=%2Fdelete')
    expect(acts).toEqual([])
  })

  test('take a class code only from its form, never from an address', async () => {
    const { url, acts } = await town()
    expect((await visitor(url).get('/chat?start=k-ABCD2345')).headers.get('location')).toBe('/class')
    expect(acts).toEqual([])
  })

  test('take an invitation only from its form, where the same person goes on', async () => {
    const { url, acts } = await town()
    const partner = visitor(url)
    expect((await partner.get('/chat?start=i-ABCD-EFGH-JKLM')).headers.get('location')).toBe('/join')
    expect(acts).toEqual([])
    await partner.get('/chat')
    const answer = await partner.post('/join', act({ text: ' ABCD-EFGH-JKLM ' }))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/chat'])
    await partner.submit('/join', act({ text: 'ABCD-EFGH-JKLN' }))
    expect(acts.map(({ text }) => text)).toEqual(['/start i-ABCD-EFGH-JKLM', '/start i-ABCD-EFGH-JKLN'])
    expect(new Set(acts.map(({ from }) => from.value)).size).toBe(1)
  })

  test('make every child at a shared computer a new person', async () => {
    const { url, acts } = await town()
    const computer = visitor(url)
    await computer.submit('/class', act({ text: ' abcd 23-45 ' }))
    const again = await computer.submit('/class', act({ text: 'ABCD2345' }))
    expect(acts.map(({ text }) => text)).toEqual(['/start k-ABCD2345', '/start k-ABCD2345'])
    expect(new Set(acts.map(({ from }) => from.value)).size).toBe(2)
    expect(again.words).toContain('Jak najczęściej')
  })

  test('take the same class form sent twice for the same child', async () => {
    const { url, acts } = await town()
    const form = act({ text: 'ABCD2345' })
    await visitor(url).post('/class', form)
    await visitor(url).post('/class', form)
    expect(acts).toHaveLength(1)
  })

  test('say kindly that a code is wrong and keep what was typed', async () => {
    const { url, acts } = await town()
    const child = visitor(url)
    const { status, html } = await child.post('/class', act({ text: 'zzz' }))
    expect(status).toBe(422)
    expect(html).toMatch(/value="ZZZ"[^>]*aria-describedby="wrong"\s+aria-invalid="true"/)
    expect([acts.length, child.cookies.size]).toEqual([0, 0])
  })
})

describe('language', () => {
  test('comes from the browser, is switched by a link, and stays', async () => {
    const { url } = await town()
    const reader = visitor(url, 'de, uk-UA;q=0.8, en;q=0.5')
    expect((await reader.get('/')).html).toContain('<html lang="uk"')
    expect((await reader.get('/?lang=en')).headers.get('location')).toBe('/')
    expect((await reader.get('/class')).html).toContain('<html lang="en"')
  })

  test('falls back to Polish', async () => {
    const { url } = await town()
    expect((await visitor(url, 'de').get('/chat')).html).toContain('<html lang="pl"')
  })

  test('can come with a deep link from a page of the city', async () => {
    const { url, acts } = await town()
    const child = visitor(url)
    await child.get('/chat?start=c-safe-way&lang=uk')
    expect(acts.at(-1)).toMatchObject({ text: '/start c-safe-way', locale: 'uk' })
    expect((await child.get('/chat')).html).toContain('<html lang="uk"')
    expect((await child.get('/chat?lang=en')).headers.get('location')).toBe('/chat')
    expect(acts.at(-1)).toMatchObject({ choice: 'lang:en' })
  })

  test('never turns an address into a way to another site', async () => {
    const { url } = await town()
    expect((await visitor(url).get('//evil.example/?lang=en')).headers.get('location')).toBe('/evil.example/')
  })

  test('of the chat is switched in the middle of a question, in the conversation too', async () => {
    const { url, acts } = await town()
    const child = visitor(url)
    await child.get('/chat')
    await child.submit('/chat', act({ choice: 'start' }))
    const { html } = await child.submit('/chat/language', { lang: 'uk' })
    expect(html).toContain('<html lang="uk"')
    expect(html).toMatch(/class="bubble"[^>]* lang="uk"/)
    expect(acts.at(-1)).toMatchObject({ choice: 'lang:uk', locale: 'uk' })
  })
})

describe('the way out', () => {
  test('leads to the neutral page, keeps a personal conversation and forgets that of a class', async () => {
    const { url } = await town()
    const [owner, pupil] = [visitor(url), visitor(url)]
    await owner.get('/chat')
    await pupil.submit('/class', act({ text: 'ABCD2345' }))
    expect((await owner.get('/exit')).headers.get('location')).toBe('https://www.wikipedia.org')
    await pupil.get('/exit')
    expect([owner.cookies.has('hejnal'), pupil.cookies.has('hejnal')]).toEqual([true, false])
  })
})
