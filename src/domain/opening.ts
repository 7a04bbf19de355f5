/** What a consultation still lacks before young people may be asked. */
import type { Definition } from './consultation.ts'
import { say, type Localized, type Locale, type Phrase } from './phrase.ts'

/** No smaller group is ever shown: 10 people, 15 where the topic is of high risk. */
export function leastThreshold(isHighRisk: boolean): number {
  return isHighRisk ? 15 : 10
}

/** Everything that stands in the way of opening, each with its cure; empty when it may open. */
export function missingToOpen(definition: Definition, knownEntityIds: readonly string[]): Phrase[] {
  return [
    ...ownerMissing(definition.decisionOwner, knownEntityIds),
    ...(definition.outcomeDueOn > definition.closesOn ? [] : [say('opening-outcome-date')]),
    ...(isSaid(definition.canChange) ? [] : [say('opening-can-change')]),
    ...(isSaid(definition.cannotChange) ? [] : [say('opening-cannot-change')]),
    ...(definition.languages.length > 0 ? [] : [say('opening-languages')]),
    ...definition.languages.flatMap((locale) => languageMissing(definition, locale)),
    ...thresholdMissing(definition),
    ...(definition.questions.length > 0 ? [] : [say('opening-questions')]),
    ...(definition.places.length > 0 ? [] : [say('opening-places')]),
    ...riskMissing(definition),
  ]
}

function ownerMissing(owner: string, known: readonly string[]): Phrase[] {
  if (owner === '') return [say('opening-owner')]
  return known.includes(owner) ? [] : [say('opening-owner-unknown', { owner })]
}

function isSaid(text: Localized): boolean {
  return Object.values(text).some((wording) => wording.trim() !== '')
}

function languageMissing(definition: Definition, locale: Locale): Phrase[] {
  const untold = textsOf(definition).filter(({ text }) => isSaid(text) && !text[locale]?.trim())
  const [first] = untold
  return first
    ? [
        say('opening-language', {
          language: say(`language-${locale}`),
          count: untold.length,
          first: first.name,
        }),
      ]
    : []
}

function thresholdMissing({ threshold, isHighRisk }: Definition): Phrase[] {
  const least = leastThreshold(isHighRisk)
  return threshold >= least ? [] : [say('opening-threshold', { threshold, least })]
}

function riskMissing({ isHighRisk, questions, places }: Definition): Phrase[] {
  if (!isHighRisk) return []
  return [
    ...(questions.some(({ kind }) => kind === 'text') ? [say('opening-risk-text')] : []),
    ...(places.includes('discord') ? [say('opening-risk-discord')] : []),
  ]
}

/** Every text a young person reads, named as in the file. */
function textsOf(definition: Definition): { name: string; text: Localized }[] {
  const named = {
    title: definition.title,
    purpose: definition.purpose,
    can_change: definition.canChange,
    cannot_change: definition.cannotChange,
  }
  const shared = Object.entries(definition.texts)
  const asked = [...definition.questions, ...definition.about]
  return [
    ...Object.entries(named).map(([name, text]) => ({ name, text })),
    ...(definition.introExtra ? [{ name: 'intro_extra', text: definition.introExtra }] : []),
    ...shared.map(([name, text]) => ({ name, text })),
    ...definition.ageBands.map(({ id, label }) => ({ name: id, text: label })),
    ...asked.flatMap((question) =>
      textsInside(question).map(({ name, text }) => ({ name: `${question.id}.${name}`, text })),
    ),
  ]
}

type Asked = Definition['questions'][number] | Definition['about'][number]

function textsInside(question: Asked): { name: string; text: Localized }[] {
  const options = 'options' in question ? (question.options ?? []) : []
  const others = { hint: 'hint' in question && question.hint, unit: 'unit' in question && question.unit }
  const ends = 'low' in question ? { low: question.low, high: question.high } : {}
  return [
    { name: 'text', text: question.text },
    ...Object.entries({ ...others, ...ends }).flatMap(([name, text]) => (text ? [{ name, text }] : [])),
    ...options.map(({ id, label }) => ({ name: id, text: label })),
  ]
}
