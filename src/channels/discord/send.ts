/** Sending without being asked: reminders, announcements, and answers that took longer. */
import type { Address } from '../../domain/message.ts'
import type { Clock } from '../../runtime/clock.ts'
import { isWanted, type Channel, type Receipt, type Sending } from '../channel.ts'
import type { Leave } from './api.ts'
import { ApiError } from './errors.ts'
import { pagesOf, type Page } from './pages.ts'
import { patiently, type Post } from './post.ts'
import { decodeVia, isFresh, type Via } from './via.ts'
import type { WordsOf } from './words.ts'

/** How long what has begun waits for a limit of its route. */
const restBudgetMs = 5_000

/** One try for each message; the delivery engine decides what comes after a failure. */
export function createSending(post: Post, words: WordsOf, clock: Clock): Channel['send'] {
  return async (to, message, { via: handle, ...how } = {}) => {
    const via = decodeVia(handle)
    const pages = pagesOf(message, words)
    const departure = createDeparture(how)
    try {
      const inPlace = via && !message.isPublic ? await sendInPlace(pages, via, departure) : undefined
      if (inPlace) return inPlace
      if (message.isPublic && via && 'channel' in via) return await sendTo(via.channel, pages, departure)
      return await sendToAddress(to, pages, departure)
    } catch (error) {
      if (departure.isUnwanted()) return { isUnsent: true }
      throw error
    }
  }

  /** Undefined when the place is gone, so that it has to be the person's direct messages. */
  async function sendInPlace(
    pages: readonly Page[],
    via: Via,
    departure: Departure,
  ): Promise<Receipt | undefined> {
    if ('dm' in via) return sendTo(via.dm, pages, departure)
    if (!isFresh(via, clock.now())) return undefined
    if (!(await isWanted(departure.next().begin))) return { isUnsent: true }
    const ids: string[] = []
    try {
      for (const page of pages) ids.push(await post.followUp(via, page))
    } catch (error) {
      if (ids.length === 0 && error instanceof ApiError && error.isOutOfPlace) return undefined
      throw partly(error, ids.length, pages.length)
    }
    return receiptOf(ids)
  }

  async function sendToAddress({ value }: Address, pages: readonly Page[], departure: Departure) {
    if (value.startsWith('#')) return sendTo(value.slice(1), pages, departure)
    const channel = await post.openDm(value, departure.next)
    try {
      return await sendTo(channel, pages, departure)
    } catch (error) {
      if (error instanceof ApiError && error.verdict === 'unreachable') post.forgetDm(value)
      throw error
    }
  }

  /** Without an id the message itself is the key: the same one sent again after an unknown fate is shown once. */
  async function sendTo(channel: string, pages: readonly Page[], departure: Departure): Promise<Receipt> {
    const ids: string[] = []
    for (const [index, page] of pages.entries()) {
      const key = departure.id === undefined ? [channel, index, page.body] : [departure.id, index]
      const put = () => post.toChannel(channel, page, JSON.stringify(key), departure.next())
      try {
        ids.push(await (index === 0 ? put() : patiently(put, { isRepeatable: true, budgetMs: restBudgetMs })))
      } catch (error) {
        throw partly(error, index, pages.length)
      }
    }
    return receiptOf(ids)
  }

  function receiptOf(ids: readonly string[]): Receipt {
    const messageId = ids.at(-1)
    return messageId ? { messageId } : {}
  }
}

/** Once a page has gone out, sending the whole message again would double it: a later failure is then `unknown`. */
function partly(error: unknown, index: number, count: number): unknown {
  if (index === 0 || !(error instanceof ApiError) || error.verdict !== 'retry') return error
  const { message, code, isChannelWide } = error
  return new ApiError('unknown', `${message}, after ${index} of ${count} pages`, { code, isChannelWide })
}

interface Departure {
  readonly id: string | undefined
  /** How the next request leaves: the first one asks whether the message is still wanted. */
  next(): Leave
  /** The answer was no. */
  isUnwanted(): boolean
}

function createDeparture({ lane = 0, id, begin }: Omit<Sending, 'via'>): Departure {
  let hasLeft = false
  let isUnwanted = false
  const ask = async () => {
    const answer = await isWanted(begin)
    isUnwanted = !answer
    return answer
  }
  return {
    id,
    isUnwanted: () => isUnwanted,
    next() {
      const leave = hasLeft ? { lane, isUnderWay: true } : { lane, ...(begin && { begin: ask }) }
      hasLeft = true
      return leave
    },
  }
}
