/** Naming another entity: one that is in the way, or one whose task it is. */
import { atHome, move, stay, type Offer, type Reply, type Turn, type World } from '../dialogue.ts'
import type { Incoming } from '../message.ts'
import { say, wordingIn, type Phrase } from '../phrase.ts'
import type { NamedEntity, RemindedDeadline } from '../reminded.ts'
import { understood } from '../typed.ts'
import { answered, contextOf, drop, onwards, type Answering } from './answering.ts'

const perPage = 7
const mostNoteChars = 500

/** The entities by page, or what is missing, whichever stands. */
export function askWho(state: Answering, reminded: RemindedDeadline, refusal?: Phrase): Reply {
  const lead = refusal ? [refusal] : []
  if (state.asks === 'note')
    return {
      parts: [...lead, noteQuestion(state.by, reminded)],
      expects: 'text',
      maxChars: mostNoteChars,
      offers: [{ id: 'dd:skip', label: say('due-note-skip'), row: 'step' }, drop],
    }
  const page = state.page ?? 0
  const shown = reminded.others.slice(page * perPage, (page + 1) * perPage)
  const isMore = reminded.others.length > (page + 1) * perPage
  return {
    parts: [...lead, say(state.asks === 'owner' ? 'due-owner-ask' : 'due-blocker-ask')],
    offers: [
      ...shown.map(({ id, name }): Offer => ({ id: `dd:by:${id}`, label: name, row: 'answer' })),
      ...(isMore ? [{ id: `dd:page:${page + 1}`, label: say('due-others'), row: 'step' as const }] : []),
      {
        id: 'dd:by:-',
        label: say(state.asks === 'owner' ? 'due-owner-unknown' : 'due-blocker-outside'),
        row: 'step',
      },
      drop,
    ],
    pick: 'one',
  }
}

/** An entity that was tapped, or typed by its name or abbreviation. */
export function whoOn(state: Answering, incoming: Incoming, reminded: RemindedDeadline, world: World): Turn {
  const { choice, text } = incoming
  const page = /^dd:page:(\d{1,3})$/.exec(choice ?? '')?.[1]
  if (page) {
    const turned = { ...state, page: Number(page) }
    return move(turned, [{ ...askWho(turned, reminded), replaces: true }])
  }
  const id = /^dd:by:(.+)$/.exec(choice ?? '')?.[1] ?? typedIn(incoming, reminded.others, world)?.id
  const isKnown = id === '-' || reminded.others.some((one) => one.id === id)
  const isUnsaid = id === '-' && state.asks === 'owner' && reminded.isDecided
  if (!id || !isKnown || isUnsaid)
    return stay(state, askWho(state, reminded, text || isUnsaid ? say('due-who-unread') : undefined))
  return state.asks === 'owner'
    ? handOver(id, reminded)
    : askNote({ ...state, asks: 'note', by: id }, reminded)
}

/** What is missing, with which those who are in the way are told. */
export function noteOn(state: Answering, { choice, text = '' }: Incoming, reminded: RemindedDeadline): Turn {
  const note = choice === 'dd:skip' ? '' : text.trim()
  if (choice !== 'dd:skip' && (note === '' || note.length > mostNoteChars))
    return stay(
      state,
      askWho(state, reminded, note === '' ? undefined : say('due-too-long', { max: mostNoteChars })),
    )
  const by = state.by === '-' ? null : state.by!
  const words = say(by ? 'due-blocked-by' : 'due-blocked-outside', {
    what: reminded.title,
    who: nameOf(state.by, reminded),
  })
  return move(
    atHome,
    [{ parts: [words], offers: onwards, ...(choice ? { replaces: true } : {}) }],
    [
      answered(contextOf(state), 'blocked', { ...(by ? { by } : {}), ...(note ? { note } : {}) }),
      ...(by ? [{ is: 'blockerNamed' as const, deadlineId: reminded.id, entity: by, note }] : []),
    ],
  )
}

function askNote(state: Answering, reminded: RemindedDeadline): Turn {
  return move(state, [{ ...askWho(state, reminded), replaces: true }])
}

function handOver(to: string, reminded: RemindedDeadline): Turn {
  const { id: deadlineId, entity, title, isDecided } = reminded
  const isUnknown = to === '-'
  const args = { what: title, who: nameOf(to, reminded) }
  const words = isDecided
    ? [say('due-handed-now', args)]
    : [say(isUnknown ? 'due-handed-unknown' : 'due-handed', args), say('due-asked-next')]
  return move(
    atHome,
    [{ parts: words, offers: onwards, replaces: true }],
    [{ is: 'changeAsked', deadlineId, kind: 'entity', from: entity.id, to: isUnknown ? '' : to, reason: '' }],
  )
}

function noteQuestion(by: string | undefined, reminded: RemindedDeadline): Phrase {
  const isKnown = reminded.others.some(({ id }) => id === by)
  return isKnown ? say('due-note-ask', { who: nameOf(by, reminded) }) : say('due-note-ask-outside')
}

function nameOf(id: string | undefined, { others }: RemindedDeadline): Phrase {
  return others.find((one) => one.id === id)?.name ?? say('due-somebody')
}

/** A name, an abbreviation, or something close to either. */
function typedIn(
  incoming: Incoming,
  others: readonly NamedEntity[],
  { locale }: World,
): NamedEntity | undefined {
  const choices = others.flatMap(({ id, names, short }) =>
    [wordingIn(names, locale), short, id].map((label) => ({ id, label })),
  )
  const { choice } = understood(incoming, [{ text: '', lang: locale, choices }])
  return others.find(({ id }) => id === choice)
}
