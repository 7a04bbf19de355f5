/** Where the year is played: a stand-in that takes messages, and processes that are ended in the middle of ticks and sends. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterwards } from '../afterwards.ts'
import type { City } from '../city.ts'
import type { Part } from './play.ts'

/** A message as the stand-in took it; the same id again is the same message, sent again because nobody knew whether it had arrived. */
export interface Taken {
  readonly to: string
  readonly id: string
  readonly at: string
  readonly text: string
  readonly choices: readonly string[]
}

/** When a process is ended: at a message that is taken and not answered, or so many milliseconds into a half hour. */
export interface Kills {
  readonly atMessages: readonly number[]
  readonly atHalves: ReadonlyMap<number, number>
}

export interface Played {
  readonly taken: readonly Taken[]
  readonly kills: number
}

/** Plays it all, with another process after each kill that goes on where the last one was. */
export async function playYear(
  city: City,
  part: Omit<Part, 'from'>,
  { atMessages, atHalves }: Kills,
): Promise<Played> {
  const taken: Taken[] = []
  const left = new Map(atHalves)
  let kills = 0
  let child: ChildProcess | undefined
  const kill = () => {
    if (child?.kill('SIGKILL')) kills += 1
    child = undefined
  }
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    taken.push(JSON.parse(await text(request)) as Taken)
    if (atMessages.includes(taken.length)) kill()
    else response.end()
  }
  const server = createServer((request, response) => void take(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  afterwards(async () => void server.close())
  const standby = () => startPlayer([city.databaseUrl, city.contactKey, url])

  let next = standby()
  for (let from = 0; from < part.until;) {
    const playing = await next
    child = playing
    playing.on('message', (said: { half?: number }) => {
      if (said.half === undefined) return
      from = said.half
      const ms = left.get(from)
      if (ms === undefined) return
      left.delete(from)
      void sleep(ms).then(() => child === playing && kill())
    })
    const over = Promise.race([once(playing, 'exit').then(() => false), heard(playing, 'over')])
    await city.context.store.db.$executeRaw`delete from sender`
    playing.send({ ...part, from })
    next = standby()
    if (await over) break
  }
  child?.kill('SIGKILL')
  const spare = await next
  spare.kill('SIGKILL')
  return { taken, kills }
}

/** One that has loaded everything and waits to be told where to go on. */
async function startPlayer(args: readonly string[]): Promise<ChildProcess> {
  const player = fork(fileURLToPath(new URL('play.ts', import.meta.url)), args, {
    execArgv: ['--import', import.meta.resolve('tsx')],
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' },
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  const endWithUs = () => player.kill('SIGKILL')
  process.once('exit', endWithUs)
  player.once('exit', () => process.off('exit', endWithUs))
  afterwards(async () => void player.kill('SIGKILL'))
  await heard(player, 'ready')
  return player
}

function heard(player: ChildProcess, what: string): Promise<boolean> {
  return new Promise((resolve) => {
    player.on('message', (said) => said === what && resolve(true))
  })
}
