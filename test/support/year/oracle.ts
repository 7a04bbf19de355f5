/** What everybody must hear in 2026, worked out hour by hour in the plainest way: it shares no line with the program and is asked once the year is over. */
import { hourOf, isWorkday, later, workdayFrom, workdaysLater, type Hour } from './almanac.ts'
import { players, type Player } from './cast.ts'
import type { Promised } from './promises.ts'
import type { Deed } from './script.ts'

export interface Heard {
  readonly who: string
  readonly source: string
  /** The day the step was for. */
  readonly due: string
  readonly step: string
  /** The hour at which it arrives. */
  readonly at: string
}

const policies = {
  'partner-standard': {
    days: [-14, -7, -1, 0, 1, 7, 14],
    ladder: { second: 2, superior: 4, coordinator: 7, plenipotentiary: 14 },
  },
  'partner-long': {
    days: [-60, -30, -14, -7, -1, 0, 1, 7],
    ladder: { second: 1, superior: 2, coordinator: 3 },
  },
  meeting: { days: [-7, -1], ladder: {} },
}

interface Matter extends Promised {
  due: string
  isOpen: boolean
  /** Hours and days on the wall, written so that they can be compared. */
  decided: string
  asked: string
  answered: string
}

interface Item {
  readonly matter: Matter
  readonly due: string
  readonly step: string
  readonly who: string
  state: 'waits' | 'in-message' | 'heard' | 'over'
}

interface Message {
  readonly who: string
  readonly digestOf: string
  items: Item[]
}

export function heardIn(
  hours: readonly Hour[],
  promised: readonly Promised[],
  deeds: readonly Deed[],
): readonly Heard[] {
  const matters = promised.map((one): Matter => ({
    ...one,
    isOpen: true,
    decided: '',
    asked: '',
    answered: '',
  }))
  const items = new Map<string, Item>()
  const left: Deed[] = [...deeds]
  const heard: Heard[] = []
  const digests = new Set<string>()
  let outbox: Message[] = []
  for (const now of hours) {
    if (isWorkday(now.day) && now.hour >= 8 && now.hour < 16) {
      for (const matter of matters) decide(matter, now, items)
      outbox.push(...gather([...items.values()], now.day, digests))
    }
    const leaving = outbox.filter(({ who }) => !isQuiet(who, now.hour))
    outbox = outbox.filter((message) => !leaving.includes(message))
    for (const { items: said, who } of leaving)
      for (const item of said) {
        item.state = 'heard'
        heard.push({
          who,
          source: item.matter.source,
          due: item.due,
          step: item.step,
          at: now.at.toISOString(),
        })
      }
    const end = new Date(now.at.getTime() + 3_600_000).toISOString()
    while (left[0] && left[0].at < end) outbox = carryOut(left.shift()!, { matters, items, outbox, digests })
  }
  return heard
}

function decide(matter: Matter, now: Hour, items: Map<string, Item>): void {
  const clock = `${now.day} ${String(now.hour).padStart(2, '0')}`
  const isNew = (day: string) => `${day} 08` <= clock && `${day} 08` > matter.decided
  const newest = (steps: readonly { name: string; day: string }[]) =>
    steps
      .filter(({ day }) => isNew(day))
      .reduce<{ name: string; day: string } | undefined>((a, b) => (a && a.day > b.day ? a : b), undefined)
  if (!matter.isOpen) return
  const step = newest(noticesOf(matter))
  const rung = newest(rungsOf(matter))
  const told = [
    ...(step
      ? askable(matter.entity, ['contact', 'second', 'superior', 'coordinator']).map((who) => ({
          who,
          step: step.name,
        }))
      : []),
    ...(rung ? askable(matter.entity, [rung.name.slice(1)]).map((who) => ({ who, step: rung.name })) : []),
  ]
  if (told.length === 0) return
  matter.decided = clock
  if (step && (step.name === '0' || step.name.startsWith('+')) && !matter.asked) matter.asked = now.day
  for (const { who, step: name } of told) {
    const key = `${matter.source} ${matter.due} ${name} ${who}`
    const known = items.get(key)
    if (known?.state === 'over' || !known) {
      items.delete(key)
      items.set(key, { matter, due: matter.due, step: name, who, state: 'waits' })
    }
  }
}

