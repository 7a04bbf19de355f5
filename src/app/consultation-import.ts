/** Brings a consultation file into the database: everything or nothing. */
import type { Definition, Status } from '../domain/consultation.ts'
import { missingToOpen } from '../domain/opening.ts'
import type { Localized, Phrase } from '../domain/phrase.ts'
import type { Safeguarding } from '../domain/safeguarding.ts'
import { record } from '../store/audit.ts'
import {
  addConsultation,
  keepSetting,
  lockConsultation,
  lockImports,
  renewConsultation,
  type Consultation,
} from '../store/consultations.ts'
import { entityIds } from '../store/staff.ts'
import type { Db } from '../store/store.ts'
import type { Context } from './context.ts'
import { inOrder, isError, readConsultationFile, type Finding } from './consultation-file.ts'
import { changeRemarks, type Change } from './consultation-file/change-checks.ts'
import { hashOf } from './consultation-file/definition.ts'

/** The setting under which the safeguarding block of the last imported file is kept. */
export const safeguardingSetting = 'safeguarding'

export interface ImportOrder {
  /** The file's bytes, or its text. */
  readonly source: string | Uint8Array
  /** Who imports: `cli`, or a person's id. */
  readonly actor: string
  /** Says what would happen and writes nothing. */
  readonly isDryRun?: boolean
  /** Changes a consultation on its way in: the sample's dates are moved to today by it. */
  readonly adjust?: (definition: Definition) => Definition
}

/** What became of one consultation of the file. */
export interface Imported {
  readonly id: string
  readonly title: Localized
  readonly outcome: 'created' | 'renewed' | 'unchanged'
  readonly version: number
  readonly status: Status
  /** What still keeps it from being opened. */
  readonly missing: readonly Phrase[]
}

export type ImportResult =
  | { readonly isImported: false; readonly findings: readonly Finding[] }
  | {
      readonly isImported: true
      readonly findings: readonly Finding[]
      readonly consultations: readonly Imported[]
    }

/** Imports a file. Whatever is wrong with it comes back as findings, all at once, and then nothing was written. */
export async function importConsultations(
  context: Context,
  { source, actor, isDryRun = false, adjust = (same) => same }: ImportOrder,
): Promise<ImportResult> {
  const known = await entityIds(context.store.db)
  const { findings, definitions, safeguarding, locate } = readConsultationFile(source, { entityIds: known })
  if (findings.some(isError)) return { isImported: false, findings }
  return context.store.transaction(async (tx) => {
    await lockImports(tx)
    const changes = await changesFor(tx, definitions.map(adjust))
    const refusals = changes
      .flatMap((change, index) => changeRemarks(change, known, ['consultations', index]))
      .map(locate)
    if (refusals.length > 0) return { isImported: false, findings: inOrder([...findings, ...refusals]) }
    if (!isDryRun) await write(context, tx, { changes, safeguarding, actor })
    return { isImported: true, findings, consultations: changes.map((change) => outcomeOf(change, known)) }
  })
}

/** Rows are locked in the order of their ids, so that two imports cannot wait for each other. */
async function changesFor(tx: Db, definitions: readonly Definition[]): Promise<Change[]> {
  const before = new Map<string, Consultation | undefined>()
  for (const id of definitions.map((one) => one.id).toSorted()) before.set(id, await lockConsultation(tx, id))
  return definitions.map((after) => ({ before: before.get(after.id), after, hash: hashOf(after) }))
}

function numberOf({ before, hash }: Change): number {
  if (!before) return 1
  return before.hash === hash ? before.version : before.version + 1
}

interface Writing {
  readonly changes: readonly Change[]
  readonly safeguarding: Safeguarding | undefined
  readonly actor: string
}

async function write({ clock }: Context, tx: Db, { changes, safeguarding, actor }: Writing): Promise<void> {
  const at = clock.now()
  for (const change of changes.filter(({ before, hash }) => before?.hash !== hash)) {
    const version = { definition: change.after, hash: change.hash, number: numberOf(change), at }
    await (change.before ? renewConsultation : addConsultation)(tx, version)
    const details = { version: version.number, hash: version.hash }
    await record(tx, {
      at,
      actor,
      act: 'consultation.import',
      subject: `consultation/${change.after.id}`,
      details,
    })
  }
  const isNew = safeguarding && (await keepSetting(tx, safeguardingSetting, safeguarding, at))
  if (isNew)
    await record(tx, { at, actor, act: 'safeguarding.import', subject: `setting/${safeguardingSetting}` })
}

function outcomeOf(change: Change, knownEntityIds: readonly string[]): Imported {
  const { before, after, hash } = change
  return {
    id: after.id,
    title: after.title,
    outcome: !before ? 'created' : before.hash === hash ? 'unchanged' : 'renewed',
    version: numberOf(change),
    status: before?.status ?? 'draft',
    missing: before && before.status !== 'draft' ? [] : missingToOpen(after, knownEntityIds),
  }
}
