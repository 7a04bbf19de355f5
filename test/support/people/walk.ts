/** The whole of the sample consultation "A safe way to school", answered in English by one person, and what has to be kept of it. */
import { expect } from 'vitest'
import type { House } from '../house.ts'
import type { Person } from './person.ts'

export const walked = 'safe-way-to-school'
const street = 'Long Street, the crossing by the bridge'

/** Goes from the question about age to the last thank-you, looking at every step. */
export async function walk(person: Person, band: string): Promise<void> {
  const steps: readonly [act: () => Promise<void>, answer: string][] = [
    [() => person.taps(band), 'Before we start'],
    [() => person.taps('I understand, start'), 'How do you usually get to school?'],
    [() => person.taps('on foot'), '2 of 6'],
    [() => person.selects(['fast cars', 'it is dark']), '3 of 6'],
    [() => person.taps('2'), '4 of 6'],
    [() => person.taps('in the morning'), '5 of 6'],
    [() => person.types(street), '6 of 6'],
    [() => person.taps('lights and crossings'), 'About you'],
    // whose band at the gate lies across two bands of the results is asked once more
    [
      async () => (person.heard().includes('age group') ? person.taps('16–18') : undefined),
      'part of the city',
    ],
    [() => person.taps('Old Town'), 'hear what comes of it'],
    [() => person.taps('Yes, please'), 'Thank you! By 12 December'],
  ]
  for (const [act, answer] of steps) {
    await act()
    expect(person.heard()).toContain(answer)
  }
}

/** What the answers of one who walked through are, in the clear. */
export const answersOfTheWalk = [
  { question: 'q1', answer: { options: ['walk'] } },
  { question: 'q2', answer: { options: ['speed', 'dark'] } },
  { question: 'q5', answer: { number: 2 } },
  { question: 'q6', answer: { options: ['morning'] } },
  { question: 'q7', answer: { text: street } },
  { question: 'q8', answer: { options: ['lights'] } },
]

/** One response that holds exactly what was answered, one consent, a wish to be told; and nobody complains. */
export async function expectWalked(house: House, person: Person, ageBand: string): Promise<void> {
  const kept = await house.keptOf(person.address)
  const answers = kept?.responses
    .flatMap((response) => response.answers)
    .toSorted((a, b) => a.question.localeCompare(b.question))
  expect(answers).toEqual(answersOfTheWalk)
  expect(kept).toMatchObject({
    locale: 'en',
    responses: [
      { consultationId: walked, channel: person.address.channel, isFinished: true, ageBand, district: 'i' },
    ],
    participations: [{ consultationId: walked, state: 'finished', wantsOutcome: true }],
    consents: [{ purpose: 'participation' }, { purpose: 'outcomes' }],
  })
  expectNoComplaint(house)
}

/** Nothing was logged as a warning, and no platform had anything to object to. */
export function expectNoComplaint({ complaints, violations }: House): void {
  expect(complaints).toEqual([])
  expect(violations()).toEqual([])
}
