/** The shapes of districts from GeoJSON (RFC 7946), drawn flat once and for all. */
import { z } from 'zod'
import type { Shapes } from '../../domain/district-map.ts'
import { say, type Phrase } from '../../domain/phrase.ts'
import { drawn, type Rings } from './drawn.ts'

const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()).min(1) })
const feature = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.object({ id: z.union([z.string(), z.number()]).optional() }).nullish(),
  geometry: z.object({ type: z.string(), coordinates: z.unknown() }).nullish(),
})
/** A height may stand behind the two. */
const ring = z.array(z.tuple([z.number(), z.number()]).rest(z.number())).min(4)
const polygon = z.array(ring).min(1)
/** All paths together stand once in every page. */
const mostLetters = 60_000

/** What is kept, the ids in their order, and what is wrong with the areas. */
export function shapesIn(content: unknown): {
  readonly value: Shapes
  readonly ids: readonly string[]
  readonly wrong: readonly Phrase[]
} {
  const { data } = collection.safeParse(content)
  const areas = (data?.features ?? []).map((one, index) => areaOf(one, index + 1))
  const wrong = data ? areas.flatMap((one) => one.wrong) : [say('map-no-collection')]
  const ids = areas.flatMap(({ id }) => id ?? [])
  if (wrong.length > 0) return { value: { width: 0, height: 0, shapes: [] }, ids, wrong }
  const value = drawn(areas.map(({ id, rings }) => ({ id: id!, rings })))
  const letters = value.shapes.reduce((sum, { path }) => sum + path.length, 0)
  return { value, ids, wrong: letters > mostLetters ? [say('map-too-detailed')] : [] }
}

interface Area {
  readonly id: string | undefined
  readonly rings: Rings
  readonly wrong: readonly Phrase[]
}

function areaOf(one: unknown, n: number): Area {
  const { data } = feature.safeParse(one)
  const id = data?.id ?? data?.properties?.id
  if (id === undefined) return { id: undefined, rings: [], wrong: [say('map-feature-without-id', { n })] }
  const rings = ringsOf(data?.geometry)
  const name = String(id)
  if (!rings) return { id: name, rings: [], wrong: [say('map-no-area', { id: name })] }
  const isOnEarth = rings.flat().every(([east, north]) => Math.abs(east) <= 180 && Math.abs(north) <= 85)
  return { id: name, rings, wrong: isOnEarth ? [] : [say('map-no-degrees', { id: name })] }
}

function ringsOf(geometry: { type: string; coordinates?: unknown } | null | undefined): Rings | undefined {
  const { type, coordinates } = geometry ?? {}
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined
  const { data } = z.array(polygon).min(1).safeParse(polygons)
  return data?.flat().map((one) => one.map(([east, north]) => [east, north] as const))
}
