/** How often a single chat may be written to: once a second unasked, a group at most twenty times a minute by anybody. */
import type { Lane } from '../../domain/message.ts'
import { createQueue } from './queue.ts'

/** Telegram's limits (core.telegram.org/bots/faq): a chat bears short bursts, so only what nobody waits for is held to one a second. */
const secondMs = 1_000
const minuteMs = 60_000
const groupPerMinute = 20

/** What asks for a place in a chat; without a chat there is always room. */
export interface Guest {
  readonly lane: Lane
  readonly chat?: string | undefined
  readonly isGroup?: boolean | undefined
  /** The rest of a message that has begun: it goes before the others of its lane, and its chat bears it. */
  readonly isUnderWay?: boolean | undefined
}

export interface Chats<G extends Guest> {
  /** How many chats are remembered. */
  readonly size: number
  /** Takes a place; without one the guest is kept here until there is room, and false is returned. */
  claim(guest: G): boolean
  /** The message has left at `now`: its place is free again in a second, in a group in a minute. */
  start(guest: Guest, now: number): void
  /** Nothing has left: its place is free at once. */
  release(guest: Guest): void
  /** Those who have got a place meanwhile. */
  admitted(now: number): G[]
  /** When somebody may get one; infinite while nobody waits. */
  nextAt(): number
  /** Sends away those of the waiting that are meant. */
  remove(isMeant: (guest: G) => boolean): G[]
}

interface Chat<G> {
  /** Messages that count towards the last second and the last minute. */
  inSecond: number
  inMinute: number
  readonly waiting: G[]
}

interface Expiry {
  readonly at: number
  readonly chat: string
}

/** Chats that nobody has written to lately take no memory. */
export function createChats<G extends Guest>(): Chats<G> {
  const chats = new Map<string, Chat<G>>()
  const seconds = createQueue<Expiry>()
  const minutes = createQueue<Expiry>()
  const freed = new Set<string>()
  let waiting = 0

  const isFree = ({ inSecond, inMinute }: Chat<G>, { lane, isGroup, isUnderWay }: Guest) =>
    (lane === 0 || isUnderWay === true || inSecond === 0) && (isGroup !== true || inMinute < groupPerMinute)

  const take = (chat: Chat<G>, { isGroup }: Guest) => {
    chat.inSecond += 1
    if (isGroup === true) chat.inMinute += 1
  }

  const leave = (name: string, which: 'inSecond' | 'inMinute') => {
    const chat = chats.get(name)
    if (!chat) return
    chat[which] -= 1
    if (chat.waiting.length > 0) freed.add(name)
    else if (chat.inSecond + chat.inMinute === 0) chats.delete(name)
  }

  const expire = (now: number) => {
    for (let due = seconds.first(); due && due.at <= now; due = seconds.first())
      leave(seconds.shift()!.chat, 'inSecond')
    for (let due = minutes.first(); due && due.at <= now; due = minutes.first())
      leave(minutes.shift()!.chat, 'inMinute')
  }

  /** The most urgent of those who wait for a chat, as long as there is room. */
  const letIn = (chat: Chat<G>): G[] => {
    const first = chat.waiting.toSorted((a, b) => a.lane - b.lane).find((guest) => isFree(chat, guest))
    if (!first) return []
    chat.waiting.splice(chat.waiting.indexOf(first), 1)
    waiting -= 1
    take(chat, first)
    return [first, ...letIn(chat)]
  }

  return {
    get size() {
      return chats.size
    },
    claim(guest) {
      if (guest.chat === undefined) return true
      const chat = chats.get(guest.chat) ?? { inSecond: 0, inMinute: 0, waiting: [] }
      chats.set(guest.chat, chat)
      if (isFree(chat, guest)) {
        take(chat, guest)
        return true
      }
      chat.waiting.push(guest)
      waiting += 1
      return false
    },
    start({ chat, isGroup }, now) {
      if (chat === undefined) return
      seconds.push({ at: now + secondMs, chat })
      if (isGroup === true) minutes.push({ at: now + minuteMs, chat })
    },
    release({ chat, isGroup }) {
      if (chat === undefined) return
      if (isGroup === true) leave(chat, 'inMinute')
      leave(chat, 'inSecond')
    },
    admitted(now) {
      expire(now)
      if (freed.size === 0) return []
      const names = [...freed]
      freed.clear()
      return names.flatMap((name) => {
        const chat = chats.get(name)
        const guests = chat ? letIn(chat) : []
        if (chat && chat.inSecond + chat.inMinute === 0) chats.delete(name)
        return guests
      })
    },
    nextAt: () =>
      waiting === 0 ? Infinity : Math.min(seconds.first()?.at ?? Infinity, minutes.first()?.at ?? Infinity),
    remove(isMeant) {
      const removed = [...chats.values()].flatMap((chat) => {
        const meant = chat.waiting.filter(isMeant)
        for (const guest of meant) chat.waiting.splice(chat.waiting.indexOf(guest), 1)
        return meant
      })
      waiting -= removed.length
      return removed
    },
  }
}
