/** How somebody wants to be written to: language, quiet hours, one message a day, and in which of their channels. */
import { usualQuietHours } from '../delivery.ts'
import {
  move,
  stay,
  type Fact,
  type Offer,
  type Reply,
  type State,
  type Turn,
  type World,
} from '../dialogue.ts'
import { channelNames, type Incoming } from '../message.ts'
import { locales, say, type Phrase } from '../phrase.ts'
import { hoursIn, type Hours, type Preferences } from '../preferences.ts'
import { isInOffice, languageReply } from './settings.ts'

type Asking = Extract<State, { at: 'quietHours' }>

/** The quiet hours that are offered: the usual ones, and from the end of shorter days on. */
const usualHours: readonly Hours[] = [
  usualQuietHours,
  { from: '18:00', to: '08:00' },
  { from: '16:00', to: '08:00' },
]
const mostChars = 20
const back: Offer = { id: 'resume', label: say('back-button'), row: 'step' }

/** Everything in one message whose buttons show what holds now; for somebody nothing is kept of, the language alone. */
function preferencesReply(world: World): Reply {
  const { preferences: now } = world
  if (!now) return languageReply(world)
  return {
    parts: [say('settings-lead'), ...linesOf(world, now)],
    offers: [
      ...languages(world),
      ...quietOffers(now),
      ...(isInOffice(world) ? digestOffers(now) : []),
      ...channelOffers(now),
      ...(isPartner(world)
        ? [{ id: 'calendar', label: say('settings-calendar'), row: 'step' as const }]
        : []),
      { id: 'link', label: say('settings-link'), row: 'step' },
      ...(now.isLinked ? [{ id: 'unlink', label: say('settings-unlink'), row: 'step' as const }] : []),
      back,
    ],
    pick: 'one',
  }
}

/** Shows them; whatever stood goes on standing. */
export function preferences(state: State, world: World): Turn {
  return stay(restOf(state), preferencesReply(world))
}

/** A button of the settings; undefined when it is none. */
export function obeyPreferences(state: State, choice: string, world: World): Turn | undefined {
  if (choice === 'settings') return preferences(state, world)
  const [, what, value = ''] = /^set:(lang|quiet|digest|channel):(.+)$/.exec(choice) ?? []
  if (!what) return undefined
  if (!world.preferences) return stay(state, languageReply(world))
  if (what === 'quiet' && value === 'own') return stay({ at: 'quietHours' }, quietPrompt())
  const changed = changeIn(what, value, world)
  if (!changed) return stay(state, preferencesReply(world))
  const { fact, after } = changed
  return move(restOf(state), [{ ...preferencesReply(after), replaces: true }], [fact])
}

/** One message while somebody types quiet hours of their own. */
export function answerQuietHours(state: Asking, { text = '' }: Incoming, world: World): Turn {
  if (!world.preferences) return move({ at: 'home' }, [languageReply(world)])
  const hours = hoursIn(text)
  if (typeof hours === 'string') return stay(state, quietPrompt(say(`settings-quiet-${hours}`)))
  const after = { ...world, preferences: { ...world.preferences, quiet: hours } }
  return move({ at: 'home' }, [preferencesReply(after)], [{ is: 'quietHoursChosen', ...hours }])
}

/** What stands on the screen while own quiet hours are asked. */
export function quietPrompt(lead?: Phrase): Reply {
  return {
    parts: [...(lead ? [lead] : []), say('settings-quiet-ask')],
    offers: [{ id: 'settings', label: say('back-button'), row: 'step' }],
    expects: 'text',
    maxChars: mostChars,
  }
}

function restOf(state: State): State {
  return state.at === 'quietHours' ? { at: 'home' } : state
}

interface Change {
  readonly fact: Fact
  /** The world as it is with it. */
  readonly after: World
}

function changeIn(what: string, value: string, world: World): Change | undefined {
  const now = world.preferences!
  const after = (changed: Partial<Preferences>) => ({ ...world, preferences: { ...now, ...changed } })
  if (what === 'lang') {
    const locale = locales.find((one) => one === value)
    return locale && { fact: { is: 'languageChosen', locale }, after: { ...world, locale } }
  }
  if (what === 'quiet') {
    const quiet = usualHours.find((one) => idOf(one) === value)
    return quiet && { fact: { is: 'quietHoursChosen', ...quiet }, after: after({ quiet }) }
  }
  if (what === 'digest') {
    const hasDigest = value === 'day'
    if (!hasDigest && value !== 'each') return undefined
    return { fact: { is: 'digestChosen', hasDigest }, after: after({ hasDigest }) }
  }
  const channel = channelNames.find((one) => one === value && now.channels.includes(one))
  return channel && { fact: { is: 'channelChosen', channel }, after: after({ channel }) }
}

function linesOf(world: World, { quiet, hasDigest, channel, channels }: Preferences): readonly Phrase[] {
  return [
    say('settings-quiet', { from: quiet.from, to: quiet.to }),
    ...(isInOffice(world) ? [say(hasDigest ? 'settings-digest' : 'settings-each')] : []),
    ...(channel && channels.length > 1
      ? [say('settings-channel', { channel: say(`channel-${channel}`) })]
      : []),
  ]
}

function languages({ locale }: World): readonly Offer[] {
  return locales.map((one) => ({
    id: `set:lang:${one}`,
    label: say(`language-${one}`),
    isPicked: one === locale,
    row: 'answer',
  }))
}

function quietOffers({ quiet }: Preferences): readonly Offer[] {
  const isOwn = !usualHours.some((one) => idOf(one) === idOf(quiet))
  return [
    ...usualHours.map((one): Offer => ({
      id: `set:quiet:${idOf(one)}`,
      label: say('settings-quiet-button', { from: one.from, to: one.to }),
      isPicked: idOf(one) === idOf(quiet),
      row: 'answer',
    })),
    { id: 'set:quiet:own', label: say('settings-quiet-own'), isPicked: isOwn, row: 'answer' },
  ]
}

function digestOffers({ hasDigest }: Preferences): readonly Offer[] {
  return (['day', 'each'] as const).map((how) => ({
    id: `set:digest:${how}`,
    label: say(`settings-${how}-button`),
    isPicked: hasDigest === (how === 'day'),
    row: 'answer',
  }))
}

function channelOffers({ channel, channels }: Preferences): readonly Offer[] {
  if (channels.length < 2) return []
  return channels.map((one) => ({
    id: `set:channel:${one}`,
    label: say('settings-channel-button', { channel: say(`channel-${one}`) }),
    isPicked: one === channel,
    row: 'answer',
  }))
}

function idOf({ from, to }: Hours): string {
  return `${from}-${to}`.replaceAll(':', '')
}

function isPartner({ person }: World): boolean {
  return (person?.entities.length ?? 0) > 0
}
