/** `npm run try`: an embedded city in one process, with three seats and a clock that can be moved forward. */
import { rm } from 'node:fs/promises'
import { intro, note, outro, spinner } from '@clack/prompts'
import paint from 'picocolors'
import { erase } from '../jobs/erase.ts'
import { openClose } from '../jobs/open-close.ts'
import type { Context } from './app/context.ts'
import { upcomingChanges } from './app/overview.ts'
import { takeSeat } from './app/seats.ts'
import { seed } from './app/seed.ts'
import { localeOf } from './domain/phrase.ts'
import { clockSetting, openGround, type Ground } from './ground.ts'
import type { VirtualClock } from './runtime/clock.ts'
import { terminalOf, type Config } from './runtime/config.ts'
import { createLog } from './runtime/log.ts'
import { loadText } from './runtime/text.ts'
import { roles, startRoles, type Running } from './roles.ts'
import { untilStopped } from './stopping.ts'
import { keepSetting } from './store/consultations.ts'
import type { Trial } from './web/parts.ts'

const folder = '.local'

/** Runs until Ctrl-C. `isFresh` forgets everything of earlier runs first. */
export async function runTrial(config: Config, { isFresh }: { isFresh: boolean }): Promise<void> {
  const text = loadText()
  const locale = localeOf(terminalOf().language) ?? 'en'
  const say = (key: string) => text.say(locale, `try-${key}`)
  intro(paint.bgBlue(paint.white(' Hejnał ')))
  if (isFresh) await rm(folder, { recursive: true, force: true })
  const step = spinner()
  step.start(say('database'))
  const log = createLog(config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL, true)
  const ground = await openGround({ ...config, DATABASE_URL: undefined }, { log, text, directory: folder })
  const running = await start(ground, (what) => step.message(say(what)))
  step.stop(say('open'))
  note(`${paint.bold(paint.green(running.url ?? ''))}\n${paint.dim(say('seats'))}`)
  await untilStopped()
  await running.close()
  await ground.close()
  outro(say('closed'))
}

async function start(
  { context, databaseUrl }: Ground,
  onStep: (what: 'seed' | 'service') => void,
): Promise<Running> {
  const clock = context.clock as VirtualClock
  onStep('seed')
  await seed(context, {})
  onStep('service')
  return startRoles({
    context,
    roles,
    queueUrl: context.config.QUEUE_URL ?? databaseUrl,
    trial: trialOf(context, clock),
    beforeMessage: (from) => takeSeat(context, from),
  })
}

function trialOf(context: Context, clock: VirtualClock): Trial {
  return {
    moveTo: async (instant) => {
      clock.advanceTo(instant)
      await keepSetting(context.store.db, clockSetting, { ms: clock.offsetMs }, clock.now())
      await openClose(context)
      await erase(context)
    },
    upcoming: (locale) => upcomingChanges(context, locale),
  }
}
