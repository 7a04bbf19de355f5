/** The plan at the command line: what an import says, what an export writes, and what has changed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCli } from '../../src/cli/cli.ts'
import { addPlan } from '../../src/cli/plan.ts'
import type { Locale } from '../../src/domain/phrase.ts'
import { loadText } from '../../src/runtime/text.ts'
import { recordChanges } from '../../src/store/plan-changes.ts'
import { buildCity, type City } from '../support/city.ts'

let city: City
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hejnal-plan-'))
  city = await buildCity({ isSeeded: false, now: '2026-11-22T10:00:00Z' })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => path.join(folder, name)

interface Ended {
  readonly out: string
  readonly err: string
  readonly hasFailed: boolean
}

async function run(words: readonly string[], locale: Locale = 'en', isJson = false): Promise<Ended> {
  let [out, err, hasFailed] = ['', '', false]
  const cli = createCli({
    account: 'anna',
    locale,
    text: loadText(),
    isJson: () => isJson,
    openContext: () => Promise.resolve(city.context),
    out: (text) => (out += text),
    err: (text) => (err += text),
    fail: () => (hasFailed = true),
  })
  const program = new Command('hejnal').exitOverride()
  addPlan(program, cli)
  await program.parseAsync(['plan', ...words], { from: 'user' })
  return { out: plain(out), err: plain(err), hasFailed }
}

/** Without colours. */
function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/\u001B\[\d+m/g, '')
}

test('a plan comes in with a count of what is new, and again changes nothing', async () => {
  const first = await run(['import', 'prisma/seed/plan.yaml'])
  expect(first.out).toContain('+ measures: 25')
  expect(first.out).toMatch(/Imported: plan-2026-2027\n$/)
  expect((await run(['import', 'prisma/seed/plan.yaml'])).out).toBe('Nothing changes.\n')
})

describe('an export', () => {
  test.each(['yaml', 'xlsx'])('as %s is an import that changes nothing', async (ending) => {
    expect((await run(['export', at(`plan.${ending}`)])).out).toContain('plan-2026-2027')
    expect((await run(['import', at(`plan.${ending}`)])).out).toBe('Nothing changes.\n')
  })

  test('into anything else, or of a plan that is not there, is refused', async () => {
    await expect(run(['export', at('plan.pdf')])).rejects.toMatchObject({ code: 'plan-file-kind' })
    await expect(run(['export', at('p.yaml'), '--plan', 'no'])).rejects.toMatchObject({
      code: 'plan-unknown',
    })
  })
})

test('a trial shows every field that would change, from what to what, and a program gets the same', async () => {
  await run(['export', at('edit.yaml')])
  const source = readFileSync(at('edit.yaml'), 'utf8')
  writeFileSync(
    at('edit.yaml'),
    source.replace('due: 2026-12-15, status: open', 'due: 2027-01-20, status: open'),
  )
  const { out } = await run(['import', at('edit.yaml'), '--dry-run'])
  expect(out).toBe(
    [
      '~ milestone/a1-1-1/m3  Three consultations in the year',
      '    due: 2026-12-15 → 2027-01-20',
      'New: 0; changed fields: 1; removed: 0',
      'This was a trial: nothing was written.\n',
    ].join('\n'),
  )
  const json = JSON.parse((await run(['import', at('edit.yaml'), '--dry-run'], 'en', true)).out) as object
  expect(json).toMatchObject({
    isImported: false,
    changes: [{ subject: 'milestone/a1-1-1/m3', field: 'due', from: '2026-12-15', to: '2027-01-20' }],
  })
})

test('a conflict shows both values and who changed it, and what to do', async () => {
  await city.context.store.transaction(async (tx) => {
    const source = 'milestone/a1-1-1/m3'
    await tx.deadline.update({ where: { source }, data: { dueOn: new Date('2026-12-22') } })
    await recordChanges(tx, { at: city.context.clock.now(), actor: 'somebody' }, [
      { subject: source, field: 'due', from: '2026-12-15', to: '2026-12-22' },
    ])
  })
  const { out, hasFailed } = await run(['import', at('edit.yaml')])
  expect(hasFailed).toBe(true)
  expect(out).toContain('in the file: 2027-01-20')
  expect(out).toContain('here: 2026-12-22')
  expect(out).toContain('changed here by somebody, 2026-11-22 10:00 UTC')
  expect(out).toContain('--take file')
  const taken = await run(['import', at('edit.yaml'), '--take', 'file', '--why', 'council of March'])
  expect(taken.out).toContain('due: 2026-12-22 → 2027-01-20')
  const history = (await run(['history', '1.1.1'])).out
  expect(history).toContain('due: 2026-12-22 → 2027-01-20')
  expect(history).toContain('council of March')
  expect(history).toContain('cli:anna')
})

test('mistakes are shown with their cell or their line, in the language of the reader', async () => {
  writeFileSync(
    at('wrong.yaml'),
    readFileSync('prisma/seed/plan.yaml', 'utf8').replace('rag: amber', 'rag: pink'),
  )
  const { err, out, hasFailed } = await run(['import', at('wrong.yaml')], 'pl')
  expect(hasFailed).toBe(true)
  expect(err).toMatch(/wrong\.yaml:\d+:\d+ {2}błąd {2}actions\[1\]\.rag {2}„pink” tu nie pasuje/)
  expect(out).toContain('Niczego nie wczytaliśmy')
})

test('a name that nothing has is refused', async () => {
  await expect(run(['history', 'nothing'])).rejects.toMatchObject({ code: 'plan-subject-unknown' })
})
