/** Brings a database to the schema of this checkout, leaving the same records as `prisma migrate deploy`. */
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MigrationDirectory, MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg'
import { Problem } from '../domain/problem.ts'
import { withEngine } from './engine.ts'

const ground = fileURLToPath(new URL('../../prisma', import.meta.url))
/** The number Prisma's own tools lock while they migrate, so that they and we wait for each other. */
const migrationLock = 72_707_369
/** Written in the migration's own transaction: a row without it has changed nothing, whatever moment the process died at. */
const markFinished =
  'update _prisma_migrations set finished_at = now() where finished_at is null and rolled_back_at is null'
const everything = { externalTables: [], externalEnums: [] }

export interface MigrateOptions {
  /** Where the migrations lie; `prisma/migrations` of this checkout unless told. */
  readonly directory?: string
  /** Called with the name of each migration as it is applied. */
  readonly onStep?: (migration: string) => void
}

/**
 * Applies what has not been applied yet and returns the names. Any number of processes may call this at once: one works, the others wait.
 * A process killed on the way leaves nothing half-done, and the next call goes on.
 * @throws {Problem} `migration-failed` with the database's own words; that migration then has changed nothing.
 */
export async function migrate(
  url: string,
  { directory, onStep }: MigrateOptions = {},
): Promise<readonly string[]> {
  const migrationsList = await readMigrations(directory)
  const progress = { migration: '', onStep }
  return withEngine(
    url,
    { afterScript: markFinished, onMessage: (message) => follow(progress, message) },
    async (engine, session) => {
      await session.query('select pg_advisory_lock($1)', [migrationLock])
      const history = await engine.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: false,
        filters: everything,
      })
      for (const migrationName of history.failedMigrationNames)
        await engine.markMigrationRolledBack({ migrationName })
      const applied = await engine
        .applyMigrations({ migrationsList, filters: everything })
        .catch((error: unknown) => {
          throw new Problem('migration-failed', { migration: progress.migration, reason: reasonIn(error) })
        })
      return applied.appliedMigrationNames
    },
  )
}

/** The engine says in a first line that something failed, then what, then where in itself, from a line like `   0: …` on. */
function reasonIn(error: unknown): string {
  const [said = ''] = String(error instanceof Error ? error.message : error).split(/\n\s+\d+: /)
  return said.replace(/^external connector error\s+(Error querying the database: )?/, '').trim()
}

/** The SQL that leads from the migrations to `prisma/schema.prisma`; empty when they agree. `url` must be allowed to create a database. */
export async function diffMigration(
  url: string,
  { directory, schema }: { directory?: string; schema?: string } = {},
): Promise<string> {
  const file = schema ?? path.join(ground, 'schema.prisma')
  const from = { tag: 'migrations' as const, ...(await readMigrations(directory)) }
  const to = {
    tag: 'schemaDatamodel' as const,
    files: [{ path: file, content: await readFile(file, 'utf8') }],
  }
  const { exitCode, stdout } = await withEngine(url, {}, (engine) =>
    engine.diff({ from, to, script: true, exitCode: true, filters: everything }),
  )
  return exitCode === 0 ? '' : (stdout ?? '')
}

async function readMigrations(directory = path.join(ground, 'migrations')): Promise<MigrationList> {
  const entries = await readdir(directory, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const lockfile = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' }
  const migrationDirectories = await Promise.all(
    names.toSorted().map((name) => readMigration(directory, name)),
  )
  return { baseDir: directory, lockfile, shadowDbInitScript: '', migrationDirectories }
}

async function readMigration(directory: string, name: string): Promise<MigrationDirectory> {
  const file = 'migration.sql'
  const value = await readFile(path.join(directory, name, file), 'utf8')
  return { path: name, migrationFile: { path: file, content: { tag: 'ok', value } } }
}

function follow(
  progress: { migration: string; readonly onStep: MigrateOptions['onStep'] },
  message: string,
): void {
  const name = /^Applying `(.+)`$/.exec(message)?.[1]
  if (name === undefined) return
  progress.migration = name
  progress.onStep?.(name)
}
