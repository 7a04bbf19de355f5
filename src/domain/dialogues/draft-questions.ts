/** The questions of an announcement that is being written: what each asks, and what a tap or a typed text makes of the draft. */
import type { Offer, Reply, World } from '../dialogue.ts'
import {
  audienceOf,
  inLanguage,
  mostTextChars,
  ticked,
  ticks,
  ticksOf,
  type Drafted,
  type DraftStep,
  type Tick,
} from '../drafted.ts'
import type { Incoming } from '../message.ts'
import { dayAfter, instantOf, momentIn, wallOf } from '../moment.ts'
import { say, type Locale, type Phrase } from '../phrase.ts'

/** The draft with the answer in it, the same question with another draft, or a kind word about what does not fit. */
export type Read = { readonly next: Drafted } | { readonly still: Drafted } | { readonly refusal: Phrase }

interface DraftQuestion {
  ask(draft: Drafted, world: World): Reply
  read(draft: Drafted, incoming: Incoming, world: World): Read
}

/** Every step with its question. */
export const draftQuestions: Readonly<Record<DraftStep, DraftQuestion>> = {
  pl: {
    ask: (draft) => textReply('pl', draft),
    read: (draft, { text }) => readText(draft, 'pl', text),
  },
  en: { ask: (draft) => textReply('en', draft), read: readTranslation('en') },
  uk: { ask: (draft) => textReply('uk', draft), read: readTranslation('uk') },
  who: {
    ask: (_, { managed }) => ({ parts: [say('draft-who')], offers: whoOffers(managed), pick: 'one' }),
    read: (draft, { choice }, world) => readWho(draft, choice, world),
  },
  narrow: { ask: narrowReply, read: readTicks },
  when: { ask: whenReply, read: readWhen },
  until: { ask: untilReply, read: readUntil },
  what: {
    ask: () => ({ parts: [say('draft-what')], offers: changeOffers, pick: 'one' }),
    read: () => ({ refusal: say('re-ask') }),
  },
}

const answer = (id: string, label: Phrase): Offer => ({ id: `draft:${id}`, label, row: 'answer' })

function textReply(locale: Locale, { texts }: Drafted): Reply {
  const skip = locale === 'pl' ? [] : [say(texts[locale] ? 'draft-without-button' : 'draft-skip-button')]
  return {
    parts: [
      say(`draft-text-${locale}`),
      ...(locale === 'pl' ? [say('draft-markup', { most: mostTextChars })] : []),
    ],
    offers: skip.map((label) => ({ id: 'draft:skip', label, row: 'step' })),
    expects: 'text',
    maxChars: mostTextChars,
  }
}

function readTranslation(locale: Locale) {
  return (draft: Drafted, { text, choice }: Incoming): Read =>
    choice === 'draft:skip' ? { next: inLanguage(draft, locale, undefined) } : readText(draft, locale, text)
}

function readText(draft: Drafted, locale: Locale, typed: string | undefined): Read {
  const text = typed?.trim()
  if (!text) return { refusal: say('draft-text-needed') }
  return text.length > mostTextChars
    ? { refusal: say('text-too-long', { length: text.length, max: mostTextChars }) }
    : { next: inLanguage(draft, locale, text) }
}

/** A menu that is longer than this is read by nobody. */
const mostConsultations = 5

function whoOffers(managed: World['managed']): Offer[] {
  return [
    answer('who:youth', say('draft-who-youth')),
    ...asked(managed).map(({ id, title }) => answer(`who:c:${id}`, say('draft-who-consultation', { title }))),
    answer('who:contacts', say('draft-who-contacts')),
    answer('who:staff', say('draft-who-staff')),
    answer('who:places', say('draft-who-places')),
  ]
}

function asked(managed: World['managed']): World['managed'] {
  return managed.filter(({ status }) => status !== 'draft').slice(-mostConsultations)
}

function readWho(draft: Drafted, choice: string | undefined, { managed }: World): Read {
  const audience = audienceOf(/^draft:who:(.+)$/.exec(choice ?? '')?.[1] ?? '')
  const isKnown = !audience?.consultation || managed.some(({ id }) => id === audience.consultation?.id)
  return audience && isKnown ? { next: { ...draft, audience } } : { refusal: say('re-ask') }
}

function narrowReply({ audience }: Drafted): Reply {
  const set = ticksOf(audience)
  const offered = ticks.filter((tick) => tick !== 'places' || audience.who.length > 0)
  const offers = offered.map((tick) => ({
    ...answer(`tick:${tick}`, tickLabel(tick)),
    isPicked: set.includes(tick),
  }))
  return {
    parts: [say('draft-narrow')],
    offers: [
      ...offers,
      { id: 'draft:done', label: say('step-done'), row: 'step', isDone: true },
      { id: 'draft:everybody', label: say('draft-everybody-button'), row: 'step' },
    ],
    pick: 'several',
    max: offered.length,
  }
}

