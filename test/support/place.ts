/** Where tests put what may vanish. */
import { access, constants, statfs } from 'node:fs/promises'
import os from 'node:os'

/** Linux keeps this folder in memory: copying a database of some 300 small files takes 50 ms there, 500 ms on a slow disk. */
const memory = '/dev/shm'

/** Every folder that `quickestPlace` may name. */
export const places = [memory, os.tmpdir()] as const

/** Memory, where there is enough of it: a run takes some 150 MB, and containers often have 64 MB. */
export async function quickestPlace(): Promise<string> {
  try {
    await access(memory, constants.W_OK)
    const { bavail, bsize } = await statfs(memory)
    return bavail * bsize > 2 ** 30 ? memory : os.tmpdir()
  } catch {
    return os.tmpdir()
  }
}
