/** The results of the sample city as people see them, with its map and the city's answer: in a real browser, by keyboard, at 320 px; and the pictures of them in the documents. */
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { districtMapOf, importDistrictMap } from '../../src/app/district-map.ts'
import { importOutcome } from '../../src/app/outcome-import.ts'
import { outcomeCount, publishOutcome } from '../../src/app/outcomes.ts'
import { publicationOf, publications } from '../../src/app/publications.ts'
import { seed } from '../../src/app/seed.ts'
import { locales, sourceLocale } from '../../src/domain/phrase.ts'
import type { Publication } from '../../src/domain/publication.ts'
import { publish } from '../../src/domain/results.ts'
import { findConsultation } from '../../src/store/consultations.ts'
import { allDistricts } from '../../src/store/districts.ts'
import { violations } from '../support/axe.ts'
import { launchChromium, openPage } from '../support/chromium.ts'
import { buildCity, type City } from '../support/city.ts'
import { cityOf } from '../support/city-of-answers.ts'
import { countByHand } from '../support/crowd.ts'
import { answered as id, outcomeFile } from '../support/outcome.ts'
import { collection, feature, square } from '../support/shapes.ts'
import { openTown } from './town.ts'

let browser: Browser
let city: City
let crowded: Publication
beforeAll(async () => {
  browser = await launchChromium()
  city = await buildCity({ isSeeded: false })
  await seed(city.context)
  await importOutcome(city.context, { source: outcomeFile(), actor: 'test', isDryRun: false })
  await publishOutcome(city.context, id, 'test')
  crowded = await crowdedPublication()
})

/** As if 1,200 people had answered, from all districts: in the sample city most districts are hidden, because few live there. */
async function crowdedPublication(): Promise<Publication> {
  const { db } = city.context.store
  const { definition } = (await findConsultation(db, id))!
  const replies = cityOf(definition, 1_200, 5).map((reply, n) => ({
    ...reply,
    district: reply.district && `d${1 + Math.floor(18 * ((n * 0.618) % 1) ** 1.8)}`,
  }))
  const { questions } = definition
  const survey = { definition, questions, districts: await allDistricts(db), isSample: true }
  const published = (await publicationOf(city.context, id))!
  return { ...published, results: publish(survey, countByHand(questions, replies)) }
}

const paths = ['/results', `/results/${id}`, `/results/${id}/easy`, '/results/crowded'] as const
const image = (name: string) => fileURLToPath(new URL(`../../docs/images/${name}`, import.meta.url))

/** A page of the city, open, and what the browser complained about. */
async function visit(path: string, options: BrowserContextOptions = {}) {
  const { context } = city
  const town = await openTown({
    results: {
      all: () => publications(context),
      find: async (one) => (one === 'crowded' ? crowded : publicationOf(context, one)),
    },
    outcomeCount: () => outcomeCount(context),
    districtMap: () => districtMapOf(context),
    publicUrl: 'http://127.0.0.1',
  })
  return { ...(await openPage(browser, town, path, { locale: 'en-GB', ...options })), url: town.url }
}

async function openAll(page: Page): Promise<void> {
  await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true })')
}

describe.each(paths)('%s', (path) => {
  test.each(['light', 'dark'] as const)('breaks no rule of accessibility in %s', async (colorScheme) => {
    // colours do not hang on the language
    for (const locale of colorScheme === 'light' ? locales : [sourceLocale]) {
      const { page, complaints } = await visit(path, { colorScheme, locale })
      await openAll(page)
      expect(await violations(page)).toEqual([])
      expect(complaints).toEqual([])
    }
  })

  test('fits 320 px without scrolling sideways, in every language, with everything open', async () => {
    for (const locale of locales) {
      const { page } = await visit(path, { viewport: { width: 320, height: 640 }, locale })
      await openAll(page)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    }
  })

  test('is gone through by keyboard alone: everything that can be used is reached, in its order, and shows the focus', async () => {
    const { page } = await visit(path)
    await openAll(page)
    const usable = 'a[href], button, summary, [tabindex="0"]'
    const wanted = await page.locator(usable).count()
    const reached: unknown[] = []
    for (let presses = 0; presses < wanted; presses += 1) {
      await page.keyboard.press('Tab')
      const focus = await page.evaluate(`(() => {
        const one = document.activeElement
        const all = [...document.querySelectorAll('${usable}')]
        const { outlineStyle, outlineWidth } = getComputedStyle(one)
        return { at: all.indexOf(one), isSeen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 }
      })()`)
      reached.push(focus)
    }
    expect(reached).toEqual(Array.from({ length: wanted }, (_, at) => ({ at, isSeen: true })))
  })
})

