/** Being written to: what it means, saying yes to it, and taking that back. */
import { isAdmitted, oldestAge, youngestAge } from '../audience.ts'
import { move, stay, type Offer, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import type { Incoming } from '../message.ts'
import { say, type Phrase } from '../phrase.ts'
import { usualAgeBands } from '../usual.ts'
import { helpCard, helpOffer } from './help.ts'

type Asking = Extract<State, { at: 'newsAge' | 'news' }>

const everyAge = { from: youngestAge, to: oldestAge }
const toStart: Offer = { id: 'home', label: say('to-start'), row: 'step' }

/** Whether the conversation stands here. */
export function isAboutNews(state: State): state is Asking {
  return state.at === 'newsAge' || state.at === 'news'
}

/** Says what somebody would get, and asks; the age first where it is not known and the person is not here for an office. */
export function news(world: World): Turn {
  const { person, hasNews } = world
  if (hasNews) return ask(null, world)
  if (person && (person.staff || person.entities.length > 0)) return ask(null, world)
  return person?.ageBand ? admit(person.ageBand, null, world) : stay({ at: 'newsAge' }, introReply, ageReply)
}

/** One message while the age is asked, or the yes. */
export function answerNews(state: Asking, { choice }: Incoming, world: World): Turn {
  if (choice === 'news:off') return turnOff(world)
  if (choice === 'news:keep') return move({ at: 'home' }, [{ parts: [say('news-kept')], ...closing }])
  if (state.at === 'newsAge') {
    const band = usualAgeBands.find(({ id }) => choice === `news:age:${id}`)?.id
    return band ? admit(band, band, world) : again(state, choice, world)
  }
  if (choice === 'news:on') return turnOn(state.band)
  if (choice === 'news:no') return move({ at: 'home' }, [declinedReply], [{ is: 'forgotten' }])
  return again(state, choice, world)
}

/** What stands on the screen, said again. */
export function newsPrompt(state: Asking, world: World, lead?: Phrase): Reply {
  const reply = state.at === 'newsAge' ? ageReply : world.hasNews ? onReply : offerReply
  return lead ? { ...reply, parts: [lead, ...reply.parts] } : reply
}

function admit(band: string, told: string | null, world: World): Turn {
  const verdict = isAdmitted(band, { minAge: world.channel.minAge, audience: everyAge })
  return verdict === 'yes' ? ask(told, world, told !== null) : refuse(world)
}

function refuse(world: World): Turn {
  return move(
    { at: 'home' },
    [{ parts: [say('news-refusal')], replaces: true }, helpCard(world)],
    [{ is: 'forgotten' }],
  )
}

function ask(band: string | null, world: World, replaces = false): Turn {
  const state = { at: 'news', band } as const
  const reply = newsPrompt(state, world)
  return stay(state, replaces ? { ...reply, replaces } : reply)
}

function turnOn(band: string | null): Turn {
  return move(
    { at: 'home' },
    [{ parts: [say('news-on')], ...closing, replaces: true }],
    [{ is: 'newsTurnedOn', band }],
  )
}

function turnOff({ hasNews }: World): Turn {
  return move(
    { at: 'home' },
    [{ parts: [say('news-off')], ...closing, replaces: true }],
    hasNews ? [{ is: 'newsTurnedOff' }] : [],
  )
}

function again(state: Asking, choice: string | undefined, world: World): Turn {
  if (choice === undefined) return stay(state, newsPrompt(state, world, say('re-ask')))
  const notice: Reply = { parts: [say('stale-button')], isNotice: true }
  return stay(state, notice, { ...newsPrompt(state, world), replaces: true })
}

const closing = { offers: [toStart, helpOffer] }
const declinedReply: Reply = { parts: [say('news-declined')], ...closing, replaces: true }
const introReply: Reply = { parts: [say('news-intro')] }

const ageReply: Reply = {
  parts: [say('age')],
  offers: [
    ...usualAgeBands.map(({ id, label }) => ({
      id: `news:age:${id}`,
      label: { text: label },
      row: 'answer' as const,
    })),
    helpOffer,
  ],
  pick: 'one',
}

const offerReply: Reply = {
  parts: [say('news-offer')],
  offers: [
    { id: 'news:on', label: say('news-yes'), row: 'answer' },
    { id: 'news:no', label: say('news-no'), row: 'answer' },
    helpOffer,
  ],
  pick: 'one',
}

const onReply: Reply = {
  parts: [say('news-is-on')],
  offers: [
    { id: 'news:off', label: say('news-turn-off'), row: 'answer' },
    { id: 'news:keep', label: say('news-keep'), row: 'answer' },
    helpOffer,
  ],
  pick: 'one',
}
