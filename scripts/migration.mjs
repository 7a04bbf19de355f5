/** `npm run migration -- NAME`: writes the SQL that leads from the migrations so far to prisma/schema.prisma, as a new migration. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { startLocal } from '../src/store/local.ts'
import { diffMigration } from '../src/store/migrate.ts'

const directory = fileURLToPath(new URL('../prisma/migrations', import.meta.url))
const name = process.argv
  .slice(2)
  .join('_')
  .toLowerCase()
  .replaceAll(/[^a-z0-9]+/g, '_')

if (!name || name === '_') {
  console.error('Say what the migration does: npm run migration -- add_entity_phone')
  process.exit(1)
}
await mkdir(directory, { recursive: true })
const sql = await withScratchDatabase((url) => diffMigration(url))
if (sql === '') console.log('The migrations already lead to prisma/schema.prisma; nothing to write.')
else
  console.log(
    `Written: ${path.relative(process.cwd(), await write(sql))}\nRead it before you commit it: a renamed column looks like a dropped one.`,
  )

async function withScratchDatabase(work) {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'hejnal-migration-'))
  const database = await startLocal({ directory: path.join(scratch, 'postgres'), isDurable: false })
  try {
    return await work(database.url)
  } finally {
    await database.stop()
    await rm(scratch, { recursive: true, force: true })
  }
}

async function write(text) {
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const file = path.join(directory, `${stamp}_${name}`, 'migration.sql')
  await mkdir(path.dirname(file))
  await writeFile(file, text)
  await writeFile(path.join(directory, 'migration_lock.toml'), 'provider = "postgresql"\n')
  return file
}
