/** Long polling: fetches updates, and confirms them to Telegram only once they are kept. */
import type { Update } from 'grammy/types'
import type { Log } from '../../runtime/log.ts'
import type { Connection } from './connection.ts'
import { sendErrorOf, statusOf } from './errors.ts'
import { Unkept } from './intake.ts'

export interface PollingTools {
  readonly connection: Connection
  readonly log: Log
  /** Stores updates for good and takes them up; rejects when they could not be stored. */
  readonly takeIn: (updates: readonly Update[]) => Promise<void>
  /** Resolves when more can be taken in. */
  readonly room: () => Promise<void>
  readonly pause: (ms: number) => Promise<void>
  readonly closing: AbortSignal
}

/**
 * Polls until `closing`; never rejects. The next offset, which confirms a batch, goes out after `takeIn` has resolved.
 * The first poll after a failure does not wait for news, so that it is known at once whether all is well again.
 */
export async function poll(tools: PollingTools): Promise<void> {
  let offset: number | undefined
  let failures = 0
  while (!tools.closing.aborted) {
    try {
      const isPatient = failures === 0
      const updates = await tools.connection.poll(offset, isPatient, tools.closing)
      const last = updates.at(-1)
      if (last) {
        await tools.takeIn(updates)
        offset = last.update_id + 1
      }
      failures = 0
      await tools.room()
    } catch (error) {
      if (tools.closing.aborted) return
      failures += 1
      await waitAfter(error, failures, tools)
    }
  }
}

async function waitAfter(
  error: unknown,
  failures: number,
  { log, pause, closing }: PollingTools,
): Promise<void> {
  const waitMs = waitMsAfter(error, failures)
  log.warn(
    { status: statusOf(error), reason: sendErrorOf(error).message, failures, waitMs },
    'Telegram updates could not be taken in',
  )
  await pause(waitMs).catch((reason) => {
    if (!closing.aborted) throw reason
  })
}

/** As long as nothing can be stored, somebody may still be asking for help. */
const unkeptMs = 1_000

/** A refused token is tried again slowly, another poller is waited out, everything else backs off up to half a minute. */
export function waitMsAfter(error: unknown, failures: number): number {
  if (error instanceof Unkept) return unkeptMs
  const status = statusOf(error)
  if (status === 401 || status === 404) return 60_000
  const backoffMs = Math.min(30_000, 500 * 2 ** Math.min(failures, 10))
  if (status === 409) return Math.max(3_000, backoffMs)
  return sendErrorOf(error).retryAfterMs ?? backoffMs
}
