/** What a browser or a program says it has already. */
import type { Context } from 'hono'

/** Whether the one who asks has exactly this; whoever packs an answer on its way makes the tag a weak one. */
export function hasAlready(c: Context, tag: string): boolean {
  return (c.req.header('if-none-match') ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
    .includes(tag.replace(/^W\//, ''))
}
