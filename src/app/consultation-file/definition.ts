/** From a checked file to the consultations the system works with. */
import type {
  AboutQuestion,
  Definition,
  Option,
  Question,
  Route,
  TextName,
} from '../../domain/consultation.ts'
import { leastThreshold } from '../../domain/opening.ts'
import type { Localized } from '../../domain/phrase.ts'
import { usualAbout, usualAgeBands } from '../../domain/usual.ts'
import { addDays } from '../../runtime/clock.ts'
import { fingerprint } from '../../runtime/crypto.ts'
import { trimmed, type Wordings } from './safeguarding-part.ts'
import type { ConsultationValue, FileValue, QuestionValue, SharedValue } from './schema.ts'

/** Every consultation of the file, whole, in its order. */
export function definitionsOf(file: FileValue): Definition[] {
  return file.consultations.map((consultation) => definitionOf(consultation, file))
}

/** The same for the same content, in whatever order the database gives the keys back. */
export function hashOf(definition: Definition): string {
  return fingerprint(JSON.stringify(definition, inOrder), 32)
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

function definitionOf(value: ConsultationValue, { shared = {}, defaults, languages }: FileValue): Definition {
  const isHighRisk = value.topic_risk === 'high'
  return {
    id: value.id,
    tag: fingerprint(value.id, 6),
    title: trimmed(value.title),
    purpose: trimmed(value.purpose),
    canChange: trimmed(value.can_change ?? {}),
    cannotChange: trimmed(value.cannot_change ?? {}),
    ...(value.intro_extra ? { introExtra: trimmed(value.intro_extra) } : {}),
    decisionOwner: value.decision_owner ?? '',
    outcomeDueOn: value.feedback_due ?? addDays(value.window.to, defaults.feedback_days),
    linkedMeasures: value.linked_actions,
    linkedIndicators: value.linked_indicators,
    audience: { from: value.audience.age_from, to: value.audience.age_to },
    opensOn: value.window.from,
    closesOn: value.window.to,
    isHighRisk,
    places: [...new Set(value.channels)],
    helpCard: value.rules?.help_card ?? (isHighRisk ? ['start', 'end'] : []),
    threshold:
      value.rules?.min_group_size ?? Math.max(leastThreshold(isHighRisk), defaults.min_group_size ?? 0),
    languages: [...new Set(languages)],
    ageBands: shared.age_gate?.options.map(optionOf) ?? usualAgeBands,
    questions: value.questions.map((question) => questionOf(question, defaults.max_chars)),
    about: shared.about_you?.map(aboutOf) ?? usualAbout,
    texts: {
      ...textsOf(shared, shared.age_gate?.text),
      ...textsOf(value.texts ?? {}, value.texts?.age_question),
    },
  }
}

function optionOf({
  id,
  label,
  exclusive,
}: {
  id: string
  label: Wordings
  exclusive?: boolean | undefined
}): Option {
  return exclusive ? { id, label: trimmed(label), isExclusive: true } : { id, label: trimmed(label) }
}

function questionOf(value: QuestionValue, maxChars: number): Question {
  const asked = {
    id: value.id,
    text: trimmed(value.text),
    ...(value.hint ? { hint: trimmed(value.hint) } : {}),
    routes: value.routes?.map(routeOf) ?? [],
  }
  switch (value.type) {
    case 'single':
      return { ...asked, kind: 'single', options: value.options.map(optionOf) }
    case 'multi':
      return {
        ...asked,
        kind: 'several',
        options: value.options.map(optionOf),
        max: value.max_choices ?? value.options.length,
      }
    case 'scale':
      return {
        ...asked,
        kind: 'scale',
        from: value.from,
        to: value.to,
        low: trimmed(value.ends.low),
        high: trimmed(value.ends.high),
      }
    case 'text':
      return { ...asked, kind: 'text', maxChars: value.max_chars ?? maxChars }
    case 'number':
      return {
        ...asked,
        kind: 'number',
        min: value.min,
        max: value.max,
        ...(value.unit ? { unit: trimmed(value.unit) } : {}),
      }
    case 'ranking':
      return {
        ...asked,
        kind: 'ranking',
        options: value.options.map(optionOf),
        top: value.top ?? value.options.length,
      }
    case 'pairwise':
      return {
        ...asked,
        kind: 'pairwise',
        options: value.options.map(optionOf),
        rounds: value.rounds ?? usualRounds(value.options.length),
      }
    case 'district':
      return { ...asked, kind: 'district' }
  }
}

/** Every pair once, but no more than five taps. */
function usualRounds(options: number): number {
  return Math.min(5, (options * (options - 1)) / 2)
}

function routeOf({
  if_any: any,
  if_at_most: most,
  if_at_least: least,
  goto,
}: NonNullable<QuestionValue['routes']>[number]): Route {
  if (any) return { when: { is: 'any', options: any }, goto }
  if (most !== undefined) return { when: { is: 'atMost', value: most }, goto }
  return { when: least === undefined ? { is: 'always' } : { is: 'atLeast', value: least }, goto }
}

function aboutOf({ id, text, options }: NonNullable<SharedValue['about_you']>[number]): AboutQuestion {
  return { id, text: trimmed(text), ...(options ? { options: options.map(optionOf) } : {}) }
}

function textsOf(
  value: NonNullable<ConsultationValue['texts']>,
  age: Wordings | undefined,
): Partial<Record<TextName, Localized>> {
  const given: Record<TextName, Wordings | undefined> = {
    welcome: value.welcome,
    assent: value.assent,
    agree: value.assent_buttons?.agree,
    decline: value.assent_buttons?.decline,
    age,
    ageRefusal: value.age_gate_refusal,
    textHint: value.text_hint,
    thanks: value.thanks,
    followUp: value.follow_up_offer,
  }
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, text]) => (text ? [[name, trimmed(text)]] : [])),
  )
}
