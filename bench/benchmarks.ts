/** The benchmarks by name, in the order in which `all` runs them. */
import { answers } from './answers.ts'
import { discord } from './discord.ts'
import { expand } from './expand.ts'
import { inbox } from './inbox.ts'
import { kill } from './kill.ts'
import { pacing } from './pacing.ts'
import { paid } from './paid.ts'
import { queueLoss } from './queue-loss.ts'
import { replies } from './replies.ts'
import { reminders } from './reminders.ts'
import { results } from './results.ts'
import type { Benchmark } from './report.ts'

export const benchmarks: Readonly<Record<string, Benchmark>> = {
  answers,
  pacing,
  kill,
  paid,
  replies,
  discord,
  inbox,
  'queue-loss': queueLoss,
  reminders,
  results,
  // last: what it leaves to be written to the disk would take part in whatever follows
  expand,
}
