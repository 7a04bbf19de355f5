/** The districts of a city, from its own list: people choose from them, results are shown by them. */
import { parse } from 'yaml'
import { z } from 'zod'
import { Problem } from '../domain/problem.ts'
import { record } from '../store/audit.ts'
import { addDistricts, allDistricts } from '../store/districts.ts'
import type { Context } from './context.ts'

const names = z.object({
  pl: z.string().min(1),
  en: z.string().min(1).optional(),
  uk: z.string().min(1).optional(),
})
const file = z.array(z.object({ id: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,23}$/), names })).min(1)
type District = Parameters<typeof addDistricts>[1][number]

/** Adds the districts that are not here yet and returns how many; those that are stay as they are. @throws {Problem} `districts-invalid` */
export async function importDistricts(
  { store, clock }: Context,
  source: string,
  actor: string,
): Promise<number> {
  const districts = readDistricts(source)
  return store.transaction(async (tx) => {
    const before = (await allDistricts(tx)).length
    await addDistricts(tx, districts)
    const added = (await allDistricts(tx)).length - before
    if (added > 0)
      await record(tx, {
        at: clock.now(),
        actor,
        act: 'districts.import',
        subject: 'city',
        details: { added },
      })
    return added
  })
}

function readDistricts(source: string): readonly District[] {
  const result = file.safeParse(parsed(source))
  if (result.success) return result.data as readonly District[]
  throw invalid(result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
}

function parsed(source: string): unknown {
  try {
    return parse(source)
  } catch (error) {
    throw invalid([error instanceof Error ? error.message : String(error)])
  }
}

function invalid(reasons: readonly string[]): Problem {
  return new Problem(
    'districts-invalid',
    {},
    reasons.map((reason) => ({ text: { pl: reason } })),
  )
}
