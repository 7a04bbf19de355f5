/** What nobody means well with: texts, buttons and texts that look like commands. None of it is an answer to `everything`. */
import fc from 'fast-check'

/** Whatever may be written; digits alone, and numbers that could be answers, are left to those who mean them. */
export const hostileText: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 150 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
    { weight: 1, arbitrary: halves() },
    { weight: 3, arbitrary: fc.constantFrom(...classics()) },
    { weight: 2, arbitrary: huge() },
    { weight: 2, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
    { weight: 3, arbitrary: wouldBeCommand() },
  )
  .filter((text) => !/^[\s\d,;.)]*$/.test(text))

/** Ids of buttons that were never offered: garbage, and ids like ours with the parts of others. */
export function hostileButton(tag: string, otherTag: string): fc.Arbitrary<string> {
  const part = fc.oneof(
    fc.constantFrom(
      tag,
      otherTag,
      'ffffff',
      'one',
      'some',
      'words',
      'minutes',
      'pairs',
      'about.city_part',
      'q1',
      'left',
      'bread',
      '999',
      '-1',
      'zzz',
      '',
      '__proto__',
      'constructor',
      '%00',
      '\u0000',
      '\ud800',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
  const letter = fc.constantFrom(
    'a',
    's',
    'g',
    'y',
    'n',
    'f',
    'start',
    'change',
    'staff',
    'partner',
    'x',
    'lang',
    'delete',
    'news',
    'out',
    'draft',
    'an',
  )
  const alike = fc
    .tuple(letter, fc.array(part, { minLength: 1, maxLength: 3 }))
    .map(([first, rest]) => [first, ...rest].join(':'))
  const known = fc.constantFrom(
    ...staffButtons,
    'outcomes',
    'resume',
    'home',
    'privacy',
    'mydata',
    'help',
    'delete:no',
    'start:support-when-it-is-hard',
  )
  return fc.oneof(
    { weight: 3, arbitrary: alike },
    { weight: 1, arbitrary: known },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  )
}

const staffButtons = [
  'staff:consultations',
  'staff:close-yes:safe-way-to-school',
  'staff:open:every-kind',
  'staff:show:',
  'partner:deadlines',
  'partner:plan',
  'partner:zzz',
  'an:list',
  'an:new:constructor',
  'an:constructor',
  'an:show:1',
  'an:approve:1:abcdef012345',
  'an:cancel-yes:999999999999999999999',
  'draft:who:constructor',
  'draft:who:c:constructor',
  'draft:until:constructor',
  'draft:tick:constructor',
  'draft:change:pl',
  'news:age:constructor',
  'news:keep',
]

function halves(): fc.Arbitrary<string> {
  const half = fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code))
  return fc
    .array(fc.oneof(half, fc.constantFrom('a', 'ż', ' ', '🚲')), { minLength: 1, maxLength: 30 })
    .map((parts) => parts.join(''))
}

function huge(): fc.Arbitrary<string> {
  const pieces = [
    'a',
    'ż',
    '🚲',
    '\u202e',
    '\u0000',
    '<b>',
    '1 ',
    '1,',
    '(',
    '/',
    '\n',
    '\\',
    'a\u0301',
    '`',
    '[x](',
    '👩‍👩‍👧‍👦',
    ' ',
    '\u200b',
  ]
  return fc
    .tuple(fc.constantFrom(...pieces), fc.constantFrom(40, 101, 1_999, 4_096, 20_000))
    .map(([piece, length]) => `!${piece.repeat(Math.ceil(length / piece.length)).slice(0, length)}!`)
}

function wouldBeCommand(): fc.Arbitrary<string> {
  const name = fc.constantFrom(
    'start',
    'code',
    'post',
    'help',
    'privacy',
    'mydata',
    'deadlines',
    'plan',
    'delete',
    'unknown',
    'start@hejnal_bot',
    'help@other_bot',
    'pomoc',
    'код',
    'КОД',
    '',
  )
  const argument = fc.oneof(
    fc.constantFrom(
      '',
      'c-',
      'c-nowhere',
      "c-'; drop table person; --",
      'c-\u0000',
      'c-\ud83d',
      'c-../../etc/passwd',
      'c-__proto__',
      'i-',
      'k-',
      'i-0000-0000-0000',
      'k-ABCD-EFGH',
      "' or '1'='1",
      'nowhere',
      '{"is":"staff","role":"administrator"}',
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
  )
  return fc.tuple(name, argument).map(([command, word]) => `/${command} ${word}`)
}

function classics(): readonly string[] {
  return [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<b><i>not closed',
    '&lt;&amp;&#0;',
    '*_~`[x](http://example.org)||>',
    '@everyone <@123> <#1> <:a:1>',
    "'; DROP TABLE answer; --",
    '1; update staff set role = $1',
    '" or ""="',
    '${7*7} {{7*7}} #{7*7} { $day }',
    '%s%n%d %00 %0d%0a',
    '../../etc/passwd',
    '{"choice":"y:000000"}',
    '{"$ne":null}',
    '[object Object]',
    'undefined',
    'null',
    'NaN',
    '-1',
    '999999999999999999999',
    '1e309',
    '0x1F',
    '٣',
    '²',
    '½',
    '-0.5',
    '4.7 + 3',
    '\u0000',
    '\u0000\u0001\u0007\u001b[31mred\u001b[0m',
    '\u202eright to left\u202c',
    '\u200f\u200e\u2066\u2069',
    '\ufeff',
    '\u200b',
    '\ufffd',
    '\u2028\u2029',
    '',
    ' ',
    '\n\n\n',
    '\t',
    '🚲',
    '👩‍👩‍👧‍👦🏳️‍🌈',
    'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞',
    'ﷺ',
    '/',
    '//',
    '/ start',
    '/\u0000',
    '\\',
    'c:help',
    'a:',
    ':::::',
  ]
}
