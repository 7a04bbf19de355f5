/** The districts as a map: how often each said something, as a drawing that needs no script and hides nothing behind a colour alone. */
import { html, raw } from 'hono/html'
import type { DistrictMap, Shapes, Tile } from '../../domain/district-map.ts'
import { wordingIn, type Localized } from '../../domain/phrase.ts'
import type { Html } from '../page.ts'
import type { View } from '../parts.ts'
import { listIn, shareIn } from './words.ts'

/** What is shown on a map: by the ids of districts a share between 0 and 1; one that is not here is hidden. */
export interface Shares {
  /** Names the drawing on its page. */
  readonly id: string
  /** What the shares are of, in words. */
  readonly what: string
  readonly byDistrict: ReadonlyMap<string, number>
}

/** Shares in fifths: so many depths of one colour can be told apart. */
const levels = [1, 2, 3, 4, 5] as const
const tilePx = 50
const gapPx = 4

/** The map with its legend and the names of those that are hidden; nothing where no share may be shown. The numbers stand in the table below it. */
export function districtMap(map: DistrictMap, shares: Shares, view: View): Html | string {
  const { drawing, districts } = map
  const shown = districts.filter(({ id }) => shares.byDistrict.has(id))
  if (shown.length === 0) return ''
  const isTiles = 'tiles' in drawing
  return html`<figure class="map">
    <figcaption>${shares.what}</figcaption>
    <div role="img" aria-label="${wordsOf(shown, shares, view)}">
      ${isTiles ? tileMap(drawing.tiles, shares, view) : shapeMap(drawing, shares)}
    </div>
    ${legend(shares, view)} ${hiddenOnes(map, shares, view)}
    ${isTiles ? html`<p class="hint">${view.say('results-map-tiles')}</p>` : ''}
  </figure>`
}

/** The shapes, once in a page; every map of it uses them. */
export function shapesOf(map: DistrictMap | undefined): Html | string {
  if (!map || 'tiles' in map.drawing) return ''
  const paths = map.drawing.shapes.map(
    ({ id, path }) => html`<path id="shape-${id}" d="${path}" fill-rule="evenodd" />`,
  )
  return html`<svg class="shapes" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>${paths}</defs>
  </svg>`
}

function wordsOf(
  shown: readonly { readonly id: string; readonly label: Localized }[],
  { what, byDistrict }: Shares,
  view: View,
): string {
  const share = (id: string) => byDistrict.get(id)!
  const [highest] = shown.toSorted((one, other) => share(other.id) - share(one.id))
  const name = wordingIn(highest!.label, view.locale)
  return view.say('results-map-words', { what, name, share: shareIn(share(highest!.id), view) })
}

function tileMap(tiles: readonly Tile[], { id, byDistrict }: Shares, view: View): Html {
  const columns = Math.max(...tiles.map(({ column }) => column))
  const rows = Math.max(...tiles.map(({ row }) => row))
  return html`<svg
    viewBox="0 0 ${columns * tilePx} ${rows * tilePx}"
    class="tiles"
    aria-hidden="true"
    focusable="false"
  >
    ${hatch(id)}
    ${tiles.map(({ id: district, row, column, sign = district }) => {
      const share = byDistrict.get(district)
      return html`<g
        class="${classOf(share)}"
        transform="translate(${(column - 1) * tilePx} ${(row - 1) * tilePx})"
      >
        ${square(share, id)}
        <text x="23" y="20">${sign}</text>
        <text x="23" y="38" class="value">${share === undefined ? '' : shareIn(share, view)}</text>
      </g>`
    })}
  </svg>`
}

function square(share: number | undefined, id: string): Html {
  const size = tilePx - gapPx
  return html`<rect x="0.5" y="0.5" width="${size}" height="${size}" rx="5" ${fillOf(share, id)}></rect>`
}

function shapeMap({ width, height, shapes }: Shapes, { id, byDistrict }: Shares): Html {
  return html`<svg viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">
    ${hatch(id)}
    ${shapes.map(({ id: district }) => {
      const share = byDistrict.get(district)
      return html`<use href="#shape-${district}" class="${classOf(share)}" ${fillOf(share, id)}></use>`
    })}
  </svg>`
}

/** Lines across, for what is hidden: it could be anything, so it has none of the depths. */
function hatch(id: string): Html {
  return html`<defs>
    <pattern
      id="hatch-${id}"
      width="8"
      height="8"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect class="hatch-ground" width="8" height="8"></rect>
      <path class="hatch-line" d="M0 4h8"></path>
    </pattern>
  </defs>`
}

/** A style sheet cannot name a pattern of one drawing among several, so this fill stands with the drawing. */
function fillOf(share: number | undefined, id: string) {
  return share === undefined ? raw(` fill="url(#hatch-${id})"`) : ''
}

function classOf(share: number | undefined): string {
  return share === undefined ? 'unknown' : `level-${levelOf(share)}`
}

/** Of the share as it is written, so that no tile contradicts the legend. */
function levelOf(share: number): number {
  return Math.min(levels.length, Math.floor(Math.round(share * 100) / 20) + 1)
}

function legend({ id, byDistrict }: Shares, view: View): Html {
  const used = new Set([...byDistrict.values()].map(levelOf))
  const items = levels
    .filter((level) => used.has(level))
    .map((level) => {
      const [from, to] = [(level - 1) * 20, level === levels.length ? 100 : level * 20 - 1]
      return html`<li>
        <svg viewBox="0 0 20 20" class="sample-of" aria-hidden="true" focusable="false">
          <rect class="level-${level}" width="20" height="20"></rect>
        </svg>
        ${view.say('results-map-band', { from, to })}
      </li>`
    })
  return html`<ul class="legend">
    ${items}
    <li>
      <svg viewBox="0 0 20 20" class="sample-of" aria-hidden="true" focusable="false">
        <rect class="unknown" width="20" height="20" ${fillOf(undefined, id)}></rect>
      </svg>
      ${view.say('results-map-hidden')}
    </li>
  </ul>`
}

function hiddenOnes({ districts }: DistrictMap, { byDistrict }: Shares, view: View): Html | string {
  const names = districts.flatMap(({ id, label }) =>
    byDistrict.has(id) ? [] : [wordingIn(label, view.locale)],
  )
  if (names.length === 0) return ''
  return html`<p class="hint">${view.say('results-map-hidden-names', { names: listIn(names, view) })}</p>`
}
