/** A person in Telegram who answers a consultation at random and remembers what was chosen, whatever becomes of the bot meanwhile. */
import type { Answer } from '../../src/domain/consultation.ts'
import type { Chance } from './random.ts'
import type { Person } from './telegram/people.ts'
import type { BotMessage } from './telegram/state.ts'

export interface Respondent {
  readonly person: Person
  /** Everything that was tapped and written so far. */
  readonly did: readonly string[]
  isDone(): boolean
  /** Which question, or which step before and after them, was dealt with last. */
  at(): string
  /** Does the next thing if a message that came or changed since the last one asks for something else. Nothing is ever done twice. */
  goOn(): Promise<void>
  /** What was answered on the way that was gone in the end. */
  answers(): ReadonlyMap<string, Answer>
}

/** How many answers the questions of `free-time-and-sport` take that take several. */
const most: Readonly<Record<string, number>> = { q2: 3, q4: 2 }
const mostTimesBack = 2

export function respondent(person: Person, consultation: string, random: Chance): Respondent {
  const given = new Map<string, Answer>()
  let way: string[] = []
  let last = ''
  const did: string[] = []
  let timesBack = 0
  let seen = new Map<number, number>()

  const tap = async (end: string, buttons: readonly string[]) => {
    const button = buttons.find((one) => one.endsWith(end))!
    did.push(button)
    await person.taps(button)
  }
  const says = async (text: string) => {
    did.push(text)
    await person.says(text)
  }
  const answer = async (question: string, buttons: readonly string[]) => {
    const options = buttons.filter((one) => one.startsWith('a:')).map((one) => one.split(':')[3]!)
    const wasGiven = buttons.some((one) => one.endsWith(':keep'))
    if (wasGiven && (question in most || random.isTrue(0.3))) return tap(':keep', buttons)
    if (!wasGiven && random.isTrue(0.1)) return skip(question, buttons)
    if (options.length === 0) return write(question)
    const chosen = random.some(options, 1 + Math.floor(random.next() * (most[question] ?? 1)))
    given.set(question, /^\d+$/.test(chosen[0]!) ? { number: Number(chosen[0]) } : { options: chosen })
    for (const one of chosen) await tap(`:${question}:${one}`, buttons)
    if (question in most) await tap(':done', buttons)
  }
  const skip = (question: string, buttons: readonly string[]) => {
    given.set(question, null)
    return tap(':skip', buttons)
  }
  const write = async (question: string) => {
    const text = `More benches, please (${person.id})`
    given.set(question, { text })
    await says(text)
  }
  const deal = async (at: string, buttons: readonly string[]) => {
    const canGoBack = buttons.some((one) => one.endsWith(':back')) && timesBack < mostTimesBack
    if (canGoBack && random.isTrue(0.1)) return back(buttons)
    way = [...(way.includes(at) ? way.slice(0, way.indexOf(at)) : way), at]
    if (at === 'g') return tap(':a18_26', buttons)
    if (at === 'y')
      return tap(
        buttons.find((one) => one.startsWith('y:'))!,
        buttons,
      )
    if (at === 'f') return tap(random.pick([':yes', ':no']), buttons)
    if (at !== 'end') await answer(at, buttons)
  }
  const back = (buttons: readonly string[]) => {
    timesBack += 1
    return tap(':back', buttons)
  }
  const isFresh = ({ id, edits }: BotMessage) => edits !== (seen.get(id) ?? -1)

  return {
    person,
    did,
    isDone: () => last === 'end',
    at: () => last,
    answers: () =>
      new Map(way.flatMap((question) => (given.has(question) ? [[question, given.get(question)!]] : []))),
    async goOn() {
      if (did.length === 0) return says(`/start c-${consultation}`)
      const news = person.messages().filter(isFresh).map(buttonsOf)
      const buttons = news.findLast((some) => ![undefined, last].includes(whereIs(some)))
      if (!buttons) return
      last = whereIs(buttons)!
      seen = new Map(person.messages().map(({ id, edits }) => [id, edits]))
      await deal(last, buttons)
    },
  }
}

function buttonsOf({ keyboard }: BotMessage): readonly string[] {
  return keyboard?.inline_keyboard.flat().map((button) => button.callback_data ?? '') ?? []
}

/** `g` is the age, `y` the assent, `f` the offer to be told the results, `end` the thanks; all else is a question. */
function whereIs(buttons: readonly string[]): string | undefined {
  if (buttons.some((one) => one.startsWith('change:'))) return 'end'
  const telling = buttons.find((one) => /^[asgyf]:/.test(one))
  return telling && /^[as]:/.test(telling) ? telling.split(':')[2] : telling?.[0]
}
