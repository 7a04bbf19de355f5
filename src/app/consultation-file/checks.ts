/** What must hold between the parts of a consultation file, beyond its structure. */
import { rangeOf } from '../../domain/audience.ts'
import { isPreferNot } from '../../domain/group.ts'
import { leastThreshold } from '../../domain/opening.ts'
import { locales } from '../../domain/phrase.ts'
import { doubt, mistake, type Path, type Remark } from '../file/finding.ts'
import { questionRemarks, repeated } from './question-checks.ts'
import { safeguardingRemarks } from './safeguarding-part.ts'
import type { ConsultationValue, FileValue, SharedValue } from './schema.ts'
import type { Salvaged } from '../file/structure.ts'
import { textRemarks } from './text-checks.ts'

type LooseFile = Salvaged<FileValue>
type LooseConsultation = Salvaged<ConsultationValue>

/** What the city already knows; an empty list of entities means that no plan was imported yet. */
export interface Known {
  readonly entityIds: readonly string[]
}

/** Every remark on the well-formed parts of the file. */
export function remarksOn(file: LooseFile, known: Known): Remark[] {
  const languages = file.languages?.flatMap((one) => one ?? []) ?? locales
  const consultations = file.consultations ?? []
  return [
    ...(languages.includes('pl') ? [] : [mistake(['languages'], 'without-polish')]),
    ...tooFewPeople(file.defaults?.min_group_size, leastThreshold(false), ['defaults', 'min_group_size']),
    ...sharedRemarks(file.shared ?? {}, ['shared']),
    ...textRemarks(file.shared, ['shared'], languages),
    ...safeguardingRemarks(file.safeguarding, ['safeguarding']),
    ...textRemarks(file.safeguarding, ['safeguarding'], languages),
    ...repeated(
      consultations.map((one) => one?.id),
      (index) => ['consultations', index, 'id'],
      'consultation-twice',
    ),
    ...consultations.flatMap((one, index) =>
      one ? consultationRemarks(one, ['consultations', index], known) : [],
    ),
    ...consultations.flatMap((one, index) => textRemarks(one, ['consultations', index], languages)),
  ]
}

function tooFewPeople(size: number | undefined, least: number, path: Path): Remark[] {
  return size !== undefined && size < least ? [mistake(path, 'group-too-small', { least })] : []
}

function sharedRemarks(shared: Salvaged<SharedValue>, path: Path): Remark[] {
  const gate = shared.age_gate?.options ?? []
  const about = shared.about_you ?? []
  const bandAt = (index: number) => [...path, 'age_gate', 'options', index, 'id']
  return [
    ...gate.flatMap((band, index) =>
      band?.id && !rangeOf(band.id) ? [mistake(bandAt(index), 'form-band', { id: band.id })] : [],
    ),
    ...repeated(
      gate.map((band) => band?.id),
      bandAt,
      'option-twice',
    ),
    ...repeated(
      about.map((one) => one?.id),
      (index) => [...path, 'about_you', index, 'id'],
      'question-twice',
    ),
    ...about.flatMap((one, index) => (one ? aboutRemarks(one, [...path, 'about_you', index]) : [])),
  ]
}

type LooseAbout = NonNullable<NonNullable<Salvaged<SharedValue>['about_you']>[number]>

function aboutRemarks({ id, options, options_from }: LooseAbout, path: Path): Remark[] {
  if (id === 'city_part') return options || !options_from ? [mistake(path, 'about-districts')] : []
  if (id === undefined) return []
  if (!options) return [mistake([...path, 'options'], 'missing', { name: 'options' })]
  const ids = options.map((option) => option?.id)
  const idAt = (index: number) => [...path, 'options', index, 'id']
  const strange =
    id === 'age_band'
      ? ids.flatMap((one, index) =>
          one && !isAboutBand(one) ? [mistake(idAt(index), 'form-band', { id: one })] : [],
        )
      : []
  const isOptional = ids.some((one) => one === undefined || isPreferNot(one))
  return [
    ...repeated(ids, idAt, 'option-twice'),
    ...strange,
    ...(isOptional ? [] : [mistake([...path, 'options'], 'about-without-na')]),
  ]
}

function isAboutBand(id: string): boolean {
  return isPreferNot(id) || rangeOf(id) !== undefined
}

function consultationRemarks(consultation: LooseConsultation, path: Path, known: Known): Remark[] {
  return [
    ...dateRemarks(consultation, path),
    ...audienceRemarks(consultation, path),
    ...riskRemarks(consultation, path),
    ...ownerRemarks(consultation.decision_owner, path, known),
    ...openingRemarks(consultation, path),
    ...questionRemarks(consultation, path),
  ]
}

const firstYear = '2000-01-01'
const lastYear = '2100-01-01'

function dateRemarks({ window, feedback_due: due }: LooseConsultation, path: Path): Remark[] {
  const { from, to } = window ?? {}
  const days = [
    ['window', 'from', from],
    ['window', 'to', to],
    ['feedback_due', undefined, due],
  ] as const
  const odd = days.filter(([, , day]) => day !== undefined && (day < firstYear || day >= lastYear))
  return [
    ...odd.map(([one, other]) => mistake([...path, one, ...(other ? [other] : [])], 'year')),
    ...(from && to && to < from ? [mistake([...path, 'window', 'to'], 'closes-before', { from })] : []),
    ...(to && due && due <= to ? [mistake([...path, 'feedback_due'], 'outcome-before', { to })] : []),
  ]
}

function audienceRemarks({ audience }: LooseConsultation, path: Path): Remark[] {
  const { age_from: from, age_to: to } = audience ?? {}
  return from !== undefined && to !== undefined && to < from
    ? [mistake([...path, 'audience', 'age_to'], 'not-above', { least: from })]
    : []
}

function riskRemarks(consultation: LooseConsultation, path: Path): Remark[] {
  const isHigh = consultation.topic_risk === 'high'
  const isFreeTextForbidden = isHigh || consultation.rules?.free_text === 'forbidden'
  const questions = consultation.questions ?? []
  const discord = consultation.channels?.indexOf('discord') ?? -1
  return [
    ...(consultation.special_category ? [mistake([...path, 'special_category'], 'special-category')] : []),
    ...(isHigh && discord >= 0 ? [mistake([...path, 'channels', discord], 'risk-discord')] : []),
    ...(isHigh && consultation.rules?.free_text === 'allowed'
      ? [mistake([...path, 'rules', 'free_text'], 'risk-text')]
      : []),
    ...questions.flatMap((one, index) =>
      isFreeTextForbidden && one?.type === 'text'
        ? [mistake([...path, 'questions', index, 'type'], isHigh ? 'risk-text' : 'text-forbidden')]
        : [],
    ),
    ...tooFewPeople(consultation.rules?.min_group_size, leastThreshold(isHigh), [
      ...path,
      'rules',
      'min_group_size',
    ]),
  ]
}

function ownerRemarks(owner: string | undefined, path: Path, { entityIds }: Known): Remark[] {
  const isUnknown = owner !== undefined && entityIds.length > 0 && !entityIds.includes(owner)
  return isUnknown
    ? [mistake([...path, 'decision_owner'], 'owner-unknown', { owner, known: entityIds.join(', ') })]
    : []
}

/** A draft may still lack these; they are said early, because opening will refuse without them. */
function openingRemarks(consultation: LooseConsultation, path: Path): Remark[] {
  const needed = ['decision_owner', 'can_change', 'cannot_change'] as const
  return needed.flatMap((name) => (name in consultation ? [] : [doubt(path, 'needed-to-open', { name })]))
}
