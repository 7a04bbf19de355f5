/** A conversation at a terminal: the simplest channel, and the one transcripts are written in. */
import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import type { Outgoing } from '../domain/message.ts'
import type { Channel } from './channel.ts'

/** Talks to whoever types; `value` tells one terminal from another. */
export function terminal({ value, now, input, output, locale }: { value: string; now: () => Date; input: Readable; output: Writable; locale?: string }): Channel & { readonly ended: Promise<void> } {
  const lines = createInterface({ input })
  const ended = new Promise<void>((resolve) => lines.once('close', resolve))
  return {
    name: 'terminal',
    ended,
    listen: async (receive) => {
      const answer = async (text: string) => {
        const replies = await receive({ id: randomUUID(), from: { channel: 'terminal', value }, at: now(), text, ...(locale ? { locale } : {}) })
        output.write(`${replies.map(printed).join('\n\n')}\n\n› `)
      }
      await answer('/start')
      let last = Promise.resolve()
      lines.on('line', (line) => {
        last = last.then(() => answer(line))
      })
    },
    send: async (_to, message) => {
      output.write(`\n${printed(message)}\n\n› `)
      return {}
    },
    state: () => 'ok',
    close: async () => lines.close(),
  }
}

/** A message as lines: its text, then what can be chosen, numbered as it can be typed. */
export function printed({ text, choices = [], isNotice }: Outgoing): string {
  const answers = choices.filter(({ row }) => row === 'answer')
  const numbered = answers.map(({ label, isPicked }, index) => `  ${index + 1}. ${label}${isPicked ? ' ✓' : ''}`)
  const others = choices.filter(({ row }) => row !== 'answer').map(({ label }) => `[${label}]`)
  return [isNotice ? `(${text})` : text, ...numbered, ...(others.length > 0 ? [`  ${others.join(' ')}`] : [])].join('\n')
}