function noticesOf({ due, policy }: Matter) {
  return policies[policy].days.map((days) => ({
    name: days > 0 ? `+${days}` : String(days),
    day: workdayFrom(later(due, days), days > 0 ? 1 : -1),
  }))
}

function rungsOf({ asked, answered, due, policy }: Matter) {
  if (!asked || (answered && answered >= asked)) return []
  return Object.entries(policies[policy].ladder).map(([role, days]) => ({
    name: `>${role}`,
    day: workdaysLater(asked > due ? asked : due, days),
  }))
}

/** Everybody in the first of these roles that somebody has. */
function askable(entity: string, roles: readonly string[]): readonly string[] {
  const inRole = (role: string) => players.filter((one) => has(one, role, entity)).map(({ name }) => name)
  return roles.map(inRole).find((people) => people.length > 0) ?? []
}

function has({ speaks = [], isCoordinator }: Player, role: string, entity: string): boolean {
  if (role === 'coordinator') return isCoordinator === true || speaks.includes('pelnomocnik contact')
  if (role === 'plenipotentiary') return speaks.includes('pelnomocnik superior')
  return speaks.some((one) => one === `${entity} ${role}`)
}

function gather(items: readonly Item[], today: string, digests: Set<string>): readonly Message[] {
  const waiting = items.filter(({ state }) => state === 'waits')
  for (const item of waiting) if (waiting.findLast((one) => isAlike(one, item)) !== item) item.state = 'over'
  const messages: Message[] = []
  for (const item of waiting.filter(({ state }) => state === 'waits')) {
    const { who, due, matter } = item
    const isNear = due >= today && due <= later(today, 2)
    const isAlone =
      isNear || matter.policy === 'meeting' || players.find(({ name }) => name === who)!.isAlone === true
    const open = messages.find((one) => one.who === who && one.digestOf !== '')
    if (isAlone) messages.push({ who, digestOf: '', items: [item] })
    else if (open) open.items.push(item)
    else if (digests.has(`${who} ${today}`)) continue
    else {
      digests.add(`${who} ${today}`)
      messages.push({ who, digestOf: today, items: [item] })
    }
    item.state = 'in-message'
  }
  return messages
}

function isAlike(one: Item, other: Item): boolean {
  return (
    one.who === other.who &&
    one.matter === other.matter &&
    one.step.startsWith('>') === other.step.startsWith('>')
  )
}

/** By the clock on the wall: these want nothing before nine and after six, the others nothing at night. */
function isQuiet(who: string, hour: number): boolean {
  return players.find(({ name }) => name === who)!.isQuiet ? hour < 9 || hour >= 18 : hour < 8 || hour >= 20
}

interface World {
  readonly matters: readonly Matter[]
  readonly items: ReadonlyMap<string, Item>
  readonly outbox: readonly Message[]
  readonly digests: Set<string>
}

/** What is over is taken out of the messages that have not left; what else they say waits again. Returns the messages that stay. */
function carryOut(deed: Deed, { matters, items, outbox, digests }: World): Message[] {
  const matter = matters.find(({ source }) => source === deed.source)!
  if (!matter.isOpen) return [...outbox]
  if (deed.is === 'answered') matter.answered = hourOf(new Date(deed.at)).day
  if (deed.is === 'done' || deed.is === 'dropped') matter.isOpen = false
  if (deed.is === 'moved') Object.assign(matter, { due: deed.to, decided: '', asked: '', answered: '' })
  const isOver = ({ step, due, matter: its }: Item) =>
    its === matter && (deed.is === 'answered' ? step.startsWith('>') : !matter.isOpen || due !== matter.due)
  const torn = outbox.filter((message) => message.items.some(isOver))
  for (const { who, digestOf, items: said } of torn) {
    if (digestOf) digests.delete(`${who} ${digestOf}`)
    for (const item of said) item.state = 'waits'
  }
  for (const item of items.values()) if (item.state === 'waits' && isOver(item)) item.state = 'over'
  return outbox.filter((message) => !torn.includes(message))
}
