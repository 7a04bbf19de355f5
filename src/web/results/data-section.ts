/** Where the figures can be taken along, and under which licence. */
import { html } from 'hono/html'
import { licence } from '../../app/results-file/rows.ts'
import type { Html } from '../page.ts'
import type { View } from '../parts.ts'

/** Files for spreadsheets and programs, the codebook, the licence and the interface for programs. */
export function dataSection(id: string, view: View): Html {
  const files = [
    { href: `/results/${id}.csv`, name: 'CSV' },
    { href: `/results/${id}.xlsx`, name: 'XLSX' },
    { href: `/results/${id}.json`, name: 'JSON' },
    { href: `/results/${id}.codebook.csv`, name: view.say('results-page-codebook') },
  ]
  return html`<section class="card data" aria-labelledby="data">
    <h2 id="data">${view.say('results-page-data')}</h2>
    <p>${view.say('results-page-data-about')}</p>
    <ul class="files">
      ${files.map(({ href, name }) => html`<li><a class="button quiet" href="${href}" download>${name}</a></li>`)}
    </ul>
    <p>
      ${view.say('results-page-licence')}
      <a href="${licence.url}" rel="license" lang="en">${licence.name}</a>
    </p>
    <p><a href="/api/v1/openapi.json">${view.say('results-page-api')}</a></p>
  </section>`
}
