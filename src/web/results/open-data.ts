/** The results as open data: files to take along, and an interface for programs. */
import { Hono, type Context } from 'hono'
import { codebookAsCsv, resultsAsCsv } from '../../app/results-file/csv.ts'
import { codebookOf } from '../../app/results-file/codebook.ts'
import { publicationAsJson, resultsAsJson } from '../../app/results-file/json.ts'
import { resultsAsWorkbook } from '../../app/results-file/workbook.ts'
import type { Publication } from '../../domain/publication.ts'
import type { Env, WebParts } from '../parts.ts'
import type { Made, Shelf } from './kept.ts'
import { openApi } from './openapi.ts'

type Parts = Pick<WebParts, 'results' | 'outcomeCount' | 'text'>

/** The same for every reader, so anybody on the way may keep it, and pages of other sites may read it. */
export const openHeaders = { 'Cache-Control': 'public, max-age=60', 'Access-Control-Allow-Origin': '*' }
const json = 'application/json; charset=utf-8'
const csv = 'text/csv; charset=utf-8'

/** What each ending makes of a publication. */
const files: Readonly<Record<string, (publication: Publication, text: Parts['text']) => Promise<Made>>> = {
  csv: async ({ results, comparison }, text) => ({
    body: resultsAsCsv(results, text, comparison),
    type: csv,
  }),
  'codebook.csv': async (_, text) => ({ body: codebookAsCsv(text), type: csv }),
  xlsx: async ({ results, comparison }, text) => ({
    body: await resultsAsWorkbook(results, text, comparison),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  json: async (publication, text) => ({
    body: asText({ ...resultsAsJson(publication), codebook: codebookOf(text) }),
    type: json,
  }),
}

/** `/results/<id>.csv`, `.xlsx`, `.json` and `.codebook.csv`. */
export function fileRoutes({ results, text }: Parts, shelf: Shelf): Hono<Env> {
  return new Hono<Env>().get('/results/:file{[^/.]+\\.(?:csv|codebook\\.csv|xlsx|json)}', (c) => {
    const file = c.req.param('file')
    const at = file.indexOf('.')
    return shelf(c, {
      key: file,
      headers: { ...openHeaders, 'Content-Disposition': `attachment; filename="${plain(file)}"` },
      make: async () => {
        const found = await results.find(file.slice(0, at))
        return found && files[file.slice(at + 1)]!(found, text)
      },
    })
  })
}

/** `/api/v1/results`, `/api/v1/results/<id>` and the document that describes them. */
export function apiRoutes({ results, outcomeCount }: Parts, shelf: Shelf): Hono<Env> {
  const answer = async (c: Context<Env>, make: () => Promise<object | undefined>) => {
    c.set('refuse', () => missing(c))
    return shelf(c, {
      key: c.req.path,
      headers: openHeaders,
      make: async () => {
        const made = await make()
        return made && { body: asText(made), type: json }
      },
    })
  }
  return new Hono<Env>()
    .get('/api/v1/openapi.json', (c) => answer(c, async () => openApi))
    .get('/api/v1/results', (c) =>
      answer(c, async () => ({
        results: (await results.all()).map(publicationAsJson),
        outcomes: await outcomeCount(),
      })),
    )
    .get('/api/v1/results/:id', (c) =>
      answer(c, async () => {
        const found = await results.find(c.req.param('id'))
        return found && resultsAsJson(found)
      }),
    )
    .get('/api/*', (c) => missing(c))
}

/** Programs are answered in their own form (RFC 9457). */
function missing(c: Context<Env>): Response {
  const problem = { type: 'about:blank', title: 'Nothing has been published under this address', status: 404 }
  return c.body(JSON.stringify(problem), 404, {
    'Content-Type': 'application/problem+json',
    'Access-Control-Allow-Origin': '*',
  })
}

function asText(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}

/** A name that any computer takes. */
function plain(file: string): string {
  return file.replaceAll(/[^\w.-]/g, '_')
}
