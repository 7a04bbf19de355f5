/** A real browser for the suites named `*.browser.test.ts`. */
import { type Browser, chromium } from 'playwright-core'
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
