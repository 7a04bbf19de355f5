/** Holds the layers, and who may know which library; the table itself is in support/architecture.ts. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { locales } from '../src/domain/phrase.ts'
import { loadText } from '../src/runtime/text.ts'
import {
  checkout,
  importsOf,
  nameViolation,
  owners,
  read,
  violations,
  withoutComments,
} from './support/architecture.ts'

describe('the layers', () => {
  const files = read('src', 'jobs')

  test('hold: nothing imports what stands to its right, and libraries are known where they belong', () => {
    expect(files.size).toBeGreaterThan(100)
    expect(violations(files)).toEqual([])
  })

  test('are read from the import statements, all of them', () => {
    const imports = new Map([...files].map(([file, text]) => [file, importsOf(withoutComments(text))]))
    expect(imports.get('src/main.ts')).toContain('./roles.ts')
    expect(imports.get('src/store/store.ts')).toEqual(
      expect.arrayContaining(['@prisma/adapter-pg', '../runtime/crypto.ts']),
    )
    const unread = [...imports].filter(
      ([file, { length }]) => length === 0 && /^import\b/m.test(files.get(file)!),
    )
    expect(unread).toEqual([])
  })

  test('a library in the table is used by every place it names', () => {
    const used = [...files].flatMap(([file, text]) =>
      importsOf(withoutComments(text)).map((library) => `${file} ${library}`),
    )
    const idle = Object.entries(owners).flatMap(([library, places]) =>
      places
        .filter(
          (place) => !used.some((one) => one.startsWith(place) && one.split(' ')[1]?.startsWith(library)),
        )
        .map((place) => `${place} ${library}`),
    )
    expect(idle).toEqual([])
  })

  const planted: readonly [file: string, code: string, complaint: string][] = [
    [
      'src/domain/consultation.ts',
      "import { dayOf } from '../runtime/clock.ts'",
      'imports src/runtime/clock.ts',
    ],
    [
      'src/domain/question.ts',
      "import type {\n  Context,\n} from '../app/context.ts'",
      'imports src/app/context.ts',
    ],
    ['src/domain/question.ts', "import { randomUUID } from 'node:crypto'", 'is not pure'],
    ['src/domain/question.ts', 'const luck = Math.random()', 'is not pure'],
    ['src/domain/question.ts', "import { z } from 'zod'", 'imports zod'],
    [
      'src/store/inbox.ts',
      "import type { Inbox } from '../channels/channel.ts'",
      'imports src/channels/channel.ts',
    ],
    ['src/channels/web.ts', "export { openStore } from '../store/store.ts'", 'imports src/store/store.ts'],
    [
      'src/app/world.ts',
      "const prisma = await import('../store/prisma/client.ts')",
      'imports src/store/prisma/client.ts',
    ],
    ['src/app/world.ts', "import { PrismaPg } from '@prisma/adapter-pg'", 'imports @prisma/adapter-pg'],
    ['src/app/world.ts', "import { erase } from '../../jobs/erase.ts'", 'imports jobs/erase.ts'],
    ['src/app/world.ts', "import { openGround } from '../ground.ts'", 'imports src/ground.ts'],
    ['src/cli/staff.ts', "import { openGround } from '../ground.ts'", 'imports src/ground.ts'],
    ['src/web/chat.ts', "import { startWorker } from '../../jobs/worker.ts'", 'imports jobs/worker.ts'],
    ['src/web/chat.ts', "import { Api } from 'grammy'", 'imports grammy'],
    ['src/app/menu.ts', "import { Routes } from 'discord.js'", 'imports discord.js'],
    ['jobs/erase.ts', "import { Queue } from 'bullmq'", 'imports bullmq'],
    ['jobs/erase.ts', "import { schedule } from 'node-cron'", 'imports node-cron'],
    ['jobs/erase.ts', "import 'ioredis'", 'imports ioredis'],
    ['src/app/overview.ts', "import { html } from 'hono/html'", 'imports hono/html'],
    ['src/app/overview.ts', "import left from 'left-pad'", 'imports left-pad'],
    ['src/web/try.ts', "const port = process.env['WEB_PORT']", 'reads process.env'],
    ['src/web/try.ts', "import { env } from 'node:process'", 'reads process.env'],
    ['jobs/erase.ts', 'const now = Date.now()', 'reads the clock'],
    ['src/runtime/log.ts', 'const now = new Date()', 'reads the clock'],
    ['src/web/try.ts', 'process.exit(1)', 'ends the process'],
    ['src/app/plans.ts', "console.log('here')", 'writes to the console'],
    ['src/app/utils.ts', '', 'has a name that says nothing'],
    ['src/app/date-helpers.ts', '', 'has a name that says nothing'],
    ['src/common/dates.ts', '', 'has a name that says nothing'],
    ['src/service.ts', '', 'has a name that says nothing'],
    ['src/extra.ts', '', 'lies beside the composition root'],
  ]
  test.each(planted)('are not held by %s with: %s', (file, code, complaint) => {
    expect(violations(new Map([[file, code]]))).toContain(`${file} ${complaint}`)
  })

  const harmless: readonly [file: string, code: string][] = [
    [
      'src/domain/question.ts',
      "/** Not `import { z } from 'zod'`. */\n// nor process.env, nor new Date()\nconst day = new Date(0)",
    ],
    ['src/store/store.ts', "import { Prisma } from './prisma/client.ts'\nimport pg from 'pg'"],
    ['src/cli/main.ts', "import { openGround } from '../ground.ts'\nprocess.exit(0)"],
    ['jobs/worker.ts', "import { Worker } from 'bullmq'\nimport { erase } from './erase.ts'"],
    ['src/main.ts', "import { startWorker } from '../jobs/worker.ts'\nimport { runTrial } from './trial.ts'"],
    ['src/app/overview.ts', "const link = 'https://example.org' // import { html } from 'hono/html'"],
  ]
  test.each(harmless)('hold in %s with: %s', (file, code) => {
    expect(violations(new Map([[file, code]]))).toEqual([])
  })
})

test('no file anywhere has a name that says nothing', () => {
  expect([...read('test', 'bench', 'scripts').keys()].flatMap(nameViolation)).toEqual([])
})

describe('the sentences', () => {
  const names = readdirSync(path.join(checkout, 'locales'))
  const areas = [...new Set(names.map((name) => name.replace(/(^|\.)\w+\.ftl$/, '')))]

  test.each(areas)('of the area "%s" exist in every language', (area) => {
    expect(names).toEqual(
      expect.arrayContaining(locales.map((locale) => (area ? `${area}.${locale}.ftl` : `${locale}.ftl`))),
    )
  })

  test('are the same ones in every language', () => {
    const text = loadText()
    const [polish, ...others] = locales.map((locale) => text.keys(locale).toSorted())
    expect(polish!.length).toBeGreaterThan(100)
    for (const keys of others) expect(keys).toEqual(polish)
  })

  test('every file of the folder belongs to a language', () => {
    expect(
      names.filter((name) => !locales.some((locale) => new RegExp(`(^|\\.)${locale}\\.ftl$`).test(name))),
    ).toEqual([])
  })
})
