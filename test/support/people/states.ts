/** Every state a conversation can be in, and how somebody gets there: straight through the one code path, in their own channel. */
import { inviteContact, inviteStaff } from '../../../src/app/staff.ts'
import type { Address } from '../../../src/domain/message.ts'
import type { House } from '../house.ts'
import { begin, talk, type Talk } from '../talk.ts'
import { everything } from './everything.ts'

type Way = (person: Talk, house: House) => Promise<unknown>

/** Skips what comes before a question of `everything`, and taps there. */
const at =
  (question: string, ...taps: string[]): Way =>
  async (person) => {
    await begin(person, everything)
    while (!person.buttons().some(({ id }) => id.includes(`:${question}:`))) await person.taps(':skip')
    for (const tap of taps) await person.taps(tap)
  }

export const states: Readonly<Record<string, Way>> = {
  'a stranger': async () => undefined,
  'at home': (person) => person.types('/start'),
  'asked for the age': (person) => person.types(`/start c-${everything}`),
  'asked for assent': (person) => person.types(`/start c-${everything}`).then(() => person.taps(':a18_26')),
  'at one of several answers': at('one'),
  'at several answers': at('some'),
  'at several answers, one ticked': at('others', ':bread'),
  'at a free text': at('words'),
  'at a scale': at('rate'),
  'at a number': at('minutes'),
  'in the middle of a ranking': at('order', ':gold'),
  'at the second of two pairs': (person) =>
    at('pairs')(person, undefined as never).then(() => person.does({ choice: person.buttons()[0]!.id })),
  'at a district': at('where'),
  'asked about themselves': at('about.age_band'),
  'asked for the part of the city': at('about.city_part'),
  'asked whether to be told': at('about.city_part', ':skip'),
  'at the end': at('about.city_part', ':skip', ':no'),
  'an auditor': async (person, { context }) => {
    const { code } = await inviteStaff(context, { role: 'auditor', label: 'Desk', actor: 'test' })
    await person.types(`/start i-${code}`)
  },
  'asked for the age before messages': (person) => person.types('/news'),
  'asked about messages': (person) => person.types('/news').then(() => person.taps(':a18_26')),
  'a coordinator asked for a text': (person, house) => coordinate(person, house),
  'a coordinator asked for an audience': async (person, house) => {
    await coordinate(person, house)
    for (const act of ['Słowa', 'Words', 'Слова']) await person.types(act)
  },
  'a coordinator asked for a moment': async (person, house) => {
    await states['a coordinator asked for an audience']!(person, house)
    for (const end of [':staff', ':everybody']) await person.taps(end)
  },
  'a partner': async (person, { context }) => {
    const { code } = await inviteContact(context, {
      entityId: 'zdt',
      role: 'contact',
      label: 'Roads',
      actor: 'test',
    })
    await person.types(`/start i-${code}`)
  },
}

/** Makes somebody a coordinator and lets them begin an announcement. */
async function coordinate(person: Talk, { context }: House): Promise<void> {
  const { code } = await inviteStaff(context, { role: 'coordinator', label: 'Desk', actor: 'test' })
  await person.types(`/start i-${code}`)
  await person.does({ choice: 'an:new' })
}

/** Brings the person at `address` into a state; returns the buttons that would change what is kept of them there. */
export async function bring(
  house: House,
  { channel, value }: Address,
  state: string,
): Promise<(id: string) => boolean> {
  const person = talk(house.context, { channel, value })
  await states[state]!(person, house)
  const offered = new Set(person.buttons().map(({ id }) => id))
  const steps = new Set(
    [...offered].filter((id) => id.startsWith('s:')).map((id) => id.replace(/[^:]+$/, '')),
  )
  return (id) =>
    (/^[ayfn]:/.test(id) && offered.has(id)) ||
    [...steps].some((step) => id.startsWith(step)) ||
    /^(lang:|delete:yes|news:on)/.test(id) ||
    (state.startsWith('a coordinator') && /^(staff:|draft:until)/.test(id))
}
