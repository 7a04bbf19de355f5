/** Lets one process at a time do a piece of work in this checkout. Needs nothing but Node: it runs before any package is there. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Work that takes longer than this has died, even if another program has its number by now. */
const longestMs = 20 * 60_000

/**
 * Does `work` while holding the file `lock`, waiting for whoever holds it; `onWait` is called once if there is anyone. `work` is handed a function
 * to name a process it has started: the lock stands as long as either lives, so a kill of this one does not let a second installer in beside the first.
 */
export async function alone(lock, work, onWait) {
  mkdirSync(path.dirname(lock), { recursive: true, mode: 0o711 })
  for (let tries = 0; !take(lock); tries += 1) {
    if (tries === 0) onWait()
    await sleep(200)
  }
  try {
    return await work((pid) => writeFileSync(lock, `${process.pid} ${pid}`))
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock) {
  clearLeft(lock)
  const mine = `${lock}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  const isTaken = attempt(() => linkSync(mine, lock), 'EEXIST')
  rmSync(mine)
  return isTaken
}

/** Moves a dead process's lock aside and looks at it again: another process may have taken its place meanwhile, and gets it back. */
function clearLeft(lock) {
  const aside = `${lock}.${process.pid}.left`
  const isCleared = attempt(() => isLeft(lock) && renameSync(lock, aside), 'ENOENT')
  if (!isCleared || !attempt(() => statSync(aside), 'ENOENT')) return
  if (!isLeft(aside)) attempt(() => linkSync(aside, lock), 'EEXIST')
  rmSync(aside)
}

function isLeft(file) {
  const pids = readFileSync(file, 'utf8').split(' ').map(Number)
  return Date.now() - statSync(file).mtimeMs > longestMs || !pids.some((pid) => pid > 0 && isAlive(pid))
}

function attempt(step, expectedCode) {
  try {
    step()
    return true
  } catch (error) {
    if (error.code !== expectedCode) throw error
    return false
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
