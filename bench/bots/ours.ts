/** Our side of `answers`: the whole bot as it runs in production, on a database that the benchmark hands over. */
import { openGround } from '../../src/ground.ts'
import { readConfig } from '../../src/runtime/config.ts'
import { randomSecret } from '../../src/runtime/crypto.ts'
import { createLog } from '../../src/runtime/log.ts'
import { startRoles } from '../../src/roles.ts'
import { secret } from '../crowd.ts'
import { openSample } from '../platform/consultation.ts'

const [databaseUrl = '', apiRoot = ''] = process.argv.slice(2)
const config = readConfig({
  DATABASE_URL: databaseUrl,
  CONTACT_KEY: randomSecret().toString('base64'),
  TELEGRAM_BOT_TOKEN: '1000:our-bot',
  TELEGRAM_API_ROOT: apiRoot,
  TELEGRAM_WEBHOOK_URL: 'http://127.0.0.1/telegram/webhook',
  TELEGRAM_WEBHOOK_SECRET: secret,
  TELEGRAM_MESSAGES_PER_SECOND: '10000',
  WEB_PORT: '0',
})
const ground = await openGround(config, { log: createLog('warn'), migrates: true })
const { context } = ground
await openSample(context)
const service = await startRoles({ context, roles: ['bot'], queueUrl: databaseUrl })
process.send?.(`${service.url}/telegram/webhook`)

process.on('message', (message) => {
  if (message === 'memory') process.send?.(liveBytes())
  if (message === 'stop')
    void service
      .close()
      .then(() => ground.close())
      .then(() => process.exit(0))
})

function liveBytes(): number {
  for (let pass = 0; pass < 3; pass += 1) globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
