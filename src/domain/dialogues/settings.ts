/** What a person can always do with themselves here: choose a language, read, take or erase what is kept, and stop. */
import { atHome, move, stay, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import type { Incoming } from '../message.ts'
import { locales, say, type Locale, type Phrase } from '../phrase.ts'
import { commandIn } from './command.ts'
import { helpOffer } from './help.ts'
import { homeReply } from './home.ts'

const back = { id: 'resume', label: say('back-button'), row: 'step' as const }

/** The three languages, each in its own name. */
export function languageReply(world: World): Reply {
  const offers = locales.map((locale) => ({
    id: `lang:${locale}`,
    label: say(`language-${locale}`),
    isPicked: locale === world.locale,
    row: 'answer' as const,
  }))
  return { parts: [say('language-question')], offers: [...offers, back, helpOffer], pick: 'one' }
}

/** Puts the conversation into another language; the words about it are already in the new one. */
export function chooseLanguage(
  state: State,
  locale: Locale,
  prompt: (world: World) => Reply,
  world: World,
): Turn {
  const spoken = { ...world, locale }
  return move(state, [{ ...prompt(spoken), replaces: true }], [{ is: 'languageChosen', locale }])
}

/** What is kept, why, for how long, and how to take it back. */
export function privacyReply({ secretDays }: World): Reply {
  return {
    parts: [
      say('privacy-what'),
      say('privacy-who'),
      say('privacy-long', { days: secretDays }),
      say('privacy-rights'),
    ],
    offers: [
      { id: 'mydata', label: say('mydata-button'), row: 'step' },
      { id: 'delete', label: say('delete-button'), row: 'step' },
      back,
      helpOffer,
    ],
  }
}

/** Hands over everything that is kept of the person, as a file. */
export function myDataReply(world: World): Reply {
  return world.person
    ? { parts: [say('mydata')], file: 'mydata', offers: [back, helpOffer] }
    : { parts: [say('nothing-kept')], offers: [back, helpOffer] }
}

/** Asks once before erasing, and says exactly what goes: everything, or what was said in one consultation. */
export function askDelete(state: State, world: World): Turn {
  if (!world.person)
    return move(
      { at: 'home' },
      [{ parts: [say('nothing-kept')], offers: [helpOffer] }],
      [{ is: 'forgotten' }],
    )
  return stay(state, {
    parts: [
      say('delete-question', { days: world.secretDays }),
      ...(world.withdrawable.length > 0 ? [say('delete-or-one')] : []),
    ],
    offers: [
      ...world.withdrawable.map(({ id, title }) => ({
        id: `withdraw:${id}`,
        label: say('withdraw-one', { title }),
        row: 'answer' as const,
      })),
      { id: 'delete:yes', label: say('delete-yes'), row: 'step' },
      { id: 'delete:no', label: say('delete-no'), row: 'step' },
      helpOffer,
    ],
  })
}

/** Erases. */
export function erase(): Turn {
  return move(
    { at: 'home' },
    [{ parts: [say('deleted')], offers: [helpOffer], replaces: true }],
    [{ is: 'erased' }],
  )
}

/** Whether erasing is asked for, so that what can be erased by itself is loaded. */
export function isAboutErasing(incoming: Incoming): boolean {
  const { choice } = incoming
  return choice === 'delete' || withdrawalIn(choice) !== undefined || commandIn(incoming)?.name === 'delete'
}

/** Takes back what was said in one consultation, asking once; undefined when it is no such button. */
export function withdraw(state: State, choice: string, world: World): Turn | undefined {
  const wanted = withdrawalIn(choice)
  if (!wanted) return undefined
  const found = world.withdrawable.find(({ id }) => id === wanted.consultation)
  if (!found)
    return stay(state, {
      parts: [say('withdraw-too-late', { days: world.secretDays })],
      offers: [back, helpOffer],
    })
  const { id, title } = found
  if (!wanted.isSure)
    return stay(state, {
      parts: [say('withdraw-question', { title })],
      offers: [
        { id: `withdraw:yes:${id}`, label: say('withdraw-yes'), row: 'step' },
        { id: 'delete:no', label: say('delete-no'), row: 'step' },
        helpOffer,
      ],
    })
  const isStanding = 'consultation' in state && state.consultation === id
  return move(
    isStanding ? atHome : state,
    [{ parts: [say('withdrawn', { title })], offers: [back, helpOffer], replaces: true }],
    [{ is: 'withdrawn', consultation: id }],
  )
}

function withdrawalIn(choice: string | undefined) {
  const [, sure, consultation] = /^withdraw:(yes:)?(.+)$/.exec(choice ?? '') ?? []
  return consultation ? { consultation, isSure: sure !== undefined } : undefined
}

/** Nothing is sent unasked any more; what was answered stays until it is erased. What a contact was asked goes to the next in line. */
export function stop(world: World): Turn {
  if (!world.person) return stopped([say('stopped-nothing-kept')], 'forgotten')
  const isContact = world.person.entities.length > 0
  return stopped(
    isInOffice(world)
      ? [say(isContact ? 'stopped-contact' : 'stopped'), say('stopped-start')]
      : [say('stopped')],
    'stopped',
  )
}

/** Somebody who is asked because of their office takes their stop back. */
export function takeBackStop(world: World): Turn {
  const person = { ...world.person!, isStopped: false }
  return move(
    { at: 'home' },
    [{ parts: [say('stop-taken-back')] }, homeReply({ ...world, person })],
    [{ is: 'stopTakenBack' }],
  )
}

/** Whether somebody speaks for an entity or works for the programme. */
export function isInOffice({ person }: World): boolean {
  return person !== null && (person.entities.length > 0 || person.staff !== null)
}

function stopped(parts: readonly Phrase[], is: 'stopped' | 'forgotten'): Turn {
  return move({ at: 'home' }, [{ parts, offers: [helpOffer] }], [{ is }])
}
