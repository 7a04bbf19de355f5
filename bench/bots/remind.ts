/** The tick of reminders by itself, on a clock that is put where it is told. `remind.ts DATABASE_URL CONTACT_KEY`; told `{ now }`, it says how many milliseconds the tick took. */
import { remind } from '../../jobs/remind.ts'
import { openGround } from '../../src/ground.ts'
import { readConfig } from '../../src/runtime/config.ts'
import { createLog } from '../../src/runtime/log.ts'

const [url = '', key = ''] = process.argv.slice(2)
const config = readConfig({ DATABASE_URL: url, CONTACT_KEY: key, TIME_ZONE: 'Europe/Warsaw' })
const { context } = await openGround(config, { log: createLog('error'), migrates: false })

process.on('message', (what) => {
  if (typeof what === 'object' && what && 'now' in what) void tickAt(new Date(String(what.now)))
})
// it waits for its first tick longer than its connections stay open
process.channel?.ref()
process.send?.('ready')

async function tickAt(now: Date): Promise<void> {
  const begunAt = performance.now()
  await remind({ ...context, clock: { now: () => now } })
  process.send?.({ ms: performance.now() - begunAt })
}
