/** Commands: what counts as one, and what is said to one that nobody knows. */
import { expect, test } from 'vitest'
import { commandIn, isCommandLike } from '../../src/domain/dialogues/command.ts'
import type { Incoming } from '../../src/domain/message.ts'
import { locales } from '../../src/domain/phrase.ts'
import { loadText } from '../../src/runtime/text.ts'

const typed = (text: string): Incoming => ({
  id: '1',
  from: { channel: 'web', value: 'a' },
  at: new Date(0),
  text,
})

test.each(['/help', ' /HELP ', '/hlep', '/usuń', '/дапамога', '/help@hejnal_bot', '/code ABCD-EFGH'])(
  '%s looks like a command',
  (text) => expect(isCommandLike(typed(text))).toBe(true),
)

test.each(['/', '/ nie wiem', '/2', '//', '/home/work', '/12-14', 'a /help', 'pomoc', ''])(
  '"%s" does not',
  (text) => expect(isCommandLike(typed(text))).toBe(false),
)

test.each(locales)('every command that is offered instead of an unknown one works (%s)', (locale) => {
  const offered = loadText()
    .say(locale, 'command-unknown')
    .match(/\/[\p{L}_]+/gu)
  expect(offered?.map((text) => commandIn(typed(text))?.name).toSorted()).toEqual([
    'delete',
    'help',
    'language',
    'mydata',
    'privacy',
    'start',
    'stop',
  ])
})
