/** Answering what a person did: in place, beside it, or in their direct messages. */
import type { Incoming, Outgoing } from '../../domain/message.ts'
import type { Log } from '../../runtime/log.ts'
import { ApiError } from './errors.ts'
import { pagesOf, type Page } from './pages.ts'
import { patiently, type Post } from './post.ts'
import type { InteractionVia } from './via.ts'
import type { WordsOf } from './words.ts'

export interface Answering {
  /** Answers an interaction; never throws. `hasPlaceholder`: a "thinking…" waits to be filled. */
  toInteraction(
    replies: readonly Outgoing[],
    incoming: Incoming,
    via: InteractionVia,
    hasPlaceholder: boolean,
  ): Promise<void>
  /** Answers a direct message; never throws. */
  toDm(replies: readonly Outgoing[], incoming: Incoming, channel: string): Promise<void>
}

/** Edits, removals, and whatever carries a key. */
const repeatable = { isRepeatable: true }

/** What to try instead, if the error leaves a way. */
type Elsewhere = (error: ApiError) => false | (() => Promise<unknown>)

export function createAnswering(post: Post, words: WordsOf, log: Log): Answering {
  async function toInteraction(
    replies: readonly Outgoing[],
    incoming: Incoming,
    via: InteractionVia,
    hasPlaceholder: boolean,
  ) {
    const isForAll = (reply: Outgoing) => reply.isPublic === true && incoming.place !== undefined
    const own = replies.filter((reply) => !isForAll(reply))
    const inPlace = hasPlaceholder ? own[0] : own.find((reply) => reply.replaces && !reply.isNotice)
    for (const [number, reply] of own.entries())
      await privately(pagesOf(reply, words), incoming, via, reply === inPlace, number)
    if (hasPlaceholder && !inPlace) await quietly(() => patiently(() => post.remove(via), repeatable))
    const forAll = replies.filter(isForAll).flatMap((reply) => pagesOf(reply, words))
    for (const [index, page] of forAll.entries()) await publicly(page, via, `${incoming.id}.p${index}`)
  }

  async function privately(
    pages: readonly Page[],
    incoming: Incoming,
    via: InteractionVia,
    isInPlace: boolean,
    number: number,
  ) {
    for (const [index, page] of pages.entries()) {
      const isEdit = isInPlace && index === 0
      await quietly(
        () =>
          patiently(() => (isEdit ? post.edit(via, page) : post.followUp(via, page)), {
            isRepeatable: isEdit,
          }),
        (error) =>
          error.isOutOfPlace && (() => toPerson(page, incoming, `${incoming.id}.${number}.${index}`)),
      )
    }
  }

  /** Where the bot may not write into the channel itself, the interaction still may. */
  async function publicly(page: Page, via: InteractionVia, key: string) {
    await quietly(
      () => patiently(() => post.toChannel(via.channel, page, key), repeatable),
      (error) =>
        error.verdict === 'unreachable' && (() => post.followUp({ ...via, isEphemeral: false }, page)),
    )
  }

  async function toPerson(page: Page, incoming: Incoming, key: string) {
    const channel = await patiently(() => post.openDm(incoming.from.value), repeatable)
    await patiently(() => post.toChannel(channel, page, key), repeatable)
  }

  async function toDm(replies: readonly Outgoing[], incoming: Incoming, channel: string) {
    const pages = replies.flatMap((reply) => pagesOf(reply, words))
    for (const [index, page] of pages.entries()) {
      await quietly(() =>
        patiently(() => post.toChannel(channel, page, `${incoming.id}.${index}`), repeatable),
      )
    }
  }

  /** The conversation is safe in the database, so a reply that cannot arrive is only noted; the next tap brings it again. */
  async function quietly(task: () => Promise<unknown>, elsewhere?: Elsewhere): Promise<void> {
    try {
      await task()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const other = elsewhere?.(error)
      if (other) return quietly(other)
      log.warn({ verdict: error.verdict, code: error.code }, 'A reply did not reach Discord')
    }
  }

  return { toInteraction, toDm }
}
