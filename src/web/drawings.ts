/** The pictures of the pages, drawn by hand: the trumpet, the call that breaks off, and a few signs. */
import { raw } from 'hono/html'

/** The mark: a trumpet seen from the side, its bell to the right. */
export function mark() {
  return raw(`<svg class="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">${trumpet}</svg>`)
}

/** Inside a square of 40; what is filled is of class `brass`, what is drawn as a line `brass-line`. */
export const trumpet =
  '<path class="brass" d="M4 15h17c6 0 10-3 14-8v22c-4-5-8-8-14-8H4z"/>' +
  '<path class="brass-line" d="M9 18.5c-5 0-6 3-6 6s2 6 6 6h10c4 0 6-2.500 6-5.500s-1-4.500-3-5.500"/>' +
  '<path class="brass-line" d="M12 10.500V15M16 10.500V15M20 10.500V15"/>'

const signs = {
  exit: '<path d="M10 4H5v16h5M14 8l4 4-4 4M18 12H9"/>',
  help: '<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="3.500"/><path d="m5.700 5.700 3.800 3.800m5 5 3.800 3.800m0-12.600-3.800 3.800m-5 5-3.800 3.800"/>',
  send: '<path d="M5 12h13M12 5.500l6.500 6.500-6.500 6.500"/>',
  picked: '<path d="m5 12.500 4.500 4.500L19 7.500"/>',
  clock: '<circle cx="12" cy="12" r="8.500"/><path d="M12 7v5l3.500 2"/>',
  attach:
    '<path d="m20 11.500-8.500 8a5 5 0 0 1-7-7L13.500 4a3.300 3.300 0 0 1 4.700 4.700l-8.700 8.500a1.700 1.700 0 0 1-2.400-2.400L15 7"/>',
  file: '<path d="M12 4v11m-4.500-4.500L12 15l4.500-4.500M5 19.500h14"/>',
  youth: '<circle cx="12" cy="8" r="3.500"/><path d="M5 20c.5-4.500 3-7 7-7s6.500 2.500 7 7"/>',
  partner: '<path d="M4 20V9l8-5 8 5v11M9 20v-6h6v6M4 20h16"/>',
  admin: '<path d="M5 7h14M5 12h9M5 17h6m4 .5 2 2 4-4.500"/>',
} as const
export type Sign = keyof typeof signs

/** A small sign beside a word; it never stands alone. */
export function icon(sign: Sign) {
  return raw(
    `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${signs[sign]}</svg>`,
  )
}

/** The call from the tower: a trumpet, rising notes, and the last one that breaks off. */
export function call() {
  const notes = [148, 188, 228, 268, 308].map((x) => `<circle cx="${x}" cy="54" r="8"/>`).join('')
  const line = '<path class="line" d="M122 54h186"/><path class="broken" d="M328 54h20"/>'
  return raw(
    `<svg class="call" viewBox="-14 -72 356 182" aria-hidden="true" focusable="false"><g transform="rotate(-18 0 90)">${line}${notes}<g transform="scale(3)">${trumpet}</g></g></svg>`,
  )
}
