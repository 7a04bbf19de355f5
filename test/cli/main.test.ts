import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createKeyring } from '../../src/runtime/crypto.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { runHejnal, type Ended } from '../support/hejnal.ts'
import { freshDatabase } from '../support/database.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sample = path.join(root, 'prisma/seed/consultations.yaml')
const planted = path.join(root, 'test/app/planted.yaml')
const key = randomBytes(32).toString('base64')
const safe = 'safe-way-to-school'

let url: string
let store: Store
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hejnal-cli-'))
  url = (await freshDatabase()).url
  store = openStore(url, createKeyring(key))
})
afterAll(async () => {
  await store?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** In the folder of this test, with its database. */
function hejnal(words: string, more: Record<string, string> = {}): Promise<Ended> {
  return runHejnal(words, { HOME: folder, DATABASE_URL: url, CONTACT_KEY: key, ...more })
}

/** What was said by a command that has to succeed. */
async function said(words: string): Promise<string> {
  const { code, out, err } = await hejnal(words)
  expect([words, code, err]).toEqual([words, 0, ''])
  return out
}

describe('a consultation, from its file to its end', () => {
  test('a trial run writes nothing', async () => {
    const out = await said(`consultation import ${sample} --dry-run`)
    expect(out).toContain(`✓ ${safe}: new, as a draft`)
    expect(out).toContain('nothing was written')
    expect(await store.db.consultation.count()).toBe(0)
  })

  test('the import brings it in, and says what is still missing', async () => {
    const out = await said(`consultation import ${sample}`)
    expect(out.match(/new, as a draft/g)).toHaveLength(3)
    expect(out).toContain('The plan has no entity "zdt" to decide.')
    expect(await store.db.audit.count({ where: { actor: 'cli', act: 'consultation.import' } })).toBe(3)
  })

  test('the list shows all of them, for people and for programs', async () => {
    expect(await said('consultation list')).toMatch(
      /safe-way-to-school +A safe way to school +draft +1 +2026-05-04 +2026-05-29/,
    )
    expect(
      (JSON.parse(await said('--json consultation list')) as { id: string }[]).map(({ id }) => id),
    ).toContain(safe)
  })

  test('opening is refused with everything that is missing, exit code 1 and no stack', async () => {
    const { code, out, err } = await hejnal(`consultation open ${safe}`)
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(
      /^✗ "A safe way to school" cannot be opened yet\. What is missing:\n {2}• The plan has no entity "zdt".*\n {2}• Its last day is over/,
    )
    expect(err).not.toMatch(/\n\s+at /)
  })

  test(
    'it opens, gives a class code, shows itself without numbers, closes, and is closed',
    { timeout: 120_000 },
    async () => {
      await store.db.entity.create({
        data: { id: 'zdt', kind: 'city_unit', short: 'ZDT', names: {}, roles: [] },
      })
      const next = path.join(folder, 'next.yaml')
      writeFileSync(
        next,
        readFileSync(sample, 'utf8')
          .replace(
            'window: {from: 2026-05-04, to: 2026-05-29}\n    feedback_due: 2026-07-28',
            'window: {from: 2026-05-04, to: 2090-05-29}',
          )
          .replace(/decision_owner: (ws|wpsz)/g, 'decision_owner: zdt'),
      )
      expect(await said(`consultation import ${next}`)).toContain(`✓ ${safe}: new version 2`)
      expect(await said(`consultation open ${safe}`)).toBe(`Opened: ${safe}\n`)
      expect(await said(`consultation class-code ${safe} --seats 28`)).toMatch(
        /^[2-9A-Z]{4}-[2-9A-Z]{4}\nA code for 28 people, working until: /,
      )
      expect(await said(`consultation show ${safe} --lang pl`)).toContain('Liczby pokażemy po zamknięciu')
      expect(await said(`consultation close ${safe}`)).toContain(`results ${safe}`)
      expect(await said(`consultation close ${safe}`)).toContain('closed already')
      expect(await said(`consultation show ${safe} --json`)).toContain('"status": "closed"')
    },
  )
})

describe('a file with mistakes', () => {
  test('is shown like a compiler shows it, with a count at the end', async () => {
    const { code, out, err } = await hejnal(`consultation import ${planted}`)
    expect(code).toBe(1)
    expect(out).toBe('Nothing was imported. Correct the errors and try again.\n')
    const lines = err.trim().split('\n')
    expect(lines[0]).toBe(`${planted}:2:1  error  schema_version  "2" does not fit here. Use one of: 1.`)
    expect(lines).toContain(
      `${planted}:32:5  warning  consultations[0].chanels  The field "chanels" is unknown and was left out. Did you mean "channels"?`,
    )
    expect(lines.at(-1)).toMatch(/^\d+ errors, \d+ warnings$/)
    expect(lines.length).toBeGreaterThan(50)
  })

  test('is reported to programs as JSON', async () => {
    const { code, out } = await hejnal(`consultation import ${planted} --json`)
    const { isImported, findings } = JSON.parse(out) as { isImported: boolean; findings: object[] }
    expect([code, isImported]).toEqual([1, false])
    expect(findings[0]).toEqual({
      file: planted,
      line: 2,
      column: 1,
      level: 'error',
      path: 'schema_version',
      message: '"2" does not fit here. Use one of: 1.',
    })
  })

  test('that cannot be read at all is named', async () => {
    const { code, err } = await hejnal(`consultation import ${folder}/nowhere.yaml --lang uk`)
    expect(code).toBe(1)
    expect(err).toMatch(/^✗ Файл .*nowhere\.yaml не вдається прочитати \(ENOENT\)/)
  })
})

describe('words that the command line does not know', () => {
  test.each([
    ['consultation shw', 'There is no command "shw".\nDid you mean show?'],
    ['consultation list --jsn', 'There is no option --jsn.\nDid you mean --json?'],
    ['consultation show', 'The argument <id> is missing.'],
    ['--lang de consultation list', 'This value does not fit the option --lang <language>.'],
    ['--lang=pl consultation list extra', 'Tu jest za dużo słów.'],
  ])('%s is misuse, exit code 2', async (words, sentence) => {
    const { code, out, err } = await hejnal(words)
    expect([code, out]).toEqual([2, ''])
    expect(err.startsWith(sentence), err).toBe(true)
  })

  test('help is in the reader’s language, with examples, and is no failure', async () => {
    const { code, out } = await hejnal('consultation import --help', { LANG: 'pl_PL.UTF-8' })
    expect(code).toBe(0)
    expect(out).toContain('Użycie: hejnal consultation import')
    expect(out).toContain('Przykłady:\n  npm run hejnal -- consultation import consultations.yaml')
  })
})

describe('when the ground is missing', () => {
  test.each([
    [
      { DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:1/hejnal' },
      '✗ The database does not answer. Check DATABASE_URL',
    ],
    [{ DATABASE_URL: 'mysql://x' }, 'The configuration is not complete:\n  DATABASE_URL: '],
  ])('%j is said in a sentence, without secrets or a stack', async (env, sentence) => {
    const { code, err } = await hejnal('consultation list', env)
    expect(code).toBe(1)
    expect(err.startsWith(sentence), err).toBe(true)
    expect(err).not.toMatch(/secret|\n\s+at /)
  })
})
