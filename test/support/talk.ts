/** Talks to the system as one person would, straight through the one code path of every channel. */
import { randomUUID } from 'node:crypto'
import type { Context } from '../../src/app/context.ts'
import { converse } from '../../src/app/converse.ts'
import type { Received } from '../../src/channels/file.ts'
import type { ChannelName, Choice, Incoming, Outgoing } from '../../src/domain/message.ts'
import type { Locale } from '../../src/domain/phrase.ts'

export interface Talk {
  readonly from: Incoming['from']
  types(text: string): Promise<readonly Outgoing[]>
  /** Taps the button whose id or label ends so. */
  taps(end: string): Promise<readonly Outgoing[]>
  /** Hands over any act at all. */
  does(incoming: Partial<Received>): Promise<readonly Outgoing[]>
  /** The buttons of the newest message that has any. */
  buttons(): readonly Choice[]
  find(end: string): Choice
}

export function talk(
  context: Context,
  {
    channel = 'web',
    value = randomUUID(),
    locale = 'en',
  }: { channel?: ChannelName; value?: string; locale?: Locale } = {},
): Talk {
  const from = { channel, value }
  let shown: readonly Choice[] = []
  const does = async (incoming: Partial<Received>) => {
    const replies = await converse(context, {
      id: randomUUID(),
      from,
      at: context.clock.now(),
      locale,
      ...incoming,
    })
    shown = replies.findLast(({ choices }) => choices?.length)?.choices ?? shown
    return replies
  }
  const find = (end: string) => {
    const found = shown.find(({ id, label }) => id.endsWith(end) || label.endsWith(end))
    if (!found) throw new Error(`No button ends in "${end}": ${shown.map(({ id }) => id).join(' ')}`)
    return found
  }
  return {
    from,
    does,
    find,
    types: (text) => does({ text }),
    taps: (end) => does({ choice: find(end).id }),
    buttons: () => shown,
  }
}

/** Brings a person to the first question of a consultation. */
export async function begin(
  person: Talk,
  consultation: string,
  band = 'a18_26',
): Promise<readonly Outgoing[]> {
  await person.types(`/start c-${consultation}`)
  if (person.buttons().some(({ id }) => id.startsWith('g:'))) await person.taps(`:${band}`)
  return person.does({ choice: person.buttons().find(({ id }) => id.startsWith('y:'))!.id })
}

/** What the messages say, as one text. */
export function words(replies: readonly Outgoing[]): string {
  return replies.map(({ text }) => text).join('\n')
}
