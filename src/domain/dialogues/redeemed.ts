/** What is said to somebody who has typed a code. */
import {
  atHome,
  move,
  stay,
  type Redeemed,
  type Reply,
  type State,
  type Turn,
  type World,
} from '../dialogue.ts'
import { say, type Args } from '../phrase.ts'
import { helpCard } from './help.ts'
import { homeReply } from './home.ts'
import { followUpReply } from './respond.ts'
import { begin } from './welcome.ts'

/** Words for what the code has done, and where the conversation goes on; without a code, how to write one. */
export function redeemed(state: State, world: World): Turn {
  const { redeemed: code } = world
  if (!code) return stay(state, { parts: [say('code-how')] })
  if (code.is === 'class') return begin(world, code.consultation)
  if (code.is === 'linked') return linked(state, code, world)
  const isIn = code.is === 'staff' || code.is === 'contact'
  const said: Reply = { parts: [say(words[code.is], argsOf(code))] }
  if (code.is === 'link-too-young') return move(state, [said, helpCard(world, state)])
  return move(isIn ? atHome : state, [said, ...(isIn ? [homeReply(world)] : [])])
}

/** Two who are one now go on with what one of them was in the middle of. */
function linked(state: State, { to, hasBoth }: Extract<Redeemed, { is: 'linked' }>, world: World): Turn {
  const done: Reply = {
    parts: [
      say('link-done', { channel: say(`channel-${to}`) }),
      ...(hasBoth ? [say('link-both-answered'), say('link-both-change')] : []),
    ],
  }
  const { current } = world
  if (state.at === 'followUp' && current?.participation === 'finished')
    return move(state, [done, followUpReply(current)])
  if (state.at !== 'question' || !current) return move(atHome, [done, homeReply(world)])
  const turn = begin(world, state.consultation)
  return { ...turn, replies: [done, ...turn.replies] }
}

const words: Record<Exclude<Redeemed['is'], 'class' | 'linked'>, string> = {
  wrong: 'code-wrong',
  'too-many': 'code-too-many',
  staff: 'code-staff',
  contact: 'code-contact',
  'link-self': 'link-self',
  'link-too-young': 'link-too-young',
}

function argsOf(code: Redeemed): Args {
  if (code.is === 'staff') return { role: say(`role-${code.role}`) }
  return code.is === 'contact' ? { entity: code.entity } : {}
}
