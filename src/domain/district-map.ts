/** How the districts of a city are drawn: as they lie, or as tiles in a grid, which claims no borders. */
import type { Option } from './consultation.ts'

/** A square in place of a district; rows and columns begin at 1. */
export interface Tile {
  readonly id: string
  readonly row: number
  readonly column: number
  /** What stands on it, at most five letters; the id where nothing is said. */
  readonly sign?: string
}

/** A district as SVG path data, in whole units of the drawing. */
export interface Shape {
  readonly id: string
  readonly path: string
}

/** Shapes with the size of their drawing. */
export interface Shapes {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

export interface DistrictMap {
  /** All districts with their names, in the city's own order. */
  readonly districts: readonly Option[]
  readonly drawing: Shapes | { readonly tiles: readonly Tile[] }
}
