/** Puts messages on a person's screen: new ones, changed ones, files, and the word that answers a tap. */
import type { Address, Lane, Outgoing } from '../../domain/message.ts'
import { isWanted, SendError, type Receipt, type Sending } from '../channel.ts'
import type { Pacer } from '../pace.ts'
import type { Connection } from './connection.ts'
import { movedTo, sendErrorOf, statusOf } from './errors.ts'
import { readVia } from './incoming.ts'
import { partsOf, toastOf, type Part } from './outgoing.ts'
import { poster, type Place } from './posting.ts'
import { valueOf, wheretoOf } from './whereto.ts'

/** Makes one call, perhaps more than once. */
export type Attempt = <T>(call: () => Promise<T>) => Promise<T>

export interface Sender {
  /** Every call to Telegram goes through `attempt`, and every one that carries a message through the pacer. @throws {SendError} */
  send(to: Address, message: Outgoing, how?: Sending, attempt?: Attempt): Promise<Receipt>
  /** Stops the spinner of a tapped button, with a word if there is one. @throws {SendError} */
  answerTap(callback: string, text?: string): Promise<void>
}

export interface SenderTools {
  readonly connection: Connection
  readonly pacer: Pacer
  /** The bot pays for a faster pace, so what is sent unasked has to say that it may cost. */
  readonly isPaid: boolean
}

const once: Attempt = (call) => call()

export function sender({ connection, pacer, isPaid }: SenderTools): Sender {
  const { api } = connection
  const put = poster(api)

  const answerTap = async (callback: string, text?: string) => {
    await orSendError(() => api.answerCallbackQuery(callback, text === undefined ? {} : { text }))
  }

  const send: Sender['send'] = async (to, message, { via, lane = 0, begin } = {}, attempt = once) => {
    const { callback, chat, message: tapped } = readVia(via)
    const toast = toastOf(message)
    if (callback !== undefined && toast !== undefined) {
      if (!(await isWanted(begin))) return { isUnsent: true }
      await attempt(() => answerTap(callback, toast))
      return {}
    }
    const there = wheretoOf(to.value)
    const isHere = chat === String(there.chat)
    const place: Place = {
      ...there,
      ...(isHere && message.replaces === true && tapped !== undefined && { edited: tapped }),
      isPaid: isPaid && lane > 0,
      leave: wayOut(lane, begin),
    }
    return sendParts(await layOut(message, attempt), place, (part, where) =>
      attempt(() => orSendError(() => following(where, (moved) => put(moved, part)))),
    )
  }

  /** Each request at its own moment, and `begin` before the first. */
  const wayOut = (lane: Lane, begin: Sending['begin']): Place['leave'] => {
    let isUnderWay = false
    return (chat, call) => {
      const asked = { lane, chat: String(chat), isGroup: chat < 0, isUnderWay }
      const leave = () => {
        isUnderWay = true
        return call()
      }
      return pacer.run(asked, leave, isUnderWay ? undefined : begin)
    }
  }

  const layOut = async (message: Outgoing, attempt: Attempt) => {
    const hasLink = message.choices?.some(({ start }) => start !== undefined)
    const username = hasLink ? await attempt(() => orSendError(() => connection.username())) : ''
    return partsOf(message, (payload) => `https://t.me/${username}?start=${encodeURIComponent(payload)}`)
  }

  /** Whoever is asked to wait holds back everything of the bot: calls that go on meanwhile make the wait longer. */
  const orSendError = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call()
    } catch (error) {
      const failure = sendErrorOf(error)
      if (statusOf(error) === 429) pacer.pause(failure.retryAfterMs ?? 1_000)
      throw failure
    }
  }

  return { send, answerTap }
}

/** A group that has become a supergroup is followed to its new id, once. */
async function following(place: Place, put: (place: Place) => Promise<Receipt>): Promise<Receipt> {
  try {
    return await put(place)
  } catch (error) {
    const moved = movedTo(error)
    if (moved === undefined) throw error
    const { edited: _, ...there } = { ...place, chat: Number(moved) }
    return { ...(await put(there)), movedTo: valueOf(there) }
  }
}

/** Once a part has gone out, sending the whole message again would double it: a later failure is then `unknown`. */
async function sendParts(
  parts: readonly Part[],
  place: Place,
  sendPart: (part: Part, place: Place) => Promise<Receipt>,
): Promise<Receipt> {
  let receipt: Receipt = {}
  let where = place
  for (const [index, part] of parts.entries()) {
    try {
      receipt = { ...receipt, ...(await sendPart(part, where)) }
    } catch (error) {
      const isPartlySent = index > 0 && error instanceof SendError && error.verdict === 'retry'
      throw isPartlySent ? unknownAfter(index, parts.length, error) : error
    }
    if (receipt.isUnsent) break
    const { edited: _, ...below } = where
    where = { ...below, ...wheretoOf(receipt.movedTo ?? valueOf(where)) }
  }
  return receipt
}

function unknownAfter(index: number, count: number, { message, isChannelWide }: SendError): SendError {
  return new SendError('unknown', `${message}, after ${index} of ${count} parts`, { isChannelWide })
}
