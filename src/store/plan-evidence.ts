/** Evidence as a plan's file names it: what it is, of which day, and where to find it; never what was handed over. */
import { evidenceKeys } from '../domain/plan-evidence.ts'
import { fieldsOf, ofKind, subjectOf, valueOf, wordIn, type Item, type Items } from '../domain/plan-item.ts'
import type { Day, Localized } from '../domain/phrase.ts'
import { dateOf } from '../runtime/clock.ts'
import { fingerprint } from '../runtime/crypto.ts'
import type { Db } from './store.ts'

interface EvidenceRow {
  readonly id: string
  readonly measureId: string
  readonly kind: string
  readonly title: Localized
  readonly link: string | null
  readonly deadline: string | null
  readonly givenOn: Day
}

/** The evidence of a plan's measures, the oldest first. */
export async function evidenceItems(db: Db, planId: string): Promise<readonly Item[]> {
  const rows = await db.$queryRaw<EvidenceRow[]>`
    select e.id, e.measure_id as "measureId", e.kind, e.title, e.link, e.deadline, e.given_on::text as "givenOn"
    from evidence e where e.measure_id in (
      select m.id from measure m join objective o on o.id = m.objective_id join goal g on g.id = o.goal_id where g.plan_id = ${planId})
    order by e.measure_id, e.given_on, e.kind, e.title->>'pl', e.id`
  const items = rows.map(({ id, measureId, kind, title, link, deadline, givenOn }) => ({
    kind: 'evidence' as const,
    key: [measureId],
    rowId: id,
    fields: fieldsOf({
      kind,
      title: { pl: title.en ?? title.uk ?? link ?? kind, ...title },
      date: givenOn,
      link,
      milestone: codeIn(deadline, measureId),
    }),
  }))
  return evidenceKeys(items, fingerprint)
}

function codeIn(deadline: string | null, measureId: string): string | undefined {
  const prefix = `milestone/${measureId}/`
  return deadline?.startsWith(prefix) ? deadline.slice(prefix.length) : undefined
}

/** Writes what is new or has changed, and takes away what is gone. */
export async function writeEvidence(
  tx: Db,
  { before, after }: { before: Items; after: Items },
): Promise<void> {
  const gone = ofKind(before, 'evidence').filter((item) => !after.has(subjectOf(item)))
  await tx.evidence.deleteMany({ where: { id: { in: gone.map(({ rowId }) => rowId!) } } })
  const changed = ofKind(after, 'evidence').filter(
    (item) => before.get(subjectOf(item))?.fields !== item.fields,
  )
  await tx.evidence.createMany({
    data: changed.filter(({ rowId }) => !rowId).map((item) => rowOf(item)),
  })
  for (const item of changed.filter(({ rowId }) => rowId))
    await tx.evidence.update({ where: { id: item.rowId! }, data: rowOf(item) })
}

function rowOf(item: Item) {
  const [measureId, milestone] = [item.key[0]!, wordIn(item, 'milestone')]
  return {
    measureId,
    kind: wordIn(item, 'kind') ?? '',
    title: valueOf(item.fields)['title'] as Record<string, string>,
    givenOn: dateOf(wordIn(item, 'date')!),
    link: wordIn(item, 'link') ?? null,
    ...(milestone === undefined ? {} : { deadline: `milestone/${measureId}/${milestone}` }),
  }
}

/** Evidence that somebody has handed over, and that a file therefore cannot take away. */
export async function evidenceHandedOver(db: Db, rowIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.evidence.findMany({
    where: { id: { in: [...rowIds] }, OR: [{ givenBy: { not: null } }, { mediaType: { not: null } }] },
    select: { id: true },
  })
  return new Set(rows.map(({ id }) => id))
}
