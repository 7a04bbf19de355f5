/** Reporting the value of an indicator: which one, for which period, how much. */
import { periodOf } from '../deadline-words.ts'
import { atHome, move, stay, type Offer, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import type { Incoming } from '../message.ts'
import { say, type Phrase } from '../phrase.ts'
import { measured } from '../reading.ts'
import { usualGaps, type KnownValue, type ReportedIndicator } from '../reminded.ts'

type Reporting = Extract<State, { at: 'report' }>

const toStart: Offer = { id: 'home', label: say('to-start'), row: 'step' }
const again: Offer = { id: 'rep:list', label: say('report-another'), row: 'step' }
/** More than this beside the last value is asked about once more. */
const oddFactor = 2
const mostDigits = 15
const mostWhyChars = 500

/** The indicators that wait for a value. */
export function report(state: State, world: World): Turn {
  const waiting = world.indicators.filter(({ missing }) => missing.length > 0)
  if (waiting.length === 0)
    return stay(state, {
      parts: [say(world.indicators.length > 0 ? 'report-nothing' : 'report-none')],
      offers: [toStart],
    })
  return move(atHome, [
    {
      parts: [say('report-which')],
      offers: [
        ...waiting.map(({ id, name }): Offer => ({ id: `rep:${id}`, label: name, row: 'answer' })),
        toStart,
      ],
      pick: 'one',
    },
  ])
}

/** A button of the report; undefined when it is none. */
export function obeyReport(state: State, choice: string, world: World): Turn | undefined {
  if (choice === 'rep:list') return report(state, world)
  const [, id, period] = /^rep:([^:]+)(?::(\d{4}(?:-Q[1-4]|-\d{2})?))?$/.exec(choice) ?? []
  if (!id) return undefined
  const indicator = world.indicators.find((one) => one.id === id)
  if (!indicator) return stay(state, { parts: [say('due-not-yours')] })
  if (period) return beginReading(id, period, world)
  return indicator.missing.length === 1
    ? beginReading(id, indicator.missing[0]!, world)
    : whichPeriod(indicator)
}

/** Asks for the value of one period. */
export function beginReading(id: string, period: string, world: World): Turn {
  const state: Reporting = { at: 'report', v: 1, indicator: id, period }
  const indicator = world.indicators.find((one) => one.id === id)
  if (!indicator) return move(atHome, [{ parts: [say('due-not-yours')] }])
  if (!indicator.missing.includes(period)) return move(atHome, [knownReply(indicator, period)])
  return move(state, [{ ...valueReply(indicator, state), replaces: true }])
}

/** One message while a value is asked for. */
export function reportOn(state: Reporting, { choice, text }: Incoming, world: World): Turn {
  const indicator = world.indicators.find(({ id }) => id === state.indicator)
  if (!indicator) return move(atHome, [{ parts: [say('due-not-yours')] }])
  if (!indicator.missing.includes(state.period)) return move(atHome, [knownReply(indicator, state.period)])
  if (choice === 'rep-none') return whyNone(state, indicator, true)
  if (choice === 'rep-no') return move(unsure(state), [{ ...valueReply(indicator, state), replaces: true }])
  if (choice === 'rep-yes' && typeof state.value === 'string') return kept(state, indicator, state.value)
  if (choice === undefined && world.isBack) return stay(state, reportPrompt(state, world))
  return state.value === null
    ? noneOn(state, indicator, choice, text?.trim())
    : valueOn(state, indicator, text?.trim())
}

/** The question that stands, said again. */
export function reportPrompt(state: Reporting, world: World): Reply {
  const indicator = world.indicators.find(({ id }) => id === state.indicator)
  if (!indicator) return { parts: [say('due-not-yours')], offers: [toStart] }
  if (state.value === null) return whyReply(indicator, state)
  return state.value === undefined ? valueReply(indicator, state) : sureReply(indicator, state, state.value)
}

/** Why a value is missing, as it is said: typed words as they are. */
export function gapPhrase(why: string): Phrase {
  return why.startsWith('@') ? say(`report-why-${why.slice(1)}`) : { text: { pl: why } }
}

/** Digits with spaces between thousands and a comma or a point; no thousands by comma, which would be guessing. */
export function numberIn(text: string): string | undefined {
  const bare = text
    .trim()
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-')
    .replace(',', '.')
  const isNumber = /^-?\d+(\.\d+)?%?$/.test(bare) && bare.replaceAll(/\D/g, '').length <= mostDigits
  return isNumber ? bare.replace('%', '') : undefined
}

/** Whether somebody says that there is no value. */
export function isNone(text: string): boolean {
  return noneWords.includes(text.trim().toLowerCase())
}

const noneWords = [
  '-, –, —, ?, nie wiem, brak, brak danych, nie zmierzono, nie mierzono',
  "i don't know, i do not know, don't know, none, no data, n/a, not measured",
  'не знаю, немає, немає даних, не виміряно',
].flatMap((words) => words.split(', '))

function valueOn(state: Reporting, indicator: ReportedIndicator, text = ''): Turn {
  if (isNone(text)) return whyNone(state, indicator, false)
  const value = numberIn(text)
  if (value === undefined)
    return stay(unsure(state), valueReply(indicator, state, text ? say('report-unread') : undefined))
  return isOdd(Number(value), indicator, state.period)
    ? move({ ...state, value }, [sureReply(indicator, state, value)])
    : kept(state, indicator, value)
}

function whichPeriod(indicator: ReportedIndicator): Turn {
  const offers = indicator.missing.map((period): Offer => ({
    id: `rep:${indicator.id}:${period}`,
    label: periodOf(period),
    row: 'answer',
  }))
  return move(atHome, [
    {
      parts: [say('report-period', { name: indicator.name })],
      offers: [...offers, again],
      pick: 'one',
      replaces: true,
    },
  ])
}

function valueReply(indicator: ReportedIndicator, { period }: Reporting, refusal?: Phrase): Reply {
  return {
    parts: [
      ...(refusal ? [refusal] : []),
      say('report-value', { ...argsOf(indicator, period), unit: indicator.unit }),
      ...before(indicator, period),
    ],
    expects: 'number',
    offers: [{ id: 'rep-none', label: say('report-not-measured'), row: 'step' }, toStart],
  }
}

function sureReply(indicator: ReportedIndicator, { period }: Reporting, value: string): Reply {
  return {
    parts: [
      say('report-sure', { ...argsOf(indicator, period), value: measured(Number(value), indicator.unit) }),
      ...before(indicator, period),
    ],
    offers: [
      { id: 'rep-yes', label: say('report-yes'), row: 'answer' },
      { id: 'rep-no', label: say('report-no'), row: 'answer' },
    ],
    pick: 'one',
  }
}

function before(indicator: ReportedIndicator, current: string): readonly Phrase[] {
  const previous = previousOf(indicator, current)
  if (!previous) return []
  const { period, value } = previous
  return [say('report-previous', { period: periodOf(period), value: measured(value, indicator.unit) })]
}

function kept({ indicator: id, period }: Reporting, indicator: ReportedIndicator, value: string): Turn {
  const words = say('report-kept', {
    ...argsOf(indicator, period),
    value: measured(Number(value), indicator.unit),
  })
  return move(
    atHome,
    [{ parts: [words], offers: [again, toStart] }],
    [{ is: 'readingReported', indicator: id, period, value }],
  )
}

function whyNone({ indicator: id, period }: Reporting, indicator: ReportedIndicator, isTap: boolean): Turn {
  const state: Reporting = { at: 'report', v: 1, indicator: id, period, value: null }
  return move(state, [{ ...whyReply(indicator, state), ...(isTap ? { replaces: true } : {}) }])
}

function whyReply(indicator: ReportedIndicator, { period }: Reporting, refusal?: Phrase): Reply {
  return {
    parts: [...(refusal ? [refusal] : []), say('report-why', argsOf(indicator, period))],
    expects: 'text',
    maxChars: mostWhyChars,
    offers: [
      ...usualGaps.map((gap): Offer => ({
        id: `rep-why:${gap}`,
        label: say(`report-why-${gap}`),
        row: 'answer',
      })),
      { id: 'rep-no', label: say('back-button'), row: 'step' },
    ],
    pick: 'one',
  }
}

/** Not measured is not zero: the value stays open, and those who wait for it know why. */
function noneOn(state: Reporting, indicator: ReportedIndicator, choice?: string, text = ''): Turn {
  const usual = usualGaps.find((gap) => choice === `rep-why:${gap}`)
  const why = usual ? `@${usual}` : text
  if (why === '' || why.length > mostWhyChars)
    return stay(state, whyReply(indicator, state, say('due-reason-how', { max: mostWhyChars })))
  const { indicator: id, period } = state
  const words = say('report-missing', argsOf(indicator, period))
  return move(
    atHome,
    [{ parts: [words], offers: [again, toStart], ...(usual ? { replaces: true } : {}) }],
    [{ is: 'readingReported', indicator: id, period, value: null, why }],
  )
}

function unsure({ at, v, indicator, period }: Reporting): Reporting {
  return { at, v, indicator, period }
}

/** More than twice or less than half of the last, or a step away from where it should go; what is counted from the beginning of a year never shrinks. */
function isOdd(value: number, indicator: ReportedIndicator, period: string): boolean {
  const { direction, isCumulative } = indicator
  const previous = previousOf(indicator, period)
  if (!previous || (isCumulative && yearOf(previous.period) !== yearOf(period))) return false
  const isUp = isCumulative || direction === 'up'
  const isBackwards = isUp ? value < previous.value : value > previous.value
  const times = value / previous.value
  return isBackwards || (previous.value !== 0 && (times > oddFactor || times < 1 / oddFactor))
}

/** The last value before a period. */
function previousOf({ known }: ReportedIndicator, period: string): KnownValue | undefined {
  return known.find((one) => one.period < period)
}

function yearOf(period: string): string {
  return period.slice(0, 4)
}

function knownReply(indicator: ReportedIndicator, period: string): Reply {
  return { parts: [say('report-known', argsOf(indicator, period))], offers: [again, toStart] }
}

function argsOf({ name }: ReportedIndicator, period: string) {
  return { name, period: periodOf(period) }
}
