/** The configuration: every mistake at once, no secret in any of them, and an example that says all there is. */
import { readFileSync } from 'node:fs'
import { parse } from 'dotenv'
import { describe, expect, test } from 'vitest'
import { configNames, isProduction, readConfig, terminalOf } from '../../src/runtime/config.ts'

const key = Buffer.alloc(32, 7).toString('base64')
const right = {
  DATABASE_URL: 'postgresql://hejnal:pass@db.example.org/hejnal',
  QUEUE_URL: 'rediss://queue.example.org:6379',
  CONTACT_KEY: key,
  TELEGRAM_BOT_TOKEN: '123456:ABC-def_ghi',
  TELEGRAM_WEBHOOK_URL: 'https://czat.example.org/telegram/webhook',
  TELEGRAM_WEBHOOK_SECRET: 'sixteen-letters_or-more',
  TELEGRAM_MESSAGES_PER_SECOND: '1000',
  DISCORD_API_ROOT: 'http://127.0.0.1:9000/api',
  WEB_PORT: '0',
  CHANNEL_MIN_AGE: 'telegram=16, web=10',
}
/** For each setting that can be wrong, a wrong value that nobody may read again. */
const wrong = {
  DATABASE_URL: 'mysql://root:s3cret-1@localhost/x',
  QUEUE_URL: 'amqp://user:s3cret-2@localhost',
  CONTACT_KEY: 's3cret-3',
  CONTACT_KEY_OLD: 's3cret-18',
  SAFEGUARDING_KEY: 's3cret-17',
  TELEGRAM_BOT_TOKEN: 's3cret-4',
  TELEGRAM_API_ROOT: 'ftp://s3cret-5',
  TELEGRAM_WEBHOOK_URL: 's3cret-6',
  TELEGRAM_WEBHOOK_SECRET: 's3cret 7',
  TELEGRAM_MESSAGES_PER_SECOND: '0',
  DISCORD_BOT_TOKEN: 's3cret-8',
  DISCORD_API_ROOT: 's3cret-9',
  WEB_PORT: 's3cret-10',
  PUBLIC_URL: 's3cret-11',
  TIME_ZONE: 's3cret-12',
  LOG_LEVEL: 's3cret-13',
  CHANNEL_MIN_AGE: 'fax=s3cret-14',
  EXIT_URL: 's3cret-15',
  HOLIDAYS: 's3cret-16',
  SECRET_DAYS: 's3cret-20',
  INACTIVE_DAYS: 's3cret-19',
}
const freeText = ['WEB_HOST', 'TOMBSTONE_FILE']

function complaintAbout(environment: Record<string, string>): string {
  try {
    readConfig(environment)
  } catch (error) {
    return (error as Error).message
  }
  return expect.unreachable('it was accepted')
}

describe('what is right', () => {
  test('is read with its type', () => {
    expect(readConfig(right)).toMatchObject({
      ...right,
      TELEGRAM_MESSAGES_PER_SECOND: 1_000,
      WEB_PORT: 0,
      CHANNEL_MIN_AGE: { telegram: 16, web: 10 },
    })
  })

  test('an empty environment, and one of empty lines, means the defaults', () => {
    const defaults = readConfig({})
    expect(defaults).toMatchObject({
      WEB_HOST: '127.0.0.1',
      WEB_PORT: 3000,
      TIME_ZONE: 'Europe/Warsaw',
      LOG_LEVEL: 'info',
    })
    expect(defaults.CHANNEL_MIN_AGE).toEqual({ telegram: 18, discord: 16, web: 10 })
    expect(readConfig(Object.fromEntries(configNames.map((name) => [name, ''])))).toEqual(defaults)
  })
})

describe('what is wrong', () => {
  test('is all told at once, each with its name and its cure, and no value is told', () => {
    const complaint = complaintAbout(wrong)
    for (const name of Object.keys(wrong)) expect(complaint).toMatch(new RegExp(`^  ${name}: \\S.+`, 'm'))
    expect(complaint.match(/^  \w+:/gm)).toHaveLength(Object.keys(wrong).length)
    expect(complaint).not.toContain('s3cret')
    expect(complaint).toContain('.env.example')
  })

  test('has a case here for every setting there is', () => {
    expect([...Object.keys(wrong), ...freeText].toSorted()).toEqual([...configNames].toSorted())
  })

  test.each([
    [
      'one key for two things',
      { CONTACT_KEY: key, SAFEGUARDING_KEY: key },
      'SAFEGUARDING_KEY: use another key',
    ],
    ['a key of 31 bytes', { CONTACT_KEY: Buffer.alloc(31).toString('base64') }, 'openssl rand -base64 32'],
    [
      'a webhook without a secret',
      { TELEGRAM_WEBHOOK_URL: right.TELEGRAM_WEBHOOK_URL },
      'TELEGRAM_WEBHOOK_SECRET: a webhook needs a secret',
    ],
    ['a port beyond the last one', { WEB_PORT: '65536' }, 'WEB_PORT'],
    ['half a port', { WEB_PORT: '80.5' }, 'WEB_PORT'],
    ['an age without its channel', { CHANNEL_MIN_AGE: '18' }, 'channel=age'],
    ['an age in words', { CHANNEL_MIN_AGE: 'web=ten' }, 'channel=age'],
  ])('%s is refused', (_, environment, words) => {
    expect(complaintAbout(environment)).toContain(words)
  })
})

describe('the example', () => {
  const text = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')

  test('has a line for every setting, and no other', () => {
    expect(Object.keys(parse(text)).toSorted()).toEqual([...configNames].toSorted())
  })

  test('means what an empty one means: it only shows the defaults', () => {
    expect(readConfig(parse(text))).toEqual(readConfig({}))
  })

  test('explains each setting above it', () => {
    const paragraphs = text.split('\n\n').slice(1)
    for (const paragraph of paragraphs)
      expect(paragraph).toMatch(/^# \S[^\n]+\n(#[^\n]+\n)*([A-Z_]+=[^\n]*\n?)+$/)
    expect(paragraphs.join('\n')).toContain(`${configNames[0]}=`)
  })
})

test('the language of a terminal is what it was told, else what its system speaks', () => {
  expect(terminalOf({ HEJNAL_LANG: 'uk', LANG: 'pl_PL.UTF-8' }).language).toBe('uk')
  expect(terminalOf({ LC_ALL: 'pl_PL.UTF-8', LANG: 'C' }).language).toBe('pl_PL.UTF-8')
  expect(terminalOf({}).language).toBeUndefined()
})

test('only NODE_ENV=production is production', () => {
  expect([
    isProduction({ NODE_ENV: 'production' }),
    isProduction({ NODE_ENV: 'test' }),
    isProduction({}),
  ]).toEqual([true, false, false])
})
