/** A conversation word for word, to be read aloud when it changes. */
import type { Context } from '../../src/app/context.ts'
import { converse } from '../../src/app/converse.ts'
import { printed } from '../../src/channels/terminal.ts'
import type { ChannelName, Choice, Outgoing } from '../../src/domain/message.ts'
import type { Locale } from '../../src/domain/phrase.ts'

/** Talks as one person, in the web chat unless told, and keeps every word. */
export function transcript(context: Context, name: string, locale: Locale, channel: ChannelName = 'web') {
  const from = { channel, value: name }
  const lines: string[] = []
  let count = 0
  let choices: readonly Choice[] = []
  const act = async (words: string, incoming: { text?: string; choice?: string }) => {
    count += 1
    const replies = await converse(context, {
      id: `${name}-${count}`,
      from,
      at: context.clock.now(),
      locale,
      ...incoming,
    })
    choices = replies.findLast((reply: Outgoing) => reply.choices?.length)?.choices ?? choices
    lines.push(`> ${words}`, '', ...replies.flatMap((reply) => [printed(reply), '']))
  }
  return {
    types: (text: string) => act(text, { text }),
    taps: (which: (choice: Choice) => boolean) => {
      const choice = choices.find(which)
      if (!choice)
        throw new Error(`Nothing like that to tap: ${choices.map(({ label }) => label).join(', ')}`)
      return act(`[${choice.label}]`, { choice: choice.id })
    },
    /** Taps a button of an earlier message. */
    tapsAgain: (choice: Choice) => act(`[${choice.label}]`, { choice: choice.id }),
    isAsked: () => choices.some(({ id }) => id.startsWith('s:')),
    choices: () => choices,
    /** Leaves out what was said so far. */
    forgets: () => void lines.splice(0),
    text: () => `${lines.join('\n').trim()}\n`,
  }
}
