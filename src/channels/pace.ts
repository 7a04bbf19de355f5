/** When a bot's messages may leave: one pacer per bot, in the process that sends, so that it is exact and costs nothing. */
import { isWanted, SendError, type Pace } from './channel.ts'
import { createChats, type Guest } from './pace/chats.ts'
import { createQueue, type Queue } from './pace/queue.ts'
import { createSecond } from './pace/second.ts'

/** How much of the platform’s limit is used: less than all of it, for clocks are not the same; a bucket at this was measured to be refused nothing at all. */
const share = 0.995
/** How many replies may run ahead of the pace at once; what is sent unasked pays it back. */
const reservedPermits = 5
/** Timers come late, on a busy machine by tens of milliseconds; so much of it is made up for, or the rate would be lost. No second gets more than its share for it. */
const lateMs = 50
/** A lane that waits gets at least one permit in ten. */
const othersBetween = 9
/** How much the last `begin` weighs in how long they take. */
const beginWeight = 1 / 16
/** A timer of Node cannot wait longer than 24 days; nobody needs one that long. */
const longestTimerMs = 3_600_000

export interface PacerOptions {
  /** The platform's limit: how many messages a second it takes from this bot. At least 1. */
  readonly perSecond: number
  /** Milliseconds that never go back. */
  readonly now?: (() => number) | undefined
  /** Runs a task in `ms`, unless the returned function is called before. */
  readonly after?: ((ms: number, task: () => void) => () => void) | undefined
}

/** Who wants to send: the lane, and the chat where the platform limits each of them. */
export type Asked = Guest

export interface Pacer {
  /**
   * Makes the call at the moment the request may leave, so that it has to leave at once, and resolves with what it resolves with; with undefined,
   * and without a call, when `begin` said no. The call ends when the platform has answered or cannot any more: a place in its second is free again then.
   * What comes with `begin` waits for the end of a pause before it begins; what has none, or has begun, is told how long it is.
   * @throws {SendError} retry, of the whole channel, during a pause and after `close`; and whatever the call throws
   */
  run<T>(asked: Asked, call: () => Promise<T>, begin?: () => Promise<boolean>): Promise<T | undefined>
  /** Nothing leaves for so long; of several pauses the one that ends last counts. */
  pause(ms: number): void
  pace(): Pace
  /** Turns away those who wait, and from now on everybody who would have to. */
  close(): void
}

interface Waiter extends Guest {
  readonly mayOutwait: boolean
  readonly go: () => void
  readonly fail: (error: SendError) => void
}

interface LaneState {
  readonly queue: Queue<Waiter>
  /** Permits that others got while this lane has waited for its next, and how many of them were replies. */
  passed: number
  replies: number
}

