/** Requests that Discord calls invalid: ten thousand of them in ten minutes, and it bars the address for a day. */

/** Half of Discord's limit in a window that begins with the first: however two windows meet, it is never reached. */
const limit = 5_000
const windowMs = 600_000

export interface InvalidRequests {
  /** Counts an answer, if it is one of those; a limit shared with other bots is nobody's fault. */
  note(status: number, scope: string | null): void
  /** For how many milliseconds it is better to ask nothing. */
  waitMs(): number
}

export function createInvalidRequests(now: () => number, most = limit): InvalidRequests {
  let since = -Infinity
  let count = 0
  return {
    note(status, scope) {
      const isInvalid = status === 401 || status === 403 || (status === 429 && scope !== 'shared')
      if (!isInvalid) return
      if (now() - since >= windowMs) {
        since = now()
        count = 0
      }
      count += 1
    },
    waitMs: () => (count < most ? 0 : Math.max(0, since + windowMs - now())),
  }
}
