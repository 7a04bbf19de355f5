/** Pictures that have not changed are not drawn again. */

/** Three languages of a few dozen consultations. */
const mostKept = 100

/** `draw`, asked once for each picture in SVG as long as that is among the newest: it takes a third of a second, in which nobody else is answered. */
export function createDrawing(
  draw: (svg: string) => Promise<Uint8Array>,
): (svg: string) => Promise<Uint8Array> {
  const kept = new Map<string, Uint8Array>()
  return async (svg) => {
    const picture = kept.get(svg) ?? (await draw(svg))
    kept.delete(svg)
    kept.set(svg, picture)
    for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
    return picture
  }
}
