/** The configuration, read once from the environment and handed on; every mistake is reported at once. */
import { config as readDotenv } from 'dotenv'
import { z } from 'zod'
import { channelNames } from '../domain/message.ts'
import { isHolidayPlace } from './calendar.ts'

const url = (protocols: RegExp, hint: string) => z.url({ protocol: protocols, error: hint })
const key = z.string().refine((value) => Buffer.from(value, 'base64').length === 32, {
  error: 'use 32 random bytes in base64, for example from: openssl rand -base64 32',
})
const blank = (value: unknown) => (value === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.optional())
const withDefault = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema)

const schema = z
  .object({
    DATABASE_URL: optional(url(/^postgres(ql)?$/, 'use postgresql://user:password@host:5432/hejnal')),
    QUEUE_URL: optional(
      url(/^(rediss?|postgres(ql)?)$/, 'use redis://host:6379, or leave it empty to queue in PostgreSQL'),
    ),
    CONTACT_KEY: optional(key),
    CONTACT_KEY_OLD: optional(key),
    SAFEGUARDING_KEY: optional(key),
    TOMBSTONE_FILE: optional(z.string()),
    TELEGRAM_BOT_TOKEN: optional(
      z.string().regex(/^\d+:[\w-]{3,}$/, 'copy the whole token that BotFather gave, like 123456:ABC…'),
    ),
    TELEGRAM_API_ROOT: withDefault(
      url(/^https?$/, 'use https://api.telegram.org').default('https://api.telegram.org'),
    ),
    TELEGRAM_WEBHOOK_URL: optional(
      url(/^https?$/, 'use the public https address of this service, or leave it empty to poll'),
    ),
    TELEGRAM_WEBHOOK_SECRET: optional(
      z.string().regex(/^[\w-]{16,256}$/, 'use 16 to 256 letters, digits, _ or -'),
    ),
    TELEGRAM_MESSAGES_PER_SECOND: withDefault(
      z.coerce
        .number({ error: 'use a number from 1 to 10000' })
        .int()
        .min(1, 'use a number from 1 to 10000')
        // Telegram sells 1,000; a Bot API server of one's own may let more pass
        .max(10_000, 'use a number from 1 to 10000')
        .default(30),
    ),
    DISCORD_BOT_TOKEN: optional(
      z.string().min(10, 'copy the whole token from the bot page of the developer portal'),
    ),
    DISCORD_API_ROOT: withDefault(
      url(/^https?$/, 'use https://discord.com/api').default('https://discord.com/api'),
    ),
    WEB_HOST: withDefault(z.string().default('127.0.0.1')),
    WEB_PORT: withDefault(
      z.coerce.number({ error: 'use a port number' }).int().min(0).max(65_535).default(3000),
    ),
    PUBLIC_URL: optional(url(/^https?$/, 'use the address people open, like https://czat.example.org')),
    TIME_ZONE: withDefault(
      z.string().refine(isTimeZone, 'use an IANA time zone such as Europe/Warsaw').default('Europe/Warsaw'),
    ),
    HOLIDAYS: withDefault(
      z
        .string()
        .refine(isHolidayPlace, 'use a country, and a state where holidays differ, like PL or DE-BY')
        .default('PL'),
    ),
    SECRET_DAYS: withDefault(
      z.coerce
        .number({ error: 'use a number of days from 1 to 90' })
        .int()
        .min(1, 'use a number of days from 1 to 90')
        // what people agree to says that the link is gone soon
        .max(90, 'use a number of days from 1 to 90')
        .default(14),
    ),
    INACTIVE_DAYS: withDefault(
      z.coerce
        .number({ error: 'use a number of days from 180 to 3650' })
        .int()
        .min(180, 'use a number of days from 180 to 3650')
        .max(3_650, 'use a number of days from 180 to 3650')
        .default(730),
    ),
    LOG_LEVEL: withDefault(
      z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    ),
    CHANNEL_MIN_AGE: withDefault(
      z
        .string()
        .default('telegram=18,discord=16,web=10')
        .transform((value, context) => minAges(value, context)),
    ),
    EXIT_URL: withDefault(
      url(/^https?$/, 'use a neutral page such as https://www.wikipedia.org').default(
        'https://www.wikipedia.org',
      ),
    ),
  })
  .superRefine((env, context) => {
    if (env.SAFEGUARDING_KEY && env.SAFEGUARDING_KEY === env.CONTACT_KEY)
      context.addIssue({
        code: 'custom',
        path: ['SAFEGUARDING_KEY'],
        message: 'use another key than CONTACT_KEY: whoever reaches people need not read what they disclose',
      })
    if (env.TELEGRAM_WEBHOOK_URL && !env.TELEGRAM_WEBHOOK_SECRET)
      context.addIssue({
        code: 'custom',
        path: ['TELEGRAM_WEBHOOK_SECRET'],
        message: 'a webhook needs a secret: 16 to 256 letters, digits, _ or -',
      })
  })

export type Config = Readonly<z.infer<typeof schema>>

/** Thrown with one line for every setting that is wrong; never holds a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Reads the environment and `.env`. @throws {ConfigError} naming everything that is wrong. */
export function readConfig(environment: NodeJS.ProcessEnv = environmentWithDotenv()): Config {
  const result = schema.safeParse(environment)
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new ConfigError(
    `The configuration is not complete:\n${lines.join('\n')}\nSet these in the environment or in .env (see .env.example).`,
  )
}

/** The names this program reads from the environment. */
export const configNames = Object.keys(schema.shape) as readonly (keyof Config)[]

/** Whether a terminal may be coloured, and which language its person reads. */
export function terminalOf(environment: NodeJS.ProcessEnv = process.env): { language: string | undefined } {
  return { language: environment['HEJNAL_LANG'] ?? environment['LC_ALL'] ?? environment['LANG'] }
}

/** Whether the environment says that real people are served here. */
export function isProduction(environment: NodeJS.ProcessEnv = process.env): boolean {
  return environment['NODE_ENV'] === 'production'
}

function environmentWithDotenv(): NodeJS.ProcessEnv {
  readDotenv({ quiet: true })
  return process.env
}

function isTimeZone(value: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }))
  } catch {
    return false
  }
}

function minAges(value: string, context: z.RefinementCtx): Record<string, number> {
  const pairs = value.split(',').map((pair) => pair.trim().split('='))
  const isWrong = pairs.some(
    ([name, age]) => !channelNames.some((one) => one === name) || !/^\d{1,2}$/.test(age ?? ''),
  )
  if (isWrong)
    context.addIssue({ code: 'custom', message: 'use channel=age pairs, like telegram=18,discord=16,web=10' })
  return Object.fromEntries(pairs.map(([name, age]) => [name, Number(age)]))
}
