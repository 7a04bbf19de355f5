import { randomUUID } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Trial, WebParts } from '../../src/web/parts.ts'
import { daysLater, instantInWords } from '../../src/web/dates.ts'
import { seatOfAddress } from '../../src/web/visitor.ts'
import { openTown } from './town.ts'
import { visitor } from './visitor.ts'

async function town(changes: Partial<WebParts> = {}) {
  const opened = await openTown(changes)
  onTestFinished(() => opened.close())
  return opened
}

async function trialTown(upcoming?: Trial['upcoming']) {
  const moves: string[] = []
  const moveTo = async (instant: Date) => void moves.push(instant.toISOString())
  return { ...(await town({ trial: upcoming ? { moveTo, upcoming } : { moveTo } })), moves }
}

const hello = () => ({ id: randomUUID(), text: 'Cześć' })

describe('the three seats', () => {
  test('stand side by side, each with its own name', async () => {
    const { url } = await trialTown()
    const { html, words } = await visitor(url).get('/')
    expect(html.match(/<iframe src="\/chat\?seat=(youth|partner|admin)" title="Czat: [^"]+">/g)).toHaveLength(
      3,
    )
    expect(words).toContain('Jedno miasto, trzy miejsca')
  })

  test('are three people at one computer', async () => {
    const { url, acts } = await trialTown()
    const computer = visitor(url)
    for (const seat of ['youth', 'partner', 'admin']) {
      await computer.get(`/chat?seat=${seat}`)
      const answer = await computer.post(`/chat?seat=${seat}`, hello())
      expect(answer.headers.get('location')).toBe(seat === 'youth' ? '/chat' : `/chat?seat=${seat}`)
    }
    expect(acts.map(({ from }) => seatOfAddress(from.value))).toEqual(['youth', 'partner', 'admin'])
    expect(new Set(acts.map(({ from }) => from.value.split(':').at(-1))).size).toBe(3)
  })

  test('keep their seat in every form and link of the page', async () => {
    const { url } = await trialTown()
    const { html } = await visitor(url).get('/chat?seat=admin')
    expect(html.match(/action="\/chat[^"]*"/g)!.every((action) => action.includes('?seat=admin'))).toBe(true)
    expect(html).toContain('href="/exit?seat=admin"')
  })

  test('do not exist outside the embedded run, and no cookie can claim one', async () => {
    const { url, acts } = await town()
    const stranger = visitor(url)
    await stranger.get('/chat?seat=admin')
    await stranger.post('/chat?seat=admin', hello())
    stranger.cookies.set('hejnal', 'personal.admin:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')
    expect((await stranger.post('/chat', hello())).status).toBe(400)
    expect(acts.map(({ from }) => seatOfAddress(from.value))).toEqual(['youth'])
  })

  test('stay on the page when somebody tries the exit', async () => {
    const { url } = await trialTown()
    const { status, html } = await visitor(url).get('/exit?seat=partner')
    expect(status).toBe(200)
    expect(html).toContain('href="/chat?seat=partner"')
  })
})

describe('the clock', () => {
  test('shows the time of the programme in words', async () => {
    const { url } = await trialTown()
    expect((await visitor(url).get('/')).words).toContain('14:05 wtorek, 11 grudnia 2029')
    expect((await visitor(url, 'en').get('/')).words).toContain('14:05 Tuesday, 11 December 2029')
  })

  test.each([
    ['hour', '2029-12-11T14:05:00.000Z'],
    ['day', '2029-12-12T13:05:00.000Z'],
    ['week', '2029-12-18T13:05:00.000Z'],
    ['2029-12-21T23:00:00.000Z', '2029-12-21T23:00:00.000Z'],
  ])('moves forward by or to %s', async (by, target) => {
    const { url, moves } = await trialTown()
    const answer = await visitor(url).post('/try/clock', { by })
    expect([answer.status, moves]).toEqual([303, [target]])
  })

  test('never goes back, and refuses what is no time', async () => {
    const { url, moves } = await trialTown()
    await visitor(url).post('/try/clock', { by: '2020-01-01T00:00:00.000Z' })
    expect((await visitor(url).post('/try/clock', { by: 'never' })).status).toBe(400)
    expect(moves).toEqual([])
  })

  test('offers to jump to what opens or closes next', async () => {
    const { url } = await trialTown(async () => [
      { is: 'closing', title: 'Droga', at: new Date('2029-12-21T23:00:00Z') },
      { is: 'opening', title: 'Parki', at: new Date('2030-01-07T08:00:00Z') },
    ])
    const { html, words } = await visitor(url).get('/')
    expect(words).toContain('Do zakończenia: Droga Do otwarcia: Parki')
    expect(html).toContain('value="2029-12-21T23:00:00.000Z"')
  })

  test('can be read and moved by the script, which gets only the clock', async () => {
    const { url } = await trialTown()
    const { status, html } = await visitor(url).post(
      '/try/clock',
      { by: 'hour' },
      { accept: 'text/html; part=clock' },
    )
    expect([status, html.startsWith('<section class="clock"')]).toEqual([200, true])
  })

  test('cannot be moved in production', async () => {
    const { url } = await town()
    expect((await visitor(url).post('/try/clock', { by: 'hour' })).status).toBe(404)
  })
})

describe('a day later', () => {
  test.each([
    ['over the spring change', '2029-03-24T11:00:00Z', '2029-03-25T10:00:00.000Z'],
    ['over the autumn change', '2029-10-27T10:00:00Z', '2029-10-28T11:00:00.000Z'],
    ['in summer', '2029-07-01T10:00:00Z', '2029-07-02T10:00:00.000Z'],
  ])('is the same wall time %s', (_when, from, to) => {
    const later = daysLater(new Date(from), 1, 'Europe/Warsaw')
    expect(later.toISOString()).toBe(to)
    const times = [new Date(from), later].map(
      (instant) => instantInWords(instant, 'pl', 'Europe/Warsaw').time,
    )
    expect(times[0]).toBe(times[1])
  })
})

describe('the front page of a city', () => {
  test('lists what can be answered, with the last day in words and a button that starts it', async () => {
    const { url } = await town()
    const { html, words } = await visitor(url).get('/')
    expect(words).toContain('Ostatni dzień: piątek, 21 grudnia')
    expect(html).toContain('href="/chat?start=c-safe-way"')
    expect(html).toContain('href="tel:116111"')
    expect(html).not.toContain('<iframe')
  })

  test('says so when nothing is open', async () => {
    const { url } = await town({ openConsultations: async () => [] })
    expect((await visitor(url, 'en').get('/')).words).toContain('We are not asking anything right now.')
  })

  test('leads to the privacy text', async () => {
    const { url } = await town()
    expect((await visitor(url).get('/privacy')).html).toContain('<p>Odpowiedzi przechowujemy osobno.</p>')
  })
})
