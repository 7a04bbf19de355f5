/** The whole program twice over on one database, as two processes are, and people who write to either of them. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { vi } from 'vitest'
import type { Context } from '../../src/app/context.ts'
import type { converse as Converse } from '../../src/app/converse.ts'
import type { ChannelName, Choice, Outgoing } from '../../src/domain/message.ts'
import type { Store } from '../../src/store/store.ts'
import { afterwards } from './afterwards.ts'
import type { City } from './city.ts'
import { chance, type Chance } from './random.ts'

export interface Process {
  readonly converse: typeof Converse
  readonly context: Context
}

/** Two of them, each with connections and queues of its own: what waits its turn in one does not wait in the other. */
export async function twoProcesses(city: City): Promise<readonly [Process, Process]> {
  return [await startProcess(city, 1), await startProcess(city, 2)]
}

export interface Somebody {
  readonly from: { readonly channel: ChannelName; readonly value: string }
  does(
    incoming: { text?: string; choice?: string; id?: string },
    process?: number,
  ): Promise<readonly Outgoing[]>
  types(text: string): Promise<readonly Outgoing[]>
  answers(): readonly string[]
  first(): string
  find(start: string): string
}

/** Somebody who writes to either process, at whatever moment. */
export function somebody(processes: readonly Process[], random: Chance): Somebody {
  const from = { channel: random.pick<ChannelName>(['telegram', 'discord', 'web']), value: randomUUID() }
  let shown: readonly Choice[] = []
  const does: Somebody['does'] = async (incoming, process = Math.floor(random.next() * 2)) => {
    const { converse, context } = processes[process]!
    const at = context.clock.now()
    const replies = await converse(context, { id: randomUUID(), from, at, locale: 'en', ...incoming })
    shown = replies.findLast(({ choices }) => choices?.length)?.choices ?? shown
    return replies
  }
  const answers = () => shown.filter(({ id }) => id.startsWith('a:')).map(({ id }) => id)
  return {
    from,
    does,
    types: (text) => does({ text }),
    answers,
    first: () => answers()[0]!,
    find: (start) => shown.find(({ id }) => id.startsWith(start))!.id,
  }
}

/** Modules of its own, as another process has. */
async function startProcess(city: City, seed: number): Promise<Process> {
  vi.resetModules()
  const { converse } = await import('../../src/app/converse.ts')
  const { openStore } = await import('../../src/store/store.ts')
  const store = openStore(city.databaseUrl, city.context.store.keyring, { connections: 5 })
  afterwards(() => store.close())
  return { converse, context: { ...city.context, store: dawdling(store, chance(seed)) } }
}

/** A store that rests at random before what it does, so that the statements of two processes mix in every order. */
function dawdling(store: Store, random: Chance): Store {
  const rest = () => (random.isTrue(0.2) ? sleep(random.next() * 12) : undefined)
  const slow = <T extends object>(one: T): T =>
    new Proxy(one, {
      get(target, name) {
        const found: unknown = Reflect.get(target, name)
        if (typeof found === 'object' && found !== null) return slow(found)
        if (typeof found !== 'function') return found
        return async (...args: unknown[]) => {
          await rest()
          return (await Reflect.apply(found, target, args)) as unknown
        }
      },
    })
  return {
    ...store,
    transaction: (work) => store.transaction((tx) => work(slow(tx))),
    batched: async (many, item) => {
      await rest()
      return store.batched(many, item)
    },
  }
}
