/** What of a page somebody cannot use who does not see, hear or move well, by the rules of WCAG 2.1 AA. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Page } from 'playwright-core'
import { expect } from 'vitest'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
  }[]
  readonly passes: readonly unknown[]
}

/** What breaks the rules, with the elements that do. */
export async function violations(page: Page | Frame): Promise<string[]> {
  await page.evaluate(axe)
  const options = { iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }
  const result = await page.evaluate<AxeResult>(`axe.run(document, ${JSON.stringify(options)})`)
  expect(result.passes.length).toBeGreaterThan(5)
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}
