/** Whoever asks for help gets the helplines, also when the database does not answer. */
import type { Receive } from '../channels/channel.ts'
import { helpCard, isHelpWanted } from '../domain/dialogues/help.ts'
import { languageOf } from '../domain/language.ts'
import type { Incoming, Outgoing } from '../domain/message.ts'
import { whereabouts } from '../runtime/log.ts'
import { within } from '../runtime/within.ts'
import type { Context } from './context.ts'
import { lastProgramme } from './programme.ts'
import { render } from './render.ts'

/** Nobody in need waits longer for the database. */
const patienceMs = 2_000

/** Stands between every channel and `receive`. Where nothing can be looked up, the language is the platform's. */
export function orHelp(context: Context, receive: Receive): Receive {
  return async (incoming) => {
    const help = helpFor(context, incoming)
    if (!help) return receive(incoming)
    try {
      return await within(
        patienceMs,
        receive(incoming),
        'Help was asked for, and the database did not answer.',
      )
    } catch (error) {
      const { channel } = incoming.from
      context.log.warn({ channel, ...whereabouts(error) }, 'help was given without the database')
      return help
    }
  }
}

/** The helplines as they were last read, for a message that asks for them; undefined for every other. */
export function helpFor(context: Context, incoming: Incoming): readonly Outgoing[] | undefined {
  const { safeguarding } = lastProgramme(context)
  return isHelpWanted(incoming, safeguarding)
    ? [render(context.text, languageOf(incoming), helpCard({ safeguarding }))]
    : undefined
}
