/** What is said to somebody who has typed a code. */
import { atHome, move, stay, type Redeemed, type State, type Turn, type World } from '../dialogue.ts'
import { say, type Args } from '../phrase.ts'
import { homeReply } from './home.ts'
import { begin } from './welcome.ts'

/** Words for what the code has done, and where the conversation goes on; without a code, how to write one. */
export function redeemed(state: State, world: World): Turn {
  const { redeemed: code } = world
  if (!code) return stay(state, { parts: [say('code-how')] })
  if (code.is === 'class') return begin(world, code.consultation)
  const isIn = code.is === 'staff' || code.is === 'contact' || code.is === 'linked'
  return move(isIn ? atHome : state, [
    { parts: [say(words[code.is], argsOf(code))] },
    ...(isIn ? [homeReply(world)] : []),
  ])
}

const words: Record<Exclude<Redeemed['is'], 'class'>, string> = {
  wrong: 'code-wrong',
  'too-many': 'code-too-many',
  staff: 'code-staff',
  contact: 'code-contact',
  linked: 'link-done',
  'link-self': 'link-self',
  'link-both-answered': 'link-both-answered',
}

function argsOf(code: Redeemed): Args {
  if (code.is === 'staff') return { role: say(`role-${code.role}`) }
  if (code.is === 'contact') return { entity: code.entity }
  return code.is === 'linked' ? { channel: say(`channel-${code.to}`) } : {}
}
