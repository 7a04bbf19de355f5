/** A real browser for the suites named `*.browser.test.ts`. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { afterwards } from './afterwards.ts'
import { findChromium } from './installed.ts'

const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
// Containers have no user namespaces for its sandbox, no graphics card, and little shared memory.
const contained = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']

/** Starts the machine's own Chromium; it closes with the test file. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('This suite needs Chromium: apt-get install chromium')
  const browser = await chromium.launch({ executablePath, headless: true, args: [...quiet, ...contained] })
  afterwards(() => browser.close())
  return browser
}

/** A page of a site, open, and what the browser complains about; it and the site close with the test. */
export async function openPage(
  browser: Browser,
  site: { readonly url: string; close(): Promise<unknown> },
  path: string,
  options: BrowserContextOptions,
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  onTestFinished(async () => {
    await context.close()
    await site.close()
  })
  const complaints: string[] = []
  page.on(
    'console',
    (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()),
  )
  await page.goto(site.url + path)
  return { page, complaints }
}
