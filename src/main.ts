/** The composition root: `npm start -- [bot|worker|web|all]`, or `try` for an embedded city. */
import { localeOf } from './domain/phrase.ts'
import { Problem } from './domain/problem.ts'
import { openGround } from './ground.ts'
import { ConfigError, isProduction, readConfig, terminalOf } from './runtime/config.ts'
import { createLog } from './runtime/log.ts'
import { loadText } from './runtime/text.ts'
import { roles, startRoles, type Role } from './roles.ts'
import { untilStopped } from './stopping.ts'
import { runTrial } from './trial.ts'

const [wanted = 'all', ...flags] = process.argv.slice(2)

try {
  if (wanted === 'try') await runTrial(readConfig(), { isFresh: flags.includes('--fresh') })
  else await run(rolesOf(wanted))
} catch (error) {
  process.stderr.write(`${explained(error)}\n`)
  process.exitCode = 1
}
// what libraries leave behind, like the schema engine's timer of ten seconds, is not waited for
process.stdout.write('', () => process.exit())

async function run(played: readonly Role[]): Promise<void> {
  const config = readConfig()
  if (isProduction() && !config.DATABASE_URL)
    throw new ConfigError(
      'DATABASE_URL: with NODE_ENV=production it has to be set; nothing is kept in this folder by mistake.',
    )
  const log = createLog(config.LOG_LEVEL, process.stdout.isTTY)
  const ground = await openGround(config, { log, migrates: true })
  try {
    // whoever talks with children has to be able to keep what they disclose
    if (!ground.context.store.safe && played.some((role) => role !== 'worker'))
      throw new Problem('safeguarding-key-missing')
    const running = await startRoles({
      context: ground.context,
      roles: played,
      queueUrl: config.QUEUE_URL ?? ground.databaseUrl,
    })
    log.info(
      { roles: played, url: running.url, channels: running.channels.map(({ name }) => name) },
      'Hejnał is running',
    )
    await untilStopped()
    log.info({}, 'stopping; what is under way is finished first')
    await running.close()
  } finally {
    await ground.close()
  }
}

function rolesOf(name: string): readonly Role[] {
  if (name === 'all') return roles
  const role = roles.find((one) => one === name)
  if (!role) throw new ConfigError(`There is no role "${name}". Use one of: ${roles.join(', ')}, all.`)
  return [role]
}

/** What was expected is said in a sentence; everything else is a bug and shows where it happened. */
function explained(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  if (error instanceof Problem)
    return loadText().phrase(localeOf(terminalOf().language) ?? 'en', error.phrase)
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
