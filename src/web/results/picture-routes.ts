/** The pictures beside links to results, one for each language; kept like the pages. */
import { Hono } from 'hono'
import { localeOf, locales, sourceLocale, type Locale } from '../../domain/phrase.ts'
import type { Env, View, WebParts } from '../parts.ts'
import type { Shelf } from './kept.ts'
import { openHeaders } from './open-data.ts'
import { createDrawing } from './drawing.ts'
import { pictureOf } from './picture.ts'
import { pngOf } from './png.ts'

/** `/results/<id>/picture-<language>.png`. */
export function pictureRoutes(
  { results, text }: Pick<WebParts, 'results' | 'text'>,
  shelf: Shelf,
): Hono<Env> {
  const draw = createDrawing(pngOf)
  const viewIn = (locale: Locale, view: View): View => ({
    ...view,
    locale,
    say: (key, args) => text.say(locale, key, args),
  })
  return new Hono<Env>().get(`/results/:id/:picture{picture-(?:${locales.join('|')})\\.png}`, (c) => {
    const { id, picture } = c.req.param()
    const locale = localeOf(picture.slice('picture-'.length, -'.png'.length)) ?? sourceLocale
    return shelf(c, {
      key: c.req.path,
      headers: openHeaders,
      make: async () => {
        const found = await results.find(id)
        if (!found) return undefined
        return { body: await draw(await pictureOf(found, viewIn(locale, c.var.view))), type: 'image/png' }
      },
    })
  })
}
