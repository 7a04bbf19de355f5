/** The districts of the city, from which a person chooses and by which results are shown. */
import type { Option } from '../domain/consultation.ts'
import type { Localized } from '../domain/phrase.ts'
import type { Db } from './store.ts'

/** All districts in the city's own order. */
export async function allDistricts(db: Db): Promise<readonly Option[]> {
  const rows = await db.district.findMany({ orderBy: { position: 'asc' } })
  return rows.map(({ id, names }) => ({ id, label: names as Localized }))
}

/** Writes down the districts that are not there yet. */
export async function addDistricts(
  db: Db,
  districts: readonly { readonly id: string; readonly names: Localized }[],
): Promise<void> {
  await db.district.createMany({
    data: districts.map(({ id, names }, index) => ({ id, names, position: index + 1 })),
    skipDuplicates: true,
  })
}
