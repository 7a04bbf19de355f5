/** The direct messages with each person: opened once, remembered, and not opened at all while Discord has had enough of it. */
import { ApiError, codes } from './errors.ts'

/** Whoever is not remembered costs one request more. About 5 MB. */
const remembered = 50_000
/** Discord names no time; bots that go on opening them are put in quarantine. */
const restMs = 3_600_000

export interface DirectMessages {
  /** The channel, opened by `open` if it is not known. @throws {ApiError} */
  channelOf(person: string, open: () => Promise<string>): Promise<string>
  /** They write to us there. */
  remember(person: string, channel: string): void
  /** Nothing arrives there any more. */
  forget(person: string): void
}

export function createDirectMessages(now: () => number): DirectMessages {
  const channels = new Map<string, string>()
  let restsUntil = -Infinity

  const remember = (person: string, channel: string) => {
    channels.delete(person)
    channels.set(person, channel)
    if (channels.size > remembered) channels.delete(channels.keys().next().value ?? '')
  }

  return {
    async channelOf(person, open) {
      const known = channels.get(person)
      if (known !== undefined) {
        remember(person, known)
        return known
      }
      if (now() < restsUntil) throw resting(restsUntil - now())
      try {
        const channel = await open()
        remember(person, channel)
        return channel
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== codes.openingDmsTooFast) throw error
        restsUntil = now() + restMs
        throw resting(restMs)
      }
    },
    remember,
    forget: (person) => void channels.delete(person),
  }
}

function resting(ms: number): ApiError {
  return new ApiError('retry', 'Discord lets no more direct messages be opened for now', {
    code: codes.openingDmsTooFast,
    retryAfterMs: Math.ceil(ms),
  })
}
