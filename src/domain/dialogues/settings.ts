/** What a person can always do with themselves here: choose a language, read, take or erase what is kept, and stop. */
import { move, stay, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import { locales, say, type Locale, type Phrase } from '../phrase.ts'
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
export function privacyReply(): Reply {
  return {
    parts: [say('privacy-what'), say('privacy-who'), say('privacy-long'), say('privacy-rights')],
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

/** Asks once before erasing, and says exactly what goes. */
export function askDelete(state: State, world: World): Turn {
  if (!world.person)
    return move(
      { at: 'home' },
      [{ parts: [say('nothing-kept')], offers: [helpOffer] }],
      [{ is: 'forgotten' }],
    )
  return stay(state, {
    parts: [say('delete-question')],
    offers: [
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
