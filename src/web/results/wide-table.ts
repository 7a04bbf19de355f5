/** A table that may be wider than a telephone: then it is moved sideways, by keyboard too, and not the page. */
import { html } from 'hono/html'
import type { Html } from '../page.ts'

export function wideTable({
  title,
  heads,
  rows,
}: {
  readonly title: string
  readonly heads: readonly (string | Html)[]
  readonly rows: readonly Html[]
}): Html {
  return html`<div class="wide-table" role="region" tabindex="0" aria-label="${title}">
    <table>
      <caption class="unseen">
        ${title}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`
}
