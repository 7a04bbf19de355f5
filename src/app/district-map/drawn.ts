/** Degrees on the globe made into a flat drawing of the city, by the projection that web maps use. */
import { geoMercator, geoPath } from 'd3-geo'
import type { Shapes } from '../../domain/district-map.ts'

/** Rings of a district, outer ones and holes alike, each of points (east, north) in degrees. */
export type Rings = readonly (readonly (readonly [number, number])[])[]

const width = 600
/** Room for the line around it. */
const marginPx = 2

/** Fits all districts into one drawing. Points are rounded to whole units, so that borders that are shared stay shared, and repeated ones left out. */
export function drawn(districts: readonly { readonly id: string; readonly rings: Rings }[]): Shapes {
  const points = districts.flatMap(({ rings }) => rings.flat()).map(([east, north]) => [east, north])
  // points have no inside, so it does not matter which way round a file draws its rings
  const all = { type: 'MultiPoint' as const, coordinates: points }
  const place = geoMercator().fitWidth(width - 2 * marginPx, all)
  const [[left, top], [, bottom]] = geoPath(place).bounds(all)
  const at = ([east, north]: readonly [number, number]) => {
    const [x, y] = place([east, north])!
    return `${Math.round(x - left) + marginPx} ${Math.round(y - top) + marginPx}`
  }
  const shapes = districts.map(({ id, rings }) => ({
    id,
    path: rings.map((ring) => closed(ring.map(at))).join(''),
  }))
  return { width, height: Math.ceil(bottom - top) + 2 * marginPx, shapes }
}

/** Nothing where an island is too small to be seen. */
function closed(points: readonly string[]): string {
  const apart = points.filter((point, index) => point !== points[index - 1])
  return new Set(apart).size < 3 ? '' : `M${apart.join('L')}Z`
}
