/** The results for everybody: pages in three languages and in plain words. Nothing is counted here, and only what was made public is shown. */
import { Hono, type Context } from 'hono'
import type { Publication } from '../../domain/publication.ts'
import type { Html } from '../page.ts'
import type { Env, View, WebParts } from '../parts.ts'
import { easyPage } from './easy-page.ts'
import { createShelf } from './kept.ts'
import { listPage } from './list-page.ts'
import { apiRoutes, fileRoutes } from './open-data.ts'
import { pictureBeside } from './picture.ts'
import { pictureRoutes } from './picture-routes.ts'
import { resultsPage } from './results-page.ts'
import type { Shown } from './shown.ts'

/** A page hangs on the reader's language; a browser asks each time whether its own is still the newest. */
const pageHeaders = { 'Cache-Control': 'private, no-cache', Vary: 'Cookie, Accept-Language' }

/** `/results`, `/results/<id>`, `/results/<id>/easy`, `/results/<id>/picture-<language>.png`, the files beside them, and `/api/v1`. */
export function resultsRoutes(
  web: Pick<WebParts, 'results' | 'outcomeCount' | 'districtMap' | 'text' | 'clock' | 'publicUrl'>,
): Hono<Env> {
  const shelf = createShelf(web.clock)
  const show = (c: Context<Env>, make: (view: View) => Promise<Html | undefined>) =>
    shelf(c, {
      key: `${c.var.view.locale} ${c.req.path}`,
      headers: pageHeaders,
      make: async () => {
        const made = await make(c.var.view)
        return made && { body: String(made), type: 'text/html; charset=utf-8' }
      },
    })
  const showOne = (c: Context<Env>, draw: (view: View, shown: Shown) => Html) =>
    show(c, async (view) => {
      const found = await web.results.find(c.req.param('id') ?? '')
      return found && draw(view, await around(found, view))
    })
  const around = async (found: Publication, view: View): Promise<Shown> => ({
    ...found,
    picture: pictureBeside(found, view, web.publicUrl),
    map: await web.districtMap(),
  })
  return new Hono<Env>()
    .get('/results', (c) =>
      show(c, async (view) => listPage(view, await web.results.all(), await web.outcomeCount())),
    )
    .route('/', fileRoutes(web, shelf))
    .route('/', apiRoutes(web, shelf))
    .route('/', pictureRoutes(web, shelf))
    .get('/results/:id', (c) => showOne(c, resultsPage))
    .get('/results/:id/easy', (c) => showOne(c, easyPage))
}
