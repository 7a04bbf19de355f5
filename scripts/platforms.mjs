/**
 * Completes package-lock.json with the platform packages npm has left out (it names a package's binaries for other systems only where the
 * registry answered for each of them), so that `npm ci` installs the same everywhere. Run it after `npm install NAME`; with `--check` it only says what is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url))
const lock = JSON.parse(readFileSync(file, 'utf8'))
const systems = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win32: 'win32',
  windows: 'win32',
}
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64']

const added = Object.entries(lock.packages).flatMap(([place, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !isThere(place, name))
    .map(([name, version]) => [`node_modules/${name}`, entryOf(name, version, entry)]),
)
const packages = Object.entries({ ...lock.packages, ...Object.fromEntries(added) })
lock.packages = Object.fromEntries(packages.toSorted(([a], [b]) => a.localeCompare(b, 'en')))
const isCheck = process.argv.includes('--check')
if (added.length > 0 && !isCheck) writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`)
console.log(added.length === 0 ? 'package-lock.json names every platform package.' : told())
process.exitCode = isCheck && added.length > 0 ? 1 : 0

function told() {
  if (!isCheck) return `Added ${added.length} platform packages to package-lock.json.`
  return `package-lock.json lacks ${added.length} platform packages, so npm ci will refuse it. Run: node scripts/platforms.mjs`
}

/** As Node looks for it: beside the asking package first, then further out. */
function isThere(place, name) {
  if (lock.packages[`${place ? `${place}/` : ''}node_modules/${name}`]) return true
  return place !== '' && isThere(place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/'))), name)
}

function entryOf(name, version, { dev }) {
  if (!/^\d+\.\d+\.\d+[\w.-]*$/.test(version))
    throw new Error(`${name} is asked for as ${version}, which is not one version`)
  const parts = name.split('/').at(-1).split('-')
  const os = parts.map((part) => systems[part]).find(Boolean)
  const cpu = processors.find((processor) => parts.includes(processor))
  if (!os || !cpu) throw new Error(`The name ${name} does not say which system and processor it is for`)
  const libc = parts.some((part) => part.startsWith('musl'))
    ? ['musl']
    : parts.some((part) => part.startsWith('gnu'))
      ? ['glibc']
      : undefined
  return { version, cpu: [cpu], ...(dev && { dev }), ...(libc && { libc }), optional: true, os: [os] }
}
