/** Evidence that something was done: kept with the turn in which it was handed over, and read back by staff. */
import type { Received } from '../channels/file.ts'
import type { Fact } from '../domain/dialogue.ts'
import type { Localized } from '../domain/phrase.ts'
import { Problem } from '../domain/problem.ts'
import { dayOf } from '../runtime/clock.ts'
import { record } from '../store/audit.ts'
import {
  addEvidence,
  evidenceContent,
  evidenceOf,
  type KeptEvidence,
  type NewEvidence,
} from '../store/evidence.ts'
import type { Context } from './context.ts'
import { evidenceFile, type EvidenceFile } from './evidence-file.ts'
import type { Speaker } from './facts.ts'

/** What is to be kept: exactly one of a file, a text and a link. */
export type Evidence = About & ({ file: EvidenceFile } | { text: string } | { link: string })

interface About {
  /** `Deadline.source` */
  readonly deadlineSource: string
  readonly measureId: string | null
  readonly personId: string | null
  readonly title: Localized
}

/** Keeps a piece of evidence in the transaction that is under way; its id. A file comes from `evidenceFile`. */
export function keepEvidence({ store, clock, config }: Context, evidence: Evidence): Promise<string> {
  const { deadlineSource: deadline, measureId, personId: givenBy, title } = evidence
  const givenOn = dayOf(clock.now(), config.TIME_ZONE)
  return addEvidence(store.db, { deadline, measureId, givenBy, title, givenOn, ...partsOf(evidence) })
}

/**
 * The file that a turn wants to keep, fetched before its transaction begins; undefined when it wants none.
 * @throws {Problem} as `evidenceFile` does; nothing has been written by then
 */
export async function fetchedFor(
  facts: readonly Fact[],
  { file }: Received,
): Promise<EvidenceFile | undefined> {
  const isWanted = facts.some((fact) => fact.is === 'evidenceGiven' && fact.given.kind === 'file')
  return file && isWanted ? evidenceFile(file) : undefined
}

/** Keeps what a turn says was handed over; `speaker.file` is what `fetchedFor` has brought. */
export async function settleEvidence(
  context: Context,
  { deadline: deadlineSource, measure: measureId, title, given }: Extract<Fact, { is: 'evidenceGiven' }>,
  { personId, locale, incoming, file }: Speaker,
): Promise<void> {
  const called = (words: string) => title ?? { [locale]: words }
  const about = { deadlineSource, measureId, personId }
  if (given.kind === 'link') await keepEvidence(context, { ...about, title: called(given.link), ...given })
  else if (given.kind === 'text')
    await keepEvidence(context, { ...about, title: called(beginning(given.text)), ...given })
  else if (file) await keepEvidence(context, { ...about, title: called(nameOf(file, incoming.text)), file })
  else throw new Problem('file-unfetched')
}

/** A line of a list. */
const mostTitleChars = 100

function beginning(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ')
  if (line.length <= mostTitleChars) return line
  return `${line.slice(0, mostTitleChars - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** What was written beside the file says more than its name. */
function nameOf({ name }: EvidenceFile, caption = ''): string {
  return caption.trim() === '' ? name : `${beginning(caption)} (${name})`
}

/** All evidence, or that of a measure named by id or code; the newest first. */
export function listEvidence({ store }: Context, measure?: string): Promise<readonly KeptEvidence[]> {
  return evidenceOf(store.db, measure)
}

/** What is kept of a piece of evidence, and a line in the audit of who has taken it out. @throws {Problem} `evidence-unknown`, `evidence-elsewhere` */
export async function takeOutEvidence(context: Context, id: string, actor: string): Promise<Uint8Array> {
  const { db } = context.store
  const found = await evidenceContent(db, id)
  if (!found) throw new Problem('evidence-unknown', { id })
  if (!found.content) throw new Problem('evidence-elsewhere', { link: found.link ?? '–' })
  await record(db, { at: context.clock.now(), actor, act: 'evidence.taken-out', subject: `evidence/${id}` })
  return found.content
}

function partsOf(evidence: Evidence): Pick<NewEvidence, 'kind' | 'link' | 'mediaType' | 'content'> {
  if ('link' in evidence) return { kind: 'link', link: evidence.link }
  if ('text' in evidence)
    return { kind: 'text', mediaType: 'text/plain', content: new TextEncoder().encode(evidence.text) }
  const { mediaType, content } = evidence.file
  return { kind: 'file', mediaType, content }
}
