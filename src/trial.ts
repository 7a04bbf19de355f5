/** `npm run try`: an embedded city in one process, with three seats and a clock that can be moved forward. */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { intro, log as lines, note, outro } from '@clack/prompts'
import paint from 'picocolors'
import { erase } from '../jobs/erase.ts'
import { remind } from '../jobs/remind.ts'
import { openClose } from '../jobs/open-close.ts'
import { tellOutcomes } from '../jobs/tell-outcomes.ts'
import type { Context } from './app/context.ts'
import { upcomingChanges } from './app/overview.ts'
import { partnerEntity, takeSeat } from './app/seats.ts'
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
import { stopPostmaster } from './store/postmaster.ts'
import type { Trial } from './web/parts.ts'

const folder = '.local'
/** Lines, and nothing that turns: what turns takes the terminal over, and Ctrl-C with it. */
const { step, success } = lines

/** Runs until Ctrl-C, also one that comes while it is still starting. `isFresh` forgets everything of earlier runs first. */
export async function runTrial(config: Config, { isFresh }: { isFresh: boolean }): Promise<void> {
  const stopped = untilStopped()
  const text = loadText()
  const locale = localeOf(terminalOf().language) ?? 'en'
  const say = (key: string) => text.say(locale, `try-${key}`)
  intro(paint.bgBlue(paint.white(' Hejnał ')))
  if (isFresh) await forgetEverything()
  step(say('database'))
  const log = createLog(config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL, true)
  const ground = await openGround({ ...config, DATABASE_URL: undefined }, { log, text, directory: folder })
  try {
    const running = await start(ground, (what) => step(say(what)))
    success(say('open'))
    note(`${paint.bold(paint.green(running.url ?? ''))}\n${paint.dim(say('seats'))}`)
    await stopped
    await running.close()
  } finally {
    await ground.close()
  }
  outro(say('closed'))
}

/** A killed run has left its database running. */
async function forgetEverything(): Promise<void> {
  await stopPostmaster(path.resolve(folder, 'postgres', 'data'))
  await rm(folder, { recursive: true, force: true })
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
    beforeMessage: (from, locale) => takeSeat(context, from, locale),
  })
}

function trialOf(context: Context, clock: VirtualClock): Trial {
  return {
    moveTo: async (instant) => {
      clock.advanceTo(instant)
      await keepSetting(context.store.db, clockSetting, { ms: clock.offsetMs }, clock.now())
      await openClose(context)
      await erase(context)
      // its messages come when they are ready; the page need not wait for them
      void Promise.all([remind(context), tellOutcomes(context)]).catch((error: unknown) =>
        context.log.error({ err: error }, 'messages were not made; the next tick tries again'),
      )
    },
    upcoming: (locale) => upcomingChanges(context, locale, partnerEntity),
  }
}
