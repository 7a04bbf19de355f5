/**
 * A process that plays the year: at every full hour the tick of reminders and everything that is due to be sent, at every half hour what people
 * do. Says before each half hour which one it is, so that whoever ends it knows where to go on. `play.ts DATABASE_URL CONTACT_KEY STAND_IN`
 */
import { announcementsUnderWay } from '../../../jobs/deliver/announcements.ts'
import { carry } from '../../../jobs/deliver/carry.ts'
import { remind } from '../../../jobs/remind.ts'
import type { Channel } from '../../../src/channels/channel.ts'
import { fateAfter } from '../../../src/domain/delivery.ts'
import { openGround } from '../../../src/ground.ts'
import { dayOfDate } from '../../../src/runtime/clock.ts'
import { readConfig } from '../../../src/runtime/config.ts'
import { createLog } from '../../../src/runtime/log.ts'
import { keepSetting, settingOf } from '../../../src/store/consultations.ts'
import { acknowledge, changeDeadline } from '../../../src/store/deadlines.ts'
import { orphans, settleDeliveries } from '../../../src/store/deliveries.ts'
import { nextSingles } from '../../../src/store/queued.ts'
import type { Db } from '../../../src/store/store.ts'
import type { Deed } from './script.ts'

export interface Part {
  /** Half hours since the year began. */
  readonly from: number
  readonly until: number
  readonly deeds: readonly Deed[]
}

const [url = '', key = '', standIn = ''] = process.argv.slice(2)
const halfHourMs = 1_800_000
const begin = Date.UTC(2025, 11, 31, 23)
let now = new Date(begin)

const config = readConfig({ DATABASE_URL: url, CONTACT_KEY: key, TIME_ZONE: 'Europe/Warsaw' })
const ground = await openGround(config, { log: createLog('error'), migrates: false })
const context = { ...ground.context, clock: { now: () => now } }
const { store } = context
const known = announcementsUnderWay(context)
const atOnce = 50

const channel: Channel = {
  name: 'telegram',
  listen: async () => undefined,
  state: () => 'ok',
  pace: () => ({ perSecond: 1_000, pausedMs: 0 }),
  close: async () => undefined,
  async send(to, message, { begin: isWanted, id } = {}) {
    if (isWanted && !(await isWanted())) return { isUnsent: true }
    const { text, choices = [] } = message
    const body = JSON.stringify({
      to: to.value,
      id,
      at: now,
      text,
      choices: choices.map((choice) => choice.id),
    })
    await fetch(standIn, { method: 'POST', body })
    return { messageId: '1' }
  },
}

process.on('message', (part) => void play(part as Part))
process.channel?.ref()
await store.ping()
process.send?.('ready')

async function play({ from, until, deeds }: Part): Promise<void> {
  const send = await openSending(new Date(begin + from * halfHourMs))
  for (let half = from; half < until; half += 1) {
    process.send?.({ half })
    now = new Date(begin + half * halfHourMs)
    if (half % 2 === 0) {
      await remind(context)
      await send()
    } else for (const deed of deeds.filter(({ at }) => at === now.toISOString())) await carryOut(deed)
  }
  process.send?.('over')
}

/** As the delivery engine does: a lease, what an earlier holder left in the middle, then what is next. */
async function openSending(at: Date): Promise<() => Promise<void>> {
  const [lease] = await store.db.$queryRaw<{ fence: number }[]>`
    insert into sender (channel, until) values ('telegram', clock_timestamp() + interval '1 day') returning fence`
  for (const { attempts, fence, ...left } of await orphans(store.db, 'telegram', 0)) {
    const fate = fateAfter({ verdict: 'unknown' }, { attempts, now: at, ifUnknown: 'again' })
    await store.batched(settleDeliveries, { ...left, ...fate, dueAt: at, at, fence })
  }
  const carrier = {
    context,
    channel,
    fence: lease!.fence,
    compose: known.compose,
    ifUnknown: known.ifUnknown,
    isOver: () => false,
    departed: new Set<string>(),
  }
  return async () => {
    for (;;) {
      const next = await nextSingles(store.db, store.keyring, { channel: 'telegram', now, limit: atOnce })
      for (const delivery of next) await carry(carrier, delivery)
      if (next.length < atOnce) return
    }
  }
}

/** Once, also when the process ends in the middle. */
async function carryOut(deed: Deed): Promise<void> {
  await store.transaction(async (tx) => {
    const mark = `deed/${deed.is}/${deed.source}`
    if (await settingOf(tx, mark)) return
    await keepSetting(tx, mark, {}, now)
    const found = await tx.deadline.findUniqueOrThrow({ where: { source: deed.source } })
    if (found.status === 'open') await change(tx, { id: found.id, dueOn: dayOfDate(found.dueOn) }, deed)
  })
}

function change(tx: Db, { id, dueOn }: { id: bigint; dueOn: string }, deed: Deed): Promise<void> {
  if (deed.is === 'moved') return changeDeadline(tx, id, { dueOn: deed.to }, now)
  if (deed.is !== 'answered') return changeDeadline(tx, id, { status: deed.is }, now)
  const personId = '00000000-0000-4000-8000-000000000000'
  return acknowledge(tx, { deadlineId: id, dueOn, step: '', personId, answer: 'on_track', now })
}
