/** What a new version may not change once young people have begun to answer the old one. */
import type { Definition, Place } from '../../domain/consultation.ts'
import { missingToOpen } from '../../domain/opening.ts'
import type { Consultation } from '../../store/consultations.ts'
import { mistake, type Path, type Remark } from '../file/finding.ts'

/** What an import is about to do to one consultation. */
export interface Change {
  /** Undefined when it is new. */
  readonly before: Consultation | undefined
  readonly after: Definition
  /** Content hash of `after`. */
  readonly hash: string
}

/** Every reason why this change cannot be made; none for a new consultation, a draft, or the same once more. */
export function changeRemarks(
  { before, after, hash }: Change,
  knownEntityIds: readonly string[],
  path: Path,
): Remark[] {
  if (!before || before.status === 'draft' || before.hash === hash) return []
  if (before.status !== 'open') return [mistake(path, 'change-closed', { title: before.definition.title })]
  return [
    ...promiseRemarks(before.definition, after, path),
    ...kindRemarks(before.definition, after, [...path, 'questions']),
    ...missingToOpen(after, knownEntityIds).map((missing) => mistake(path, 'change-incomplete', { missing })),
  ]
}

/** Under which rules people agreed to answer: they may become safer and never less safe. */
function promiseRemarks(before: Definition, after: Definition, path: Path): Remark[] {
  const platforms: readonly Place[] = ['telegram', 'discord']
  const added = after.places.filter((place) => platforms.includes(place) && !before.places.includes(place))
  return [
    ...(after.threshold < before.threshold
      ? [mistake([...path, 'rules', 'min_group_size'], 'change-threshold', { least: before.threshold })]
      : []),
    ...(before.isHighRisk && !after.isHighRisk ? [mistake([...path, 'topic_risk'], 'change-risk')] : []),
    ...added.map((place) => mistake([...path, 'channels'], 'change-place', { place })),
  ]
}

/** An answer kept under a question's id must mean the same in every version. */
function kindRemarks(before: Definition, after: Definition, path: Path): Remark[] {
  return after.questions.flatMap((question, index) => {
    const old = before.questions.find(({ id }) => id === question.id)
    return old && old.kind !== question.kind
      ? [mistake([...path, index, 'type'], 'change-kind', { id: question.id })]
      : []
  })
}
