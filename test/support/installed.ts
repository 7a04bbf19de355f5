/** Finds the programs that some tests need and npm does not bring. */
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

/** The path of `redis-server`, if this machine has one. */
export function findRedis(): string | undefined {
  const folders = [
    ...(process.env['PATH'] ?? '').split(path.delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/opt/homebrew/bin',
  ]
  return folders.map((folder) => path.join(folder, 'redis-server')).find(isExecutable)
}

/** The path of Chromium or Chrome, if this machine has one; `CHROMIUM_PATH` names another. */
export function findChromium(): string | undefined {
  return [process.env['CHROMIUM_PATH'] ?? '', ...browsers].find((place) => isExecutable(place))
}

const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
