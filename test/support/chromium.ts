/** A real browser for the suites named `*.browser.test.ts`. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { afterwards } from './afterwards.ts'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
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

/** The path of Chromium or Chrome, if this machine has one; `CHROMIUM_PATH` names another. */
export function findChromium(): string | undefined {
  return [process.env['CHROMIUM_PATH'] ?? '', ...places].find((place) => existsSync(place))
}