function tickLabel(tick: Tick): Phrase {
  if (tick === 'places') return say('draft-tick-places')
  return say(tick.length === 2 ? `language-${tick}` : `channel-${tick}`)
}

function readTicks(draft: Drafted, { choice, choices }: Incoming): Read {
  const { audience } = draft
  const isOnlyPlaces = audience.who.length === 0
  const setTo = (set: readonly string[]): Drafted => ({
    ...draft,
    audience: ticked(audience, isOnlyPlaces ? [...set, 'places'] : set),
  })
  if (choice === 'draft:done') return { next: draft }
  if (choice === 'draft:everybody') return { next: setTo([]) }
  if (choices) return { next: setTo(choices.map(tickIn)) }
  const tick = tickIn(choice ?? '')
  if (!ticks.some((one) => one === tick)) return { refusal: say('re-ask') }
  const set: readonly string[] = ticksOf(audience)
  return { still: setTo(set.includes(tick) ? set.filter((one) => one !== tick) : [...set, tick]) }
}

function tickIn(choice: string): string {
  return choice.replace(/^draft:tick:/, '')
}

const afternoon = '16:00'
const morning = '9:00'
const evening = '20:00'

function whenReply(_: Drafted, world: World): Reply {
  return {
    parts: [say('draft-when'), say('draft-moment-hint')],
    offers: [
      answer('now', say('draft-now-button')),
      ...(todayAt(afternoon, world) > world.now
        ? [answer('today', say('draft-today-button', { time: afternoon }))]
        : []),
      answer('tomorrow', say('draft-tomorrow-button', { time: morning })),
    ],
    pick: 'one',
    expects: 'text',
    maxChars: mostMomentChars,
  }
}

const mostMomentChars = 40

function readWhen(draft: Drafted, { choice, text }: Incoming, world: World): Read {
  if (choice === 'draft:now') return { next: { ...draft, sendAt: null } }
  const at =
    choice === 'draft:today'
      ? todayAt(afternoon, world)
      : choice === 'draft:tomorrow'
        ? atDay(dayAfter(world.today, 1), morning, world)
        : momentIn(text ?? '', world.now, world.timeZone)
  if (!at) return { refusal: say('draft-moment-unclear') }
  return at > world.now
    ? { next: { ...draft, sendAt: at.toISOString() } }
    : { refusal: say('draft-moment-past') }
}

/** Days after it is sent, always in the evening. */
const untilDays = { evening: 0, three: 3, week: 7 } as const

function untilReply(draft: Drafted, world: World): Reply {
  const later = Object.keys(untilDays).filter(
    (which) => untilAt(which, draft, world)! > startOf(draft, world),
  )
  return {
    parts: [say('draft-until'), say('draft-moment-hint')],
    offers: [
      answer('until:never', say('draft-until-never')),
      ...later.map((which) => answer(`until:${which}`, say(`draft-until-${which}`))),
    ],
    pick: 'one',
    expects: 'text',
    maxChars: mostMomentChars,
  }
}

function readUntil(draft: Drafted, { choice, text }: Incoming, world: World): Read {
  const which = /^draft:until:(\w+)$/.exec(choice ?? '')?.[1]
  if (which === 'never') return { next: { ...draft, notAfter: null } }
  const until = which ? untilAt(which, draft, world) : momentIn(text ?? '', world.now, world.timeZone)
  if (!until) return { refusal: say('draft-moment-unclear') }
  return until > startOf(draft, world)
    ? { next: { ...draft, notAfter: until.toISOString() } }
    : { refusal: say('draft-until-before') }
}

function untilAt(which: string, draft: Drafted, world: World): Date | undefined {
  if (!Object.hasOwn(untilDays, which)) return undefined
  const { day } = wallOf(startOf(draft, world), world.timeZone)
  return atDay(dayAfter(day, untilDays[which as keyof typeof untilDays]), evening, world)
}

function startOf({ sendAt }: Drafted, { now }: World): Date {
  return sendAt ? new Date(sendAt) : now
}

function todayAt(time: string, world: World): Date {
  return atDay(world.today, time, world)
}

function atDay(day: string, time: string, { timeZone }: World): Date {
  return instantOf({ day, time: time.padStart(5, '0') }, timeZone)
}

const changeOffers: readonly Offer[] = (['pl', 'en', 'uk', 'who', 'when'] as const).map((step) =>
  answer(`change:${step}`, say(`draft-change-${step}`)),
)
