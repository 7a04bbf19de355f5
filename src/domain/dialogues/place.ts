/** Making a group or a server's channel carry announcements, by a word of staff written there. */
import { move, stay, type Fact, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import { locales, say } from '../phrase.ts'
import { may } from '../staff.ts'

const hereWords = ['here', 'tu', 'tutaj', 'тут']
const offWords = ['off', 'wylacz', 'wyłącz', 'вимкнути']
/** Long enough to tell one group from another. */
const mostLabelChars = 60

/** Obeys `/announce here [pl|en|uk] [name]` and `/announce off`; where everybody reads along, others get no answer at all. */
export function choosePlace(state: State, argument: string | undefined, world: World): Turn {
  const { person, channel, locale } = world
  if (!person?.staff || !may(person.staff.role, 'announcement.write'))
    return stay(state, ...(channel.isPublicPlace ? [] : [passing('staff-only')]))
  const [word = '', ...rest] = argument?.trim().split(/\s+/u) ?? []
  if (!channel.isPlace) return stay(state, { parts: [say('place-only-there')] })
  if (offWords.includes(word.toLowerCase())) return settled(state, 'place-left', { is: 'placeLeft' })
  if (!hereWords.includes(word.toLowerCase())) return stay(state, passing('place-how'))
  const spoken = locales.find((one) => one === rest[0]?.toLowerCase())
  const label = (spoken ? rest.slice(1) : rest).join(' ').slice(0, mostLabelChars)
  const fact: Fact = { is: 'placeChosen', locale: spoken ?? locale, label: label || null }
  return settled(state, `place-chosen-${fact.locale}`, fact)
}

function settled(state: State, key: string, fact: Fact): Turn {
  return move(state, [passing(key)], [fact])
}

/** Beside the conversation: what stands there stays what it is. */
function passing(key: string): Reply {
  return { parts: [say(key)], isNotice: true }
}
