/** The migrations of this checkout, and the way they are applied. */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { diffMigration, migrate } from '../../src/store/migrate.ts'
import { emptyDatabase, freshDatabase } from '../support/database.ts'

const first = 'create table "thing" ("id" text not null, constraint "thing_pkey" primary key ("id"));'
const second = 'alter table "thing" add column "name" text;'

let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'hejnal-migrations-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

test('the migrations lead exactly to prisma/schema.prisma', async () => {
  const { url } = await freshDatabase()
  expect(await diffMigration(url)).toBe('')
})

test('where they do not, the difference is the next migration', async () => {
  const { url } = await emptyDatabase()
  const schema = path.join(directory, 'thing.prisma')
  await writeFile(
    schema,
    'datasource db {\n  provider = "postgresql"\n}\nmodel thing {\n  id String @id\n  name String?\n}\n',
  )
  const migrations = await folder({ '1_first': first })
  const sql = await diffMigration(url, { directory: migrations, schema })
  expect(sql).toContain('ALTER TABLE "thing" ADD COLUMN     "name" TEXT')
  await write(migrations, { '2_second': sql })
  expect(await diffMigration(url, { directory: migrations, schema })).toBe('')
  expect(await ask(url, `select datname from pg_database where datname like 'shadow%'`)).toEqual([])
})

test('of several processes at once, one applies and the others find it done', async () => {
  const { url } = await emptyDatabase()
  const migrations = await folder({ '1_first': first, '2_second': second })
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(url, { directory: migrations })))
  expect(applied.flat()).toEqual(['1_first', '2_second'])
  expect(await migrate(url, { directory: migrations })).toEqual([])
})

test('it tells each migration as it comes', async () => {
  const { url } = await emptyDatabase()
  const steps: string[] = []
  await migrate(url, {
    directory: await folder({ '1_first': first, '2_second': second }),
    onStep: (name) => steps.push(name),
  })
  expect(steps).toEqual(['1_first', '2_second'])
})

test('the records are those of Prisma itself', async () => {
  const { url } = await emptyDatabase()
  await migrate(url, { directory: await folder({ '1_first': first }) })
  const checksum = createHash('sha256').update(first).digest('hex')
  const kept =
    'select migration_name, checksum, finished_at is not null as finished, rolled_back_at, applied_steps_count, logs from _prisma_migrations'
  expect(await ask(url, kept)).toEqual([
    {
      migration_name: '1_first',
      checksum,
      finished: true,
      rolled_back_at: null,
      applied_steps_count: 1,
      logs: null,
    },
  ])
})

test('a script is run whole, whatever its semicolons stand in', async () => {
  const { url } = await emptyDatabase()
  const script = `-- one; two\n${first}\ninsert into thing values ('a;b');\ncreate function f() returns int language plpgsql as $$ begin perform 1; return 2; end $$;\n-- the end`
  await migrate(url, { directory: await folder({ '1_first': script }) })
  expect(await ask(url, 'select id, f() from thing')).toEqual([{ id: 'a;b', f: 2 }])
})

test('a migration that fails says why and has changed nothing; once mended, it is applied', async () => {
  const { url } = await emptyDatabase()
  const migrations = await folder({ '1_first': `${first}\nselect nonsense;` })
  await expect(migrate(url, { directory: migrations })).rejects.toMatchObject({
    code: 'migration-failed',
    args: { migration: '1_first', reason: 'ERROR: column "nonsense" does not exist' },
  })
  expect(await ask(url, `select to_regclass('thing') as thing`)).toEqual([{ thing: null }])
  await write(migrations, { '1_first': first })
  expect(await migrate(url, { directory: migrations })).toEqual(['1_first'])
})

test('a migration that a kill cut off is applied by the next start', async () => {
  const { url } = await emptyDatabase()
  const migrations = await folder({ '1_first': first })
  await migrate(url, { directory: migrations })
  await ask(
    url,
    'drop table thing; update _prisma_migrations set finished_at = null, applied_steps_count = 0',
  )
  expect(await migrate(url, { directory: migrations })).toEqual(['1_first'])
  expect(await ask(url, `select to_regclass('thing')::text as thing`)).toEqual([{ thing: 'thing' }])
})

test('a migration is marked as finished in the transaction of its effect', async () => {
  const { url } = await emptyDatabase()
  const watch = `create table finish (name text, tx bigint);
    create function note_finish() returns trigger language plpgsql as $$ begin insert into finish values (new.migration_name, txid_current()); return new; end $$;
    create trigger note after update on _prisma_migrations for each row when (old.finished_at is null and new.finished_at is not null) execute function note_finish();`
  const effect = 'create table effect as select txid_current() as tx;'
  await migrate(url, { directory: await folder({ '1_watch': watch, '2_effect': effect }) })
  expect(
    await ask(url, `select finish.tx = effect.tx as together from finish, effect where name = '2_effect'`),
  ).toEqual([{ together: true }])
})

async function folder(scripts: Record<string, string>): Promise<string> {
  const migrations = await mkdtemp(path.join(directory, 'case-'))
  await write(migrations, scripts)
  return migrations
}

async function write(migrations: string, scripts: Record<string, string>): Promise<void> {
  for (const [name, sql] of Object.entries(scripts)) {
    await mkdir(path.join(migrations, name), { recursive: true })
    await writeFile(path.join(migrations, name, 'migration.sql'), sql)
  }
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
