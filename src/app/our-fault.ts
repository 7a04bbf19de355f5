/** What becomes of a message whose turn fails: it is taken again, and in the end the person hears that it was our fault. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Receive } from '../channels/channel.ts'
import { helpOffer } from '../domain/dialogues/help.ts'
import { languageOf } from '../domain/language.ts'
import { isReadByAll, type Incoming, type Outgoing } from '../domain/message.ts'
import { say } from '../domain/phrase.ts'
import { whereabouts } from '../runtime/log.ts'
import { findSessions } from '../store/sessions.ts'
import type { Context } from './context.ts'
import { render } from './render.ts'

/** Together they wait for eight seconds: a database that starts anew is back by then. */
const pausesMs = [250, 500, 1_000, 2_000, 4_000]

export interface Patience {
  /** Ends the waiting; the message is then rejected, so that a channel which keeps it can hand it over again later. */
  readonly closing?: AbortSignal
  readonly pause?: (ms: number) => Promise<unknown>
}

/** Stands between a chat and `receive`: whatever fails there, somebody who wrote is answered, in one place for every chat. */
export function orOurFault(
  context: Context,
  receive: Receive,
  { closing, pause = (ms) => sleep(ms, undefined, closing && { signal: closing }) }: Patience = {},
): Receive {
  return async (incoming) => {
    for (const pauseMs of [...pausesMs, undefined]) {
      try {
        return await receive(incoming)
      } catch (error) {
        if (pauseMs === undefined) logFault(context, incoming, error)
        else await pause(pauseMs)
      }
    }
    return ourFault(context, incoming)
  }
}

function logFault({ log }: Context, { from: { channel } }: Incoming, error: unknown): void {
  log.error({ channel, ...whereabouts(error) }, 'a message could not be answered')
}

/** An answer is called saved only if it is; where that cannot be known, it does no harm to send it again. */
async function ourFault(context: Context, incoming: Incoming): Promise<readonly Outgoing[]> {
  if (isReadByAll(incoming)) return []
  const found = await context.store.batched(findSessions, incoming).catch(() => undefined)
  const isSaved = found?.isSeen === true && found.turn >= 0
  const reply = { parts: [say(isSaved ? 'our-fault' : 'our-fault-again')], offers: [helpOffer] }
  return [render(context.text, found?.locale ?? languageOf(incoming), reply)]
}
