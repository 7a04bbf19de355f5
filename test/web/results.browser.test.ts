/** The results in a real browser: by the rules of WCAG 2.1 AA, light and dark, at 320 px, by keyboard, without a script, on paper. */
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { publicationOf, publications } from '../../src/app/publications.ts'
import { seed } from '../../src/app/seed.ts'
import { locales, sourceLocale } from '../../src/domain/phrase.ts'
import { violations } from '../support/axe.ts'
import { launchChromium, openPage } from '../support/chromium.ts'
import { buildCity } from '../support/city.ts'
import { crowd, publicationFrom } from '../support/published.ts'
import { population } from '../support/residents.ts'
import type { PublishedResults } from '../../src/web/parts.ts'
import { openTown } from './town.ts'

let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))

const published = [publicationFrom(crowd, { isSample: true, quotations: ['Więcej ławek', 'x'.repeat(90)] })]
const compared = publicationFrom(crowd, { residents: { ...population, isSample: true } })
const image = (name: string) => fileURLToPath(new URL(`../../docs/images/${name}`, import.meta.url))
const paths = [
  '/results',
  '/results/crowd',
  '/results/crowd/easy',
  '/results/compared',
  '/results/compared/easy',
] as const

const crowded: PublishedResults = {
  all: async () => published,
  find: async (id) => ({ crowd: published[0], compared })[id],
}

/** A page of the results, open, and what the browser complained about. */
async function visit(path: string, options: BrowserContextOptions = {}, results = crowded) {
  const town = await openTown({ results })
  return openPage(browser, town, path, { locale: 'pl-PL', ...options })
}

describe.each(paths)('%s', (path) => {
  // in every language: results-sample.browser.test.ts
  test.each(['light', 'dark'] as const)(
    'breaks no rule of accessibility in %s, with everything open',
    async (colorScheme) => {
      const { page, complaints } = await visit(path, { colorScheme, locale: sourceLocale })
      await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true })')
      expect(await violations(page)).toEqual([])
      expect(complaints).toEqual([])
    },
  )

  test('fits 320 px without scrolling sideways, in every language, with everything open', async () => {
    for (const locale of locales) {
      const { page } = await visit(path, { viewport: { width: 320, height: 640 }, locale })
      await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true })')
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    }
  })

  test('says everything without a script', async () => {
    const { page } = await visit(path, { javaScriptEnabled: false })
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    expect(await page.locator('main').innerText()).toContain('Tłum')
  })
})

test('charts are read as pictures with their finding, in letters of a size that can be read', async () => {
  for (const width of [320, 700, 1200]) {
    const { page } = await visit('/results/crowd', { viewport: { width, height: 800 } })
    const chart = page.getByRole('img', { name: /^Wykres\. Z pokazanych odpowiedzi najczęstsza: 0–12 min/ })
    expect(await chart.count()).toBe(1)
    const heights = await chart
      .locator('text:visible')
      .evaluateAll((texts) =>
        (texts as { getBoundingClientRect(): { height: number } }[]).map(
          (one) => one.getBoundingClientRect().height,
        ),
      )
    expect(heights).toHaveLength(10)
    for (const height of heights) expect(height).toBeGreaterThan(14)
  }
})

test.each(['crowd', 'compared'])(
  'words of a chart stay inside it and clear of each other (%s)',
  async (id) => {
    const { page } = await visit(`/results/${id}`, { viewport: { width: 320, height: 800 } })
    const inside = await page.evaluate(`[...document.querySelectorAll('.chart svg')]
    .filter((svg) => svg.getClientRects().length > 0)
    .flatMap((svg) => {
      const frame = svg.getBoundingClientRect()
      const boxes = [...svg.querySelectorAll('text')].map((one) => one.getBoundingClientRect())
      return boxes.map((box, index) =>
        box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1 && box.right <= frame.right + 1 &&
        (index === 0 || box.top >= boxes[index - 1].bottom - 1))
    })`)
    expect(inside).not.toContain(false)
    expect((inside as boolean[]).length).toBeGreaterThan(20)
  },
)

test('who is missing is a picture with its finding, and a table that the keyboard reaches', async () => {
  const { page } = await visit('/results/compared', { locale: 'en-GB' })
  const chart = page.getByRole('img', { name: /^Chart\. Clearly fewer than in the city: b10_12 \(en\) \(/ })
  expect(await chart.locator('text:visible').count()).toBe(4)
  const summary = page
    .getByRole('region', { name: 'Who took part, and who is missing' })
    .locator('summary')
    .first()
  await summary.focus()
  await page.keyboard.press('Enter')
  const row = page.getByRole('row', { name: /^b10_12 \(en\) 93 28\.8% 6,000 60% fewer than in the city$/ })
  expect(await row.isVisible()).toBe(true)
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('region')
})

test('by keyboard alone: a table is opened, a wide one reached, and the plain words found', async () => {
  const { page } = await visit('/results/crowd')
  const focused = () => page.evaluate('document.activeElement.textContent.trim().replace(/\\s+/g, " ")')
  const tabTo = async (words: RegExp) => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab')
      if (words.test(String(await focused()))) return
    }
    throw new Error(`The keyboard never reached ${String(words)}`)
  }
  await tabTo(/^Prostymi słowami$/)
  await tabTo(/^Pokaż jako tabelę$/)
  expect(await page.getByRole('table').count()).toBe(0)
  await page.keyboard.press('Enter')
  expect(await page.getByRole('row', { name: /^a 208 55%$/ }).count()).toBe(1)
  await tabTo(/^Pokaż w grupach: Płeć$/)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('region')
  await tabTo(/^CSV$/)
})

test('a change of language stays on the page', async () => {
  const { page } = await visit('/results/crowd')
  await page.getByRole('link', { name: /English/ }).click()
  await page.getByRole('heading', { name: 'Tłum (en)' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/results/crowd')
  await page.getByRole('link', { name: /Українська/ }).click()
  await page.getByRole('heading', { name: 'Tłum (uk)' }).waitFor()
})

test('on paper every chart has its table, and no buttons', async () => {
  const { page } = await visit('/results/crowd')
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('row', { name: /^117–120 min ukryte ukryte$/ }).isVisible()).toBe(true)
  expect(await page.locator('.button:visible').count()).toBe(0)
})

test('the sample city shows all of its results, light as a page, in every width', async () => {
  const { context } = await buildCity({ isSeeded: false })
  await seed(context)
  const results = { all: () => publications(context), find: (id: string) => publicationOf(context, id) }
  const options = { locale: 'en-GB', colorScheme: 'light', viewport: { width: 1000, height: 1250 } } as const
  const { page, complaints } = await visit('/results/safe-way-to-school', options, results)
  expect(await violations(page)).toEqual([])
  expect(await page.locator('section.question').count()).toBe(8)
  const sizes = await page.evaluate(
    'performance.getEntries().filter((one) => one.encodedBodySize && !/woff2/.test(one.name)).map((one) => one.encodedBodySize)',
  )
  expect((sizes as number[]).reduce((sum, one) => sum + one, 0)).toBeLessThan(100_000)
  if (process.env['SCREENSHOTS'] === '1') {
    await page.locator('section.question').first().scrollIntoViewIfNeeded()
    await page.screenshot({ path: image('results.png') })
    await page.locator('section[aria-labelledby=who]').screenshot({ path: image('who-is-missing.png') })
  }
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
  expect(complaints).toEqual([])
})
