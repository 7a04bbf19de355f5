/** The handle for answering in place, as it travels through the rest of the system. */

/** The token of an interaction, good for fifteen minutes. */
export interface InteractionVia {
  readonly app: string
  readonly token: string
  /** Milliseconds since 1970. */
  readonly issuedAt: number
  readonly channel: string
  /** Answers are seen by this person only (inside a server). */
  readonly isEphemeral: boolean
  /** Where the file lies that came with it. */
  readonly file?: string
}

/** The direct-message channel something was typed in. */
interface DmVia {
  readonly dm: string
  readonly file?: string
}

export type Via = InteractionVia | DmVia

/** Discord's fifteen minutes, less one for the way. */
const tokenLifeMs = 14 * 60_000

export function encodeVia(via: Via): string {
  return JSON.stringify(via)
}

/** Reads a handle back; undefined when it is none of ours. */
export function decodeVia(text: string | undefined): Via | undefined {
  if (!text?.startsWith('{')) return undefined
  try {
    return JSON.parse(text) as Via
  } catch {
    return undefined
  }
}

/** Whether the token may still be used at `now`. */
export function isFresh(via: InteractionVia, now: Date): boolean {
  return now.getTime() - via.issuedAt < tokenLifeMs
}
