/** Made-up shapes of districts: squares, so that nobody takes them for real borders. */

/** The closed ring of a square whose south-western corner is there, counter-clockwise as RFC 7946 wants it. */
export function square(east: number, north: number, side = 0.1): number[][] {
  return [
    [east, north],
    [east + side, north],
    [east + side, north + side],
    [east, north + side],
    [east, north],
  ]
}

/** A district of one ring. */
export function feature(id: string, ring: readonly number[][]) {
  return { type: 'Feature', id, properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }
}

/** A whole file. */
export function collection(...features: readonly object[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features })
}