/** A pacer that has granted nothing yet. Waiting costs no timer each: there is one. */
export function pacer({ perSecond, now = () => performance.now(), after = onTimer }: PacerOptions): Pacer {
  const spacingMs = 1_000 / (share * perSecond)
  const creditMs = Math.max(spacingMs, lateMs)
  const aheadMs = reservedPermits * spacingMs
  const lanes = ([0, 1, 2] as const).map((): LaneState => ({
    queue: createQueue<Waiter>(),
    passed: 0,
    replies: 0,
  }))
  const [replies, personal, bulk] = lanes as [LaneState, LaneState, LaneState]
  const leaving = createQueue<Waiter>()
  const chats = createChats<Waiter>()
  const second = createSecond(perSecond)
  /** The moment the next permit is due if nothing runs ahead (the "theoretical arrival time" of a leaky bucket). */
  let dueAt = -Infinity
  let pausedUntil = -Infinity
  /** Those of the lanes that wait who have a permit and have not left. */
  let underWay = 0
  let beginMs = 0
  /** Replies that left while others could not, for want of room in the platform's second. */
  let overtaken = 0
  let isClosed = false
  let timer: { readonly at: number; readonly cancel: () => void } | undefined

  async function run<T>(asked: Asked, call: () => Promise<T>, begin?: () => Promise<boolean>) {
    if (!(await permitted(asked, begin))) return undefined
    const startedAt = now()
    try {
      return await call()
    } finally {
      second.end(startedAt, now())
      if (!isClosed) move()
    }
  }

  async function permitted(asked: Asked, begin?: () => Promise<boolean>): Promise<boolean> {
    await queued(asked, begin !== undefined, (waiter) => {
      if (chats.claim(waiter)) admit(waiter)
    })
    try {
      const isLeaving = await timed(begin)
      if (isLeaving) await queued(asked, false, leave)
      else giveBack(asked)
      return isLeaving
    } catch (error) {
      giveBack(asked)
      throw error
    }
  }

  async function timed(begin?: () => Promise<boolean>): Promise<boolean> {
    if (begin === undefined) return true
    const begunAt = now()
    const isLeaving = await isWanted(begin)
    beginMs += (now() - begunAt - beginMs) * beginWeight
    return isLeaving
  }

  function queued(asked: Asked, mayOutwait: boolean, enter: (waiter: Waiter) => void): Promise<void> {
    return new Promise((go, fail) => {
      const at = now()
      if (at < pausedUntil && (isClosed || !mayOutwait)) return fail(pausedFor(pausedUntil - at))
      enter({ ...asked, mayOutwait, go, fail })
      move()
      if (!isClosed) return
      turnAway(closing())
      timer?.cancel()
    })
  }

  function admit(waiter: Waiter): void {
    const { queue } = lanes[waiter.lane]!
    if (waiter.isUnderWay) queue.pushFirst(waiter)
    else queue.push(waiter)
  }

  function leave(waiter: Waiter): void {
    if (waiter.lane === 0) start(waiter, now())
    else leaving.push(waiter)
  }

  /** Lets everything go that may go now, and comes back when the next one may. */
  function move(): void {
    const at = now()
    for (const waiter of chats.admitted(at)) admit(waiter)
    while (at >= leaveAt(at)) start(leaving.shift()!, at)
    for (let lane = nextLane(at); lane; lane = nextLane(at)) grant(lane, at)
    const nextAt = Math.min(chats.nextAt(), leaveAt(at), ...lanes.map((lane) => grantAt(lane, at)))
    if (nextAt < (timer?.at ?? Infinity)) wakeAt(nextAt, at)
  }

  function wakeAt(nextAt: number, at: number): void {
    timer?.cancel()
    const cancel = after(Math.min(Math.max(1, Math.ceil(nextAt - at)), longestTimerMs), () => {
      timer = undefined
      move()
    })
    timer = { at: nextAt, cancel }
  }

  /** The first of the lane that is owed a permit, else of the most urgent one. */
  function nextLane(at: number): LaneState | undefined {
    return [...[bulk, personal].filter(isOwed), ...lanes].find((lane) => at >= grantAt(lane, at))
  }

  /** When the first of a lane may have a permit. Where replies alone use everything up, the others reach into the reserve too. */
  function grantAt(lane: LaneState, at: number): number {
    if (!lane.queue.first()) return Infinity
    const isAhead = lane === replies || (isOwed(lane) && lane.replies >= othersBetween - 1)
    const needsRoom = lane !== replies || overtaken >= othersBetween - 1
    return Math.max(pausedUntil, isAhead ? dueAt - aheadMs : dueAt, needsRoom ? beginAt(at) : -Infinity)
  }

  /** Early enough to leave when there is room for it, and no earlier: after a kill, what has begun and waits would be in doubt. */
  function beginAt(at: number): number {
    return second.roomAt(underWay + 1, at) - beginMs
  }

  function grant(lane: LaneState, at: number): void {
    const waiter = lane.queue.shift()!
    dueAt = Math.max(dueAt, at - creditMs) + spacingMs
    if (lane !== replies) underWay += 1
    for (const other of lanes) {
      const hasWaited = other !== lane && other.queue.first() !== undefined
      other.passed = hasWaited ? other.passed + 1 : 0
      other.replies = hasWaited ? other.replies + (lane === replies ? 1 : 0) : 0
    }
    waiter.go()
  }

  /** Whatever is no reply leaves when there is room in the platform's second. */
  function leaveAt(at: number): number {
    return leaving.first() ? second.roomAt(1, at) : Infinity
  }

  function start(waiter: Waiter, at: number): void {
    const isReply = waiter.lane === 0
    const isAlone = underWay === 0 && !personal.queue.first() && !bulk.queue.first()
    if (!isReply || isAlone) overtaken = 0
    else if (second.roomAt(1, at) > at) overtaken += 1
    second.start()
    if (!isReply) underWay -= 1
    chats.start(waiter, at)
    waiter.go()
  }

  function giveBack(asked: Asked): void {
    dueAt = Math.max(dueAt - spacingMs, pausedUntil + aheadMs)
    if (asked.lane !== 0) underWay -= 1
    chats.release(asked)
    move()
  }

  /** Those who have a permit give it back themselves. */
  function turnAway(error: SendError, isMeant: (waiter: Waiter) => boolean = () => true): void {
    const arrived = lanes.flatMap(({ queue }) => queue.remove(isMeant))
    for (const waiter of [...chats.remove(isMeant), ...arrived, ...leaving.remove(() => true)])
      waiter.fail(error)
    for (const waiter of arrived) chats.release(waiter)
  }

  return {
    run,
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, now() + ms)
      // afterwards everybody starts at the pace: neither replies nor what piled up begin with a burst
      dueAt = Math.max(dueAt, pausedUntil + aheadMs)
      turnAway(pausedFor(pausedUntil - now()), ({ mayOutwait }) => !mayOutwait)
      move()
    },
    pace: () => ({ perSecond, pausedMs: Math.max(0, pausedUntil - now()) }),
    close() {
      isClosed = true
      turnAway(closing())
      timer?.cancel()
    },
  }
}

function isOwed({ passed }: LaneState): boolean {
  return passed >= othersBetween
}

function pausedFor(ms: number): SendError {
  const told = { retryAfterMs: Math.ceil(ms), isChannelWide: true }
  return new SendError('retry', 'The platform has asked to wait', told)
}

function closing(): SendError {
  return new SendError('retry', 'The channel is closing', { isChannelWide: true })
}

function onTimer(ms: number, task: () => void): () => void {
  const timer = setTimeout(task, ms)
  return () => clearTimeout(timer)
}
