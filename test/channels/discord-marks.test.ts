/** Marks and pictures in Discord: what is drawn, what stays as it was written, what hangs on a message. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { render, split } from '../../src/channels/discord/markdown.ts'
import { markedOf } from '../../src/channels/marked.ts'
import type { Mark, Picture } from '../../src/domain/message.ts'
import { shown } from '../support/discord/markdown.ts'
import { say, stage } from '../support/discord/stage.ts'

const drawn = (text: string, ...marks: Mark[]) => render(markedOf({ text, marks }))
const all = (text: string, is: Mark['is'], url?: string): Mark => ({
  from: 0,
  to: text.length,
  is,
  ...(url === undefined ? {} : { url }),
})

describe('marks', () => {
  test('are drawn, and everything else is escaped', () => {
    expect(drawn('2 * 3 * 4', { from: 4, to: 5, is: 'bold' })).toBe('2 \\* **3** \\* 4')
    expect(drawn('a_b', all('a_b', 'italic'))).toBe('*a\\_b*')
    expect(drawn('tu i tam', { from: 3, to: 4, is: 'italic' }, { from: 0, to: 8, is: 'bold' })).toBe(
      '**tu *i* tam**',
    )
  })

  test('touch the words they mark', () => {
    expect(drawn('Ważne: tak', { from: 0, to: 7, is: 'bold' })).toBe('**Ważne:** tak')
    expect(drawn('  ', all('  ', 'bold'))).toBe('  ')
  })

  test('lead nowhere else than their words say', () => {
    const url = 'https://example.org/a_(b)'
    expect(drawn('strona [1]', all('strona [1]', 'link', url))).toBe(`[strona \\[1\\]](<${url}>)`)
    expect(drawn(url, all(url, 'link', url))).toBe(url)
    expect(drawn('https://bank.example', all('https://bank.example', 'link', url))).toBe(
      `https://bank.example (${url})`,
    )
    expect(drawn('klik', all('klik', 'link', 'javascript:alert(1)'))).toBe('klik')
  })

  test('leave every text readable as it was written, in pieces that fit', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('*_~`|<>#[]()-+\\ \n.ą🎺a'), 'słowo '),
      maxLength: 400,
      size: 'max',
    })
    const place = fc.nat(400)
    fc.assert(
      fc.property(
        text,
        place,
        place,
        fc.constantFrom('bold' as const, 'link' as const),
        fc.integer({ min: 60, max: 300 }),
        (words, one, other, is, max) => {
          const [from, to] = [Math.min(one, other), Math.max(one, other)]
          if (/[\uDC00-\uDFFF]/.test(`${words.charAt(from)}${words.charAt(to)}`)) return
          const marked = markedOf({ text: words, marks: [{ from, to, is, url: 'https://example.org/a' }] })
          const pieces = split(marked, max)
          expect(pieces.every((piece) => render(piece).length <= max)).toBe(true)
          const squeezed = (piece: string) => piece.replace(/\s/gu, '')
          expect(squeezed(pieces.map((piece) => shown(render(piece))).join(''))).toBe(squeezed(words))
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('a picture', () => {
  const png: Picture = {
    name: 'lawka.png',
    mediaType: 'image/png',
    content: new Uint8Array([137, 80, 78, 71]),
    alt: 'Ławka w parku',
  }

  test('hangs on the first message with its description, a file on the last', async () => {
    const { server, channel } = await stage()
    const file = { name: 'a.json', mediaType: 'application/json', content: '{}' }
    const to = { channel: 'discord', value: `#${server.channel.id}` } as const
    await channel.send(to, say('słowo '.repeat(400), { picture: png, file }))
    await channel.send(to, say('', { picture: png }))
    expect(server.channel.messages().map(({ files }) => files.map(({ name }) => name))).toEqual([
      ['lawka.png'],
      ['a.json'],
      ['lawka.png'],
    ])
    expect(server.bodies('post')[0]).toMatchObject({
      attachments: [{ id: '0', filename: 'lawka.png', description: 'Ławka w parku' }],
    })
    expect(server.bodies('post')[2]).toMatchObject({ content: '' })
    expect(server.violations).toEqual([])
  })
})
