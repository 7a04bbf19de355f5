/** How messages are laid out for Telegram, and how the order of each person's acts is kept. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { incomingFrom } from '../../src/channels/telegram.ts'
import { lanes } from '../../src/channels/telegram/lanes.ts'
import { partsOf, splitText as splitMarked } from '../../src/channels/telegram/outgoing.ts'
import { waitMsAfter } from '../../src/channels/telegram/polling.ts'
import type { Choice } from '../../src/domain/message.ts'

function rowsOf(choices: readonly Choice[]) {
  const [part] = partsOf(
    { text: 'Pytanie', lang: 'pl', choices },
    (payload) => `https://t.me/bot?start=${payload}`,
  )
  return part?.keyboard?.inline_keyboard.map((row) => row.map(({ text }) => text))
}
const answers = (...labels: string[]): Choice[] =>
  labels.map((label, index) => ({ id: String(index), label }))

describe('buttons', () => {
  test('of a scale stand in one row', () => {
    expect(rowsOf(answers('1', '2', '3', '4', '5'))).toEqual([['1', '2', '3', '4', '5']])
  })

  test('with long answers have a row each, short neighbours share one', () => {
    expect(rowsOf(answers('Tak', 'Nie', 'Trudno powiedzieć', 'Czasem', 'Rzadko'))).toEqual([
      ['Tak', 'Nie'],
      ['Trudno powiedzieć'],
      ['Czasem', 'Rzadko'],
    ])
    expect(rowsOf(answers('Grzegórzki', 'Prądnik', 'Krowodrza'))).toEqual([
      ['Grzegórzki', 'Prądnik'],
      ['Krowodrza'],
    ])
  })

  test('put steps together below the answers and help alone at the end', () => {
    const step = (label: string): Choice => ({ id: label, label, row: 'step' })
    const help: Choice = { id: 'help', label: 'Pomoc', row: 'help' }
    expect(
      rowsOf([help, step('Wstecz'), step('Pomiń'), step('Dalej'), step('Koniec'), ...answers('Tak')]),
    ).toEqual([['Tak'], ['Wstecz', 'Pomiń', 'Dalej'], ['Koniec'], ['Pomoc']])
  })

  test('tick what is picked, without moving the others', () => {
    const picked = answers('1', '2', '3').map((choice) => ({ ...choice, isPicked: choice.id === '1' }))
    expect(rowsOf(picked)).toEqual([['1', '✓ 2', '3']])
  })

  test('that open a private conversation are links', () => {
    const choices = [{ id: 'c', label: 'Odpowiedz', start: 'c-park' }]
    const [part] = partsOf(
      { text: 'Post', lang: 'pl', choices },
      (payload) => `https://t.me/bot?start=${payload}`,
    )
    expect(part?.keyboard?.inline_keyboard).toEqual([
      [{ text: 'Odpowiedz', url: 'https://t.me/bot?start=c-park' }],
    ])
  })
})

/** A text cut into messages, without marks. */
const splitText = (text: string, limit: number) =>
  splitMarked({ text, marks: [] }, limit).map((part) => part.text)

describe('a long text', () => {
  test('is cut between paragraphs, else lines, else words, else characters', () => {
    expect(splitText('aaaa aaaa\n\nbbbb\nbbbb\n\ncccc', 16)).toEqual(['aaaa aaaa', 'bbbb\nbbbb\n\ncccc'])
    expect(splitText('aaaa aaaa\nbbbb bbbb', 12)).toEqual(['aaaa aaaa', 'bbbb bbbb'])
    expect(splitText('aaaa bbbb cccc', 10)).toEqual(['aaaa bbbb', 'cccc'])
    expect(splitText('a😀😀', 2)).toEqual(['a', '😀', '😀'])
  })

  test('loses nothing but white space at the cuts, and no part is empty or too long', () => {
    const text = fc.array(fc.constantFrom('a', 'słowo', ' ', '\n', '\n\n', '😀', 'zdanie. '), {
      maxLength: 300,
    })
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 80 }), (pieces, limit) => {
        const parts = splitText(pieces.join(''), limit)
        expect(parts.join('').replace(/\s/g, '')).toBe(pieces.join('').replace(/\s/g, ''))
        for (const part of parts) {
          expect(part.length).toBeGreaterThan(0)
          expect(part.length).toBeLessThanOrEqual(limit)
          expect(part).not.toMatch(/\p{Surrogate}/u)
        }
      }),
    )
  })
})

describe('whatever is written', () => {
  test('becomes a clean text of at most 4,096 characters, the same each time', () => {
    const message = (text: string) => ({
      update_id: 1,
      message: {
        message_id: 1,
        date: 1,
        chat: { id: 1, type: 'private', first_name: 'A' },
        from: { id: 1, is_bot: false, first_name: 'A' },
        text,
      },
    })
    const context = { at: new Date(0), username: 'hejnal_bot' }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5000, size: 'max' }), (text) => {
        const update = message(text) as Parameters<typeof incomingFrom>[0]
        const read = incomingFrom(update, context)
        expect(read?.text).not.toMatch(/[^\P{Cc}\n\t]|\p{Surrogate}/u)
        expect(read?.text?.length).toBeLessThanOrEqual(4096)
        expect(incomingFrom(update, context)).toEqual(read)
      }),
    )
  })
})

describe('lanes', () => {
  test('run at most so many at once, one per lane, in order, and leave nothing behind', async () => {
    const done: string[] = []
    let running = 0
    let most = 0
    const work = lanes({ atOnce: 3, roomFor: 2 })
    for (let n = 0; n < 50; n += 1) {
      const lane = String(n % 7)
      work.push(lane, async () => {
        most = Math.max(most, (running += 1))
        await new Promise((resolve) => setTimeout(resolve, n % 3))
        running -= 1
        done.push(`${lane}:${n}`)
      })
    }
    await work.room()
    expect(done.length).toBeGreaterThanOrEqual(50 - 3 - 2)
    while (done.length < 50) await new Promise((resolve) => setTimeout(resolve, 1))
    expect(most).toBe(3)
    for (let lane = 0; lane < 7; lane += 1) {
      const numbers = done
        .filter((entry) => entry.startsWith(`${lane}:`))
        .map((entry) => Number(entry.slice(2)))
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    }
    await work.close()
  })

  test('closing finish what has begun and forget the rest', async () => {
    const done: string[] = []
    const work = lanes({ atOnce: 1, roomFor: 1 })
    const task = (name: string) => async () => {
      await new Promise((resolve) => setTimeout(resolve, 1))
      done.push(name)
    }
    for (const name of ['a', 'b']) work.push(name, task(name))
    await work.close()
    work.push('c', task('c'))
    expect(done).toEqual(['a'])
  })
})

test('polling backs off up to half a minute', () => {
  const waits = [1, 2, 3, 10, 100].map((failures) => waitMsAfter(new Error('no line'), failures))
  expect(waits).toEqual([1000, 2000, 4000, 30_000, 30_000])
})
