/** People who open a page, so many each second whether or not the ones before them have it yet. */
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Reading {
  /** Milliseconds from the moment each page was wanted to its last byte. */
  readonly times: readonly number[]
  /** What was not answered with 200, or with another number of bytes than the first. */
  readonly failed: number
  readonly bytes: number
}

export interface Read {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** A reader who is late counts from when the page was wanted: a server that stalls does not get fewer readers. */
export async function readPage(url: string, perSecond: number, durationMs: number): Promise<Reading> {
  const agent = new Agent({ keepAlive: true })
  const times: number[] = []
  const { body } = await fetchOnce(url, agent)
  let failed = 0
  const read = async (at: number) => {
    const page = await fetchOnce(url, agent).catch(() => undefined)
    times.push(performance.now() - at)
    if (page?.status !== 200 || page.body.length !== body.length) failed += 1
  }
  const wanted = Math.round((perSecond * durationMs) / 1_000)
  const begunAt = performance.now()
  const reads: Promise<void>[] = []
  for (let reader = 0; reader < wanted; reader += 1) {
    const at = begunAt + (reader * 1_000) / perSecond
    if (at > performance.now()) await sleep(at - performance.now())
    reads.push(read(at))
  }
  await Promise.all(reads)
  agent.destroy()
  return { times, failed, bytes: body.length }
}

/** As a browser does that has not been here before. */
export function fetchOnce(url: string, agent?: Agent): Promise<Read> {
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { ...(agent && { agent }), headers: { 'accept-encoding': 'gzip', 'accept-language': 'en' } },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.once('error', reject)
        answer.once('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: headersOf(answer.headers),
            body: Buffer.concat(parts),
          }),
        )
      },
    )
    asked.once('error', reject)
    asked.end()
  })
}

function headersOf(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const own = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date']
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || own.includes(name) ? [] : [[name, String(value)]],
    ),
  )
}
