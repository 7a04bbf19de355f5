/** Sending without being asked: reminders, announcements, and answers that took longer. */
import type { Address } from '../../domain/message.ts'
import type { Clock } from '../../runtime/clock.ts'
import { isWanted, type Channel, type Receipt } from '../channel.ts'
import { ApiError } from './api.ts'
import { pagesOf, type Page } from './pages.ts'
import type { Post } from './post.ts'
import { decodeVia, isFresh, type Via } from './via.ts'
import type { WordsOf } from './words.ts'

/** One try for each message; the delivery engine decides what comes after a failure. */
export function createSending(post: Post, words: WordsOf, clock: Clock): Channel['send'] {
  return async (to, message, { via: handle, begin } = {}) => {
    if (!(await isWanted(begin))) return { isUnsent: true }
    const via = decodeVia(handle)
    const pages = pagesOf(message, words)
    const inPlace = via && !message.isPublic ? await sendInPlace(pages, via) : undefined
    return (
      inPlace ??
      sendTo(message.isPublic && via && 'channel' in via ? via.channel : await channelOf(to), pages)
    )
  }

  /** Undefined when the place is gone, so that it has to be the person's direct messages. */
  async function sendInPlace(pages: readonly Page[], via: Via): Promise<Receipt | undefined> {
    if ('dm' in via) return sendTo(via.dm, pages)
    if (!isFresh(via, clock.now())) return undefined
    const ids: string[] = []
    try {
      for (const page of pages) ids.push(await post.followUp(via, page))
    } catch (error) {
      if (ids.length === 0 && error instanceof ApiError && error.isOutOfPlace) return undefined
      throw error
    }
    return receiptOf(ids)
  }

  async function channelOf({ value }: Address): Promise<string> {
    return value.startsWith('#') ? value.slice(1) : post.openDm(value)
  }

  /** The key is the message itself: the same one sent again after an unknown fate is shown once. */
  async function sendTo(channel: string, pages: readonly Page[]): Promise<Receipt> {
    const ids: string[] = []
    for (const [index, page] of pages.entries()) {
      ids.push(await post.toChannel(channel, page, JSON.stringify([channel, index, page.body])))
    }
    return receiptOf(ids)
  }

  function receiptOf(ids: readonly string[]): Receipt {
    const messageId = ids.at(-1)
    return messageId ? { messageId } : {}
  }
}
