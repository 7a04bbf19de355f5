/** "What happened with my voice": the city's answers, for whoever asks, at any time. */
import { stay, type Offer, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import type { Incoming } from '../message.ts'
import {
  decisions,
  decided,
  type LinkedMeasure,
  type Outcome,
  type OutcomeCount,
  type Outcomes,
  type Theme,
} from '../outcome.ts'
import { movesOf } from '../outcome-step.ts'
import { dated, inRow, say, type Day, type Phrase } from '../phrase.ts'
import { commandIn } from './command.ts'
import { helpOffer } from './help.ts'

/** Whether outcomes are asked for, so that they can be loaded. */
export function isAboutOutcomes(incoming: Incoming): boolean {
  return (
    incoming.choice === 'outcomes' ||
    outcomeIn(incoming) !== undefined ||
    commandIn(incoming)?.name === 'outcomes'
  )
}

/** The consultation whose outcome is asked for. */
export function outcomeIn({ choice }: Incoming): string | undefined {
  return /^out:([a-z0-9_-]+)$/.exec(choice ?? '')?.[1]
}

/** A button that opens the outcome of a consultation. */
export function outcomeOffer(consultation: string, label: Phrase): Offer {
  return { id: `out:${consultation}`, label, row: 'answer' }
}

/** All of them; where there is but one answer, that one. */
export function outcomes(state: State, world: World): Turn {
  const list = world.outcomes?.list ?? []
  const [only] = list
  if (only?.publishedOn && list.length === 1) return stay(state, detailReply(only, state, world.today))
  return stay(state, listReply(world.outcomes, state, world.today))
}

/** The one whose button was tapped, or the list where it is not to be seen; undefined when it is no such button. */
export function openOutcome(state: State, incoming: Incoming, world: World): Turn | undefined {
  if (!isAboutOutcomes(incoming)) return undefined
  const found = world.outcomes?.list.find(({ id }) => id === outcomeIn(incoming))
  return found?.publishedOn ? stay(state, detailReply(found, state, world.today)) : outcomes(state, world)
}

function listReply(shown: Outcomes | null, state: State, today: Day): Reply {
  if (!shown || shown.list.length === 0) return { parts: [say('outcomes-none')], offers: onwards(state) }
  const { isMine, list, count } = shown
  const published = list.filter(({ publishedOn }) => publishedOn)
  return {
    parts: [
      say(isMine ? 'outcomes-mine' : 'outcomes-newest'),
      ...list.map((one) => lineOf(one, today)),
      ...(count.answered > 0 ? [countLine(count)] : []),
    ],
    offers: [...published.map(({ id, title }) => outcomeOffer(id, { text: title })), ...onwards(state)],
    ...(published.length > 0 ? { pick: 'one' as const } : {}),
  }
}

function lineOf({ title, publishedOn, dueOn, themes }: Outcome, today: Day): Phrase {
  if (!publishedOn)
    return say(dueOn < today ? 'outcomes-late' : 'outcomes-waiting', { title, day: dated(dueOn, today) })
  const counts = decided(themes)
  const said = decisions.filter((one) => counts[one] > 0)
  return say('outcomes-answered', {
    title,
    answers: inRow(said.map((one) => say(`decided-${one.replace('_', '-')}`, { count: counts[one] }))),
  })
}

function countLine({ themes, answered, done, medianDays }: OutcomeCount): Phrase {
  return say('outcomes-count', { themes, answered, done, days: Math.max(1, medianDays ?? 0) })
}

function detailReply({ title, themes }: Outcome, state: State, today: Day): Reply {
  return {
    parts: [say('outcome-title', { title }), ...themes.flatMap((theme) => themeParts(theme, today))],
    offers: onwards(state),
  }
}

function themeParts({ said, decision, reason, measure }: Theme, today: Day): readonly Phrase[] {
  return [
    say('outcome-said', { said }),
    say(`outcome-${(decision ?? 'not_now').replace('_', '-')}`, { reason: reason ?? {} }),
    ...(measure ? [say('outcome-measure', { name: measure.names, state: stateOf(measure, today) })] : []),
  ]
}

function stateOf(measure: LinkedMeasure, today: Day): Phrase {
  const isDelayed = movesOf(measure, today).includes('delayed')
  return inRow([
    say(`measure-${measure.status.replaceAll('_', '-')}`),
    ...(isDelayed ? [say('measure-delayed')] : []),
  ])
}

/** Whoever is in the middle of a consultation goes on there. */
function onwards({ at }: State): readonly Offer[] {
  return [
    at === 'home'
      ? { id: 'home', label: say('to-start'), row: 'step' }
      : { id: 'resume', label: say('back-to-questions'), row: 'step' },
    helpOffer,
  ]
}
