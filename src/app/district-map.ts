/** The map of the districts: brought in from a file, kept for the results pages. */
import { isDeepStrictEqual } from 'node:util'
import { parse } from 'yaml'
import type { DistrictMap, Shapes, Tile } from '../domain/district-map.ts'
import { say, type Phrase } from '../domain/phrase.ts'
import { Problem } from '../domain/problem.ts'
import { record } from '../store/audit.ts'
import { keepSetting, settingOf } from '../store/consultations.ts'
import { allDistricts } from '../store/districts.ts'
import type { Context } from './context.ts'
import { shapesIn } from './district-map/shapes.ts'
import { tilesIn } from './district-map/tiles.ts'

const names = { shapes: 'district-shapes', tiles: 'district-tiles' } as const

export interface MapImport {
  readonly kind: keyof typeof names
  readonly districts: number
  /** Whether anything changes, or would change, by it. */
  readonly isNew: boolean
}

/**
 * Checks a file with the shapes of all districts (GeoJSON) or with a tile for each (YAML), and keeps it in place of the earlier one of
 * its kind. @throws {Problem} `district-map-invalid` with everything that is wrong
 */
export async function importDistrictMap(
  { store, clock }: Context,
  { source, actor, isDryRun }: { source: string; actor: string; isDryRun: boolean },
): Promise<MapImport> {
  const known = (await allDistricts(store.db)).map(({ id }) => id)
  const { kind, value, count } = read(source, known)
  if (isDryRun) {
    const before = await settingOf(store.db, names[kind])
    return { kind, districts: count, isNew: !isDeepStrictEqual(before, value) }
  }
  const at = clock.now()
  const isNew = await store.transaction(async (tx) => {
    const isKept = await keepSetting(tx, names[kind], value, at)
    const details = { kind, districts: count }
    if (isKept) await record(tx, { at, actor, act: 'districts.map', subject: 'city', details })
    return isKept
  })
  return { kind, districts: count, isNew }
}

/** How the districts are drawn: by their shapes, else as tiles; undefined where the city has brought in neither. */
export async function districtMapOf({ store }: Context): Promise<DistrictMap | undefined> {
  const shapes = await settingOf<Shapes>(store.db, names.shapes)
  const drawing = shapes ?? (await settingOf<{ tiles: readonly Tile[] }>(store.db, names.tiles))
  return drawing && { districts: await allDistricts(store.db), drawing }
}

function read(source: string, known: readonly string[]) {
  const content = parsed(source)
  const found = Array.isArray(content)
    ? { kind: 'tiles' as const, ...tilesIn(content) }
    : { kind: 'shapes' as const, ...shapesIn(content) }
  const ids = found.ids.filter((id) => known.includes(id))
  const wrong = [...found.wrong, ...mismatches(found.ids, known)]
  if (wrong.length > 0) throw new Problem('district-map-invalid', {}, wrong)
  return { kind: found.kind, value: found.value, count: ids.length }
}

/** A large file is JSON, which is read far quicker as such. */
function parsed(source: string): unknown {
  try {
    return /^\s*\{/.test(source) ? JSON.parse(source) : parse(source)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Problem('district-map-invalid', {}, [say('map-unreadable', { reason })])
  }
}

/** Every district has exactly one place: one that is left out would look as if it were not there. */
function mismatches(ids: readonly string[], known: readonly string[]): Phrase[] {
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
  const missing = known.filter((id) => !ids.includes(id))
  return [
    ...ids.filter((id) => !known.includes(id)).map((id) => say('map-district-unknown', { id })),
    ...[...new Set(twice)].map((id) => say('map-district-twice', { id })),
    ...(missing.length > 0 ? [say('map-district-missing', { ids: missing.join(', ') })] : []),
  ]
}
