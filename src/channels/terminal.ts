/** A conversation at a terminal: the simplest channel, and the one transcripts are written in. */
import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import type { Outgoing } from '../domain/message.ts'
import { isWanted, type Channel, type Receive } from './channel.ts'
import { clean } from './clean.ts'
import { drawMarked, markedOf, type Marked } from './marked.ts'

interface TerminalOptions {
  /** Tells one terminal from another. */
  readonly value: string
  readonly now: () => Date
  readonly input: Readable
  readonly output: Writable
  readonly locale?: string
}

/** Talks to whoever types; `ended` resolves when the input is over and everything typed was answered. */
export function terminal({
  value,
  now,
  input,
  output,
  locale,
}: TerminalOptions): Channel & { readonly ended: Promise<void> } {
  const lines = createInterface({ input })
  const closed = new Promise<void>((resolve) => lines.once('close', resolve))
  let last: Promise<unknown> = Promise.resolve()
  const show = (replies: readonly Outgoing[]) => output.write(`${replies.map(printed).join('\n\n')}\n\n› `)
  const askFor = (receive: Receive) => (text: string) => {
    last = last.then(async () =>
      show(
        await receive({
          id: randomUUID(),
          from: { channel: 'terminal', value },
          at: now(),
          text: clean(text),
          ...(locale ? { locale } : {}),
        }),
      ),
    )
  }
  return {
    name: 'terminal',
    ended: closed.then(() => last).then(() => undefined),
    listen: async (receive) => {
      const ask = askFor(receive)
      ask('/start')
      lines.on('line', ask)
      await last
    },
    send: async (_to, message, { begin } = {}) => {
      if (!(await isWanted(begin))) return { isUnsent: true }
      show([message])
      return {}
    },
    pace: () => ({ perSecond: 1_000, pausedMs: 0 }),
    state: () => 'ok',
    close: async () => lines.close(),
  }
}

/** A message as lines: its text, then what can be chosen, numbered as it can be typed. */
export function printed(message: Outgoing): string {
  const { choices = [], isNotice, picture } = message
  const text = withAddresses(markedOf(message))
  const answers = choices.filter(({ row }) => row === 'answer')
  const numbered = answers.map(
    ({ label, isPicked }, index) => `  ${index + 1}. ${label}${isPicked ? ' ✓' : ''}`,
  )
  const others = choices.filter(({ row }) => row !== 'answer').map(({ label }) => `[${label}]`)
  return [
    ...(picture ? [`(${picture.alt})`] : []),
    isNotice ? `(${text})` : text,
    ...numbered,
    ...(others.length > 0 ? [`  ${others.join(' ')}`] : []),
  ].join('\n')
}

/** A link is its words, and where it leads if they do not say so. */
function withAddresses(marked: Marked): string {
  return drawMarked<string>(marked, {
    words: (text) => text,
    mark: ({ url }, inside) => {
      const words = withAddresses(inside)
      return url === undefined || url === inside.text ? words : `${words} [${url}]`
    },
  }).join('')
}
