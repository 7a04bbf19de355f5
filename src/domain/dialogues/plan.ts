/** How the measures stand that somebody's entities lead. */
import type { Offer, Reply, World } from '../dialogue.ts'
import type { Incoming } from '../message.ts'
import { dated, inRow, say, type Day, type Phrase } from '../phrase.ts'
import { isDelayed, isPursued, shareDone, type LedMeasure } from '../progress.ts'
import { commandIn } from './command.ts'

const toStart: Offer = { id: 'home', label: say('to-start'), row: 'step' }

/** Whether the measures are asked for, so that they can be loaded. */
export function isAboutPlan(incoming: Incoming): boolean {
  return incoming.choice === 'partner:plan' || commandIn(incoming)?.name === 'plan'
}

/** A line for each measure: its status, how many of its steps are done, and what is due next. */
export function planReply({ measures, today }: World): Reply {
  return {
    parts: [
      say(measures.length > 0 ? 'partner-plan' : 'partner-no-measures'),
      ...measures.map((measure) => lineOf(measure, today)),
    ],
    offers: [toStart],
  }
}

function lineOf(measure: LedMeasure, today: Day): Phrase {
  const { code, names, status, steps, nextOn } = measure
  const all = steps.done + steps.open
  const isOn = isPursued(measure)
  const state = [
    say(`measure-${status.replaceAll('_', '-')}`),
    ...(isDelayed(measure) ? [say('measure-delayed')] : []),
    ...(isOn && all > 0
      ? [say('measure-steps', { bar: barOf(shareDone(measure)), done: steps.done, all })]
      : []),
    ...(isOn && nextOn
      ? [say(nextOn < today ? 'measure-was-due' : 'measure-next', { day: dated(nextOn, today) })]
      : []),
  ]
  return say('partner-measure', { code, name: names, state: inRow(state) })
}

const barLength = 5

/** Beside the numbers, for the eye alone; full only when everything is done. */
function barOf(share: number | null): string {
  const full = Math.floor((share ?? 0) * barLength)
  return '▰'.repeat(full) + '▱'.repeat(barLength - full)
}
