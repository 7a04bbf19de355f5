/** People who write now and then, each when it occurs to them: updates by webhook at random moments, and how long each reply took. */
import { setTimeout as sleep } from 'node:timers/promises'
import { lines, secret } from '../crowd.ts'
import { updateOf } from './updates.ts'

export interface Visitors {
  /** What a stand-in calls when somebody sees a message. */
  shown(chat: string): void
  /** Lets them write for so long, on average `perSecond` of them. Milliseconds from each update to its reply; what is still open counts so far. */
  visit(webhook: string, durationMs: number, perSecond: number): Promise<readonly number[]>
}

/** Whether a chat is one of theirs; recipients of announcements have higher numbers. */
export function isVisitor(chat: string): boolean {
  return Number(chat) < firstRecipient
}

const firstRecipient = 1_000_000
/** How long the last replies are waited for. */
const graceMs = 2_000

/** Each holds the whole conversation of the crowd, line by line, and is then followed by the next. */
export function newVisitors(): Visitors {
  const open = new Map<number, () => void>()
  const idle: { person: number; line: number }[] = []
  let lastPerson = 10_000
  let lastUpdate = 0

  const writeNext = async (webhook: string, times: number[], opened: Set<number>) => {
    const { person, line } = idle.shift() ?? { person: (lastPerson += 1), line: 0 }
    const begunAt = performance.now()
    opened.add(begunAt)
    open.set(person, () => {
      open.delete(person)
      opened.delete(begunAt)
      times.push(performance.now() - begunAt)
      if (line + 1 < lines.length) idle.push({ person, line: line + 1 })
    })
    await post(webhook, updateOf((lastUpdate += 1), person, lines[line]!))
  }

  return {
    shown: (chat) => open.get(Number(chat))?.(),
    async visit(webhook, durationMs, perSecond) {
      const times: number[] = []
      const opened = new Set<number>()
      for (const endsAt = performance.now() + durationMs; performance.now() < endsAt;) {
        void writeNext(webhook, times, opened)
        await sleep((-Math.log(1 - Math.random()) * 1_000) / perSecond)
      }
      await sleep(graceMs)
      const now = performance.now()
      const unanswered = [...opened].map((begunAt) => now - begunAt)
      open.clear()
      return [...times, ...unanswered]
    },
  }
}

/** An answer that does not come is told by the reply that does not come. */
async function post(webhook: string, update: object): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret }
  await fetch(webhook, { method: 'POST', headers, body: JSON.stringify(update) })
    .then((response) => response.arrayBuffer())
    .catch(() => undefined)
}
