/** The three seats in a real browser: a young person answers, an administrator closes, the clock moves, the results print. */
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { FrameLocator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { startProcess } from '../support/process.ts'
import { freshFolder, start } from '../support/trial.ts'

const images = fileURLToPath(new URL('../../docs/images/', import.meta.url))

/** Somebody who sits at one of the three seats and taps. */
function seatOf(page: Page, name: 'youth' | 'partner' | 'admin') {
  const frame: FrameLocator = page.frameLocator(`iframe[src*="seat=${name}"]`)
  return {
    frame,
    taps: (label: string | RegExp) => frame.getByRole('button', { name: label }).last().click(),
    reads: (words: string | RegExp) => frame.getByText(words).last().waitFor(),
  }
}

test('at its three seats a consultation is answered to its end and closed, and results print while it runs', async () => {
  const { folder } = await freshFolder()
  const running = start(folder)
  const browser = await launchChromium()
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  await page.goto(await running.url())
  const [youth, partner, admin] = [seatOf(page, 'youth'), seatOf(page, 'partner'), seatOf(page, 'admin')]

  await youth.taps('Free time and sport')
  await youth.taps('16–17')
  await youth.taps('I understand, start')
  await youth.taps('one or two')
  await youth.frame.getByLabel('outdoors or in a park').check()
  await youth.frame.getByLabel("at friends' homes").check()
  await youth.taps('Done')
  await youth.reads('Do you do sport')
  await partner.taps('What is due')
  await partner.reads(/due in the next 30 days/)
  await admin.taps('Consultations')
  await admin.reads('Which one shall we look at?')
  if (process.env['SCREENSHOTS'] === '1')
    await mkdir(images, { recursive: true }).then(() => page.screenshot({ path: `${images}try.png` }))

  await youth.taps('no, and I do not plan to')
  await youth.reads('What would be most useful')
  await youth.taps('a green square')
  await youth.reads('Do you have one idea')
  await youth.frame.getByRole('textbox').fill('More benches')
  await youth.taps('Send')
  await youth.reads('In which part of the city')
  await youth.taps('Skip')
  await youth.reads('hear what comes of it')
  await youth.taps('Yes, please')
  await youth.reads(/^Thank you! By/)

  await admin.taps(/^Free time and sport/)
  await admin.taps('Close now…')
  await admin.taps('Yes, close it')
  await admin.reads('"Free time and sport" is closed.')

  const clock = page.locator('[data-clock] time')
  const before = await clock.getAttribute('datetime')
  await page.locator('[data-clock]').getByRole('button', { name: /week/ }).click()
  await expect
    .poll(async () => Date.parse((await clock.getAttribute('datetime')) ?? '') - Date.parse(before!))
    .toBeGreaterThan(6 * 86_400_000)
  expect(complaints).toEqual([])

  const cli = (...words: string[]) => startProcess(['src/cli/main.ts', ...words], { cwd: folder })
  const table = cli('results', 'safe-way-to-school')
  expect(await table.ended, table.output()).toBe(0)
  expect(table.output()).toMatch(/at least \d+ people took part[\s\S]+How do you usually get to school/)
  const json = cli('results', 'free-time-and-sport', '--format', 'json')
  expect(await json.ended, json.output()).toBe(0)
  expect(JSON.parse(json.output())).toMatchObject({
    consultation: 'free-time-and-sport',
    respondents: { isSuppressed: true },
  })

  await context.close()
  running.signal('SIGINT')
  expect(await running.ended).toBe(0)
}, 180_000)