test('letters on the map are of a size that can be read at 320 px, and stay on their tiles', async () => {
  const { page } = await visit(paths[3], { viewport: { width: 320, height: 640 } })
  await openAll(page)
  const tiles = await page.evaluate<
    readonly { readonly height: number; readonly isInside: boolean }[]
  >(`[...document.querySelectorAll('.tiles g')].map((tile) => {
    const ground = tile.querySelector('rect').getBoundingClientRect()
    const words = [...tile.querySelectorAll('text')].filter((one) => one.textContent.trim())
    return words.map((one) => one.getBoundingClientRect()).map((box) => ({
      height: box.height, isInside: box.left >= ground.left && box.right <= ground.right && box.bottom <= ground.bottom + 1,
    }))
  }).flat()`)
  expect(tiles.length).toBeGreaterThan(18 * 5)
  expect(Math.min(...tiles.map(({ height }) => height))).toBeGreaterThan(12)
  expect(tiles.filter(({ isInside }) => !isInside)).toEqual([])
})

test('the page with everything on it is light', async () => {
  const { page } = await visit(paths[3])
  const sizes = await page.evaluate<number[]>(
    'performance.getEntries().filter((one) => one.encodedBodySize && !/woff2/.test(one.name)).map((one) => one.encodedBodySize)',
  )
  expect(sizes.reduce((sum, one) => sum + one, 0)).toBeLessThan(100_000)
})

/** Run with `SCREENSHOTS=1` these make the pictures of the documents anew. */
describe.runIf(process.env['SCREENSHOTS'] === '1')('pictures for the documents', () => {
  const wide = { width: 1000, height: 1000 }
  const narrow = { width: 320, height: 720 }

  test('the map of tiles, wide and narrow', async () => {
    for (const [viewport, name] of [
      [wide, 'results-map.png'],
      [narrow, 'results-map-320.png'],
    ] as const) {
      const { page } = await visit(paths[3], { viewport, colorScheme: 'light' })
      const groups = page.locator('details', { has: page.locator('.map') }).first()
      await groups.locator('summary').click()
      await groups.locator('.map').screenshot({ path: image(name) })
    }
  })

  test('what the city decided, in the dark', async () => {
    const { page } = await visit(paths[1], { viewport: wide, colorScheme: 'dark' })
    await page.locator('.outcome').screenshot({ path: image('results-outcome-dark.png') })
  })

  test('plain words at 320 px', async () => {
    const { page } = await visit(paths[2], { viewport: narrow, colorScheme: 'light' })
    await page.screenshot({ path: image('results-easy-320.png') })
  })

  test('the picture beside a link', async () => {
    const { page, url } = await visit('/results', { viewport: { width: 1200, height: 630 } })
    await page.goto(`${url}/results/${id}/picture-en.png`)
    await page.locator('img').screenshot({ path: image('results-shared.png') })
  })
})

test('shapes are drawn with lines across where a district is hidden', async () => {
  const districts = await allDistricts(city.context.store.db)
  const made = districts.map(({ id: district }, n) =>
    feature(district, square(20 + (n % 6) / 10, 50 - Math.floor(n / 6) / 10)),
  )
  await importDistrictMap(city.context, { source: collection(...made), actor: 'test', isDryRun: false })
  const { page, complaints } = await visit(paths[3], { viewport: { width: 320, height: 640 } })
  await openAll(page)
  const drawn = await page.evaluate<
    readonly { readonly width: number; readonly fill: string }[]
  >(`[...document.querySelector('.map').querySelectorAll('use')].map((one) => ({
    width: one.getBoundingClientRect().width, fill: getComputedStyle(one).fill
  }))`)
  expect(drawn).toHaveLength(districts.length)
  expect(Math.min(...drawn.map(({ width }) => width))).toBeGreaterThan(20)
  expect(drawn.some(({ fill }) => fill.startsWith('rgb'))).toBe(true)
  expect(drawn.some(({ fill }) => fill.includes('#hatch-'))).toBe(true)
  expect(await violations(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
  expect(complaints).toEqual([])
})
