/** A button of an earlier message: a passing word, and what stands now, so that everybody can go on from where they tapped. */
import { stay, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import { say } from '../phrase.ts'
import { homeReply } from './home.ts'

const notice: Reply = { parts: [say('stale-button')], isNotice: true }

/** Puts what stands in the place of the message that was tapped, which may be the only one the person looks at. */
export function stale(state: State, standing: Reply): Turn {
  return stay(state, notice, { ...standing, replaces: true })
}

/** At home the last word (a thank-you, a kind refusal) stays readable when its button is tapped twice. */
export function staleAtHome(state: State, world: World): Turn {
  if (world.isBack) return stale(state, homeReply(world))
  return world.shown ? stale(state, world.shown) : stay(state, notice, homeReply(world))
}
