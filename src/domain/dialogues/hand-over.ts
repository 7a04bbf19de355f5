/** Naming another entity: one that is in the way, or one whose task it is. */
import { atHome, move, stay, type Offer, type Reply, type Turn } from '../dialogue.ts'
import type { Incoming } from '../message.ts'
import { say, type Phrase } from '../phrase.ts'
import type { Named, RemindedDeadline } from '../reminded.ts'
import { answered, contextOf, drop, onwards, type Answering } from './answering.ts'

const perPage = 7
const mostNoteChars = 500

/** The entities by page, or what is missing, whichever stands. */
export function askWho(state: Answering, reminded: RemindedDeadline, refusal?: Phrase): Reply {
  const lead = refusal ? [refusal] : []
  if (state.asks === 'note')
    return {
      parts: [...lead, say('due-note-ask', { who: nameOf(state.by, reminded) })],
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

/** An entity that was tapped, or typed in part. */
export function whoOn(state: Answering, { choice, text }: Incoming, reminded: RemindedDeadline): Turn {
  const page = /^dd:page:(\d{1,3})$/.exec(choice ?? '')?.[1]
  if (page) {
    const turned = { ...state, page: Number(page) }
    return move(turned, [{ ...askWho(turned, reminded), replaces: true }])
  }
  const id = /^dd:by:(.+)$/.exec(choice ?? '')?.[1] ?? named(text, reminded.others)?.id
  const isKnown = id === '-' || reminded.others.some((one) => one.id === id)
  if (!id || !isKnown) return stay(state, askWho(state, reminded, text ? say('due-who-unread') : undefined))
  return state.asks === 'owner'
    ? handOver(state, id, reminded)
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

function handOver(state: Answering, to: string, reminded: RemindedDeadline): Turn {
  const { id: deadlineId, entity, title } = reminded
  const isUnknown = to === '-'
  const words = say(isUnknown ? 'due-handed-unknown' : 'due-handed', {
    what: title,
    who: nameOf(to, reminded),
  })
  return move(
    atHome,
    [{ parts: [words, say('due-asked-next')], offers: onwards, replaces: true }],
    [
      answered(contextOf(state), 'not_ours', isUnknown ? {} : { to }),
      { is: 'changeAsked', deadlineId, kind: 'entity', from: entity.id, to: isUnknown ? '' : to, reason: '' },
    ],
  )
}

function nameOf(id: string | undefined, { others }: RemindedDeadline): Phrase {
  return others.find((one) => one.id === id)?.name ?? say('due-somebody')
}

/** By its id (an abbreviation most of the time); names are matched as buttons are. */
function named(text: string | undefined, others: readonly Named[]): Named | undefined {
  const typed = text?.trim().toLowerCase()
  return typed ? others.find(({ id }) => id.toLowerCase() === typed) : undefined
}
