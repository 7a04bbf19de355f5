/** A list of tiles, one for each district, as a city writes it. */
import { z } from 'zod'
import type { Tile } from '../../domain/district-map.ts'
import { say, type Phrase } from '../../domain/phrase.ts'

/** A telephone is no wider than so many tiles whose words can be read. */
const mostColumns = 7
const mostRows = 12
const tile = z.strictObject({
  id: z.string(),
  row: z.int().min(1).max(mostRows),
  column: z.int().min(1).max(mostColumns),
  sign: z.string().trim().min(1).max(5).optional(),
})

/** What is kept, the ids in their order, and what is wrong with the places. */
export function tilesIn(content: readonly unknown[]): {
  readonly value: { readonly tiles: readonly Tile[] }
  readonly ids: readonly string[]
  readonly wrong: readonly Phrase[]
} {
  const results = content.map((one) => tile.safeParse(one))
  const tiles = results.flatMap(({ data }) => (data ? [data as Tile] : []))
  const unread = results.flatMap(({ error }, index) =>
    (error?.issues ?? []).map(({ path, message }) =>
      say('map-tile-unread', { n: index + 1, reason: [path.join('.'), message].filter(Boolean).join(': ') }),
    ),
  )
  return { value: { tiles }, ids: tiles.map(({ id }) => id), wrong: [...unread, ...onTopOfOthers(tiles)] }
}

function onTopOfOthers(tiles: readonly Tile[]): Phrase[] {
  return tiles.flatMap(({ id, row, column }, index) => {
    const below = tiles.slice(0, index).find((other) => other.row === row && other.column === column)
    return below ? [say('map-tile-taken', { id, other: below.id, row, column })] : []
  })
}
