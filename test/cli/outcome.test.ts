/** Outcomes at the command line, from the file to everybody's eyes, as people would type them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeConsultation } from '../../src/app/consultations.ts'
import { runHejnal, type Ended } from '../support/hejnal.ts'
import { buildCity, type City } from '../support/city.ts'
import { answered, outcomeFile, themes } from '../support/outcome.ts'

let city: City
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hejnal-outcome-'))
  city = await buildCity()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function hejnal(words: string): Promise<Ended> {
  return runHejnal(words, { HOME: folder, DATABASE_URL: city.databaseUrl, CONTACT_KEY: city.contactKey })
}

function fileOf(name: string, content: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

describe('an outcome, from its file to everybody', () => {
  test('what is wrong is said with its place, and nothing is kept', async () => {
    const broken = outcomeFile().replace('decision: partly', 'decision: maybe')
    const { code, out, err } = await hejnal(`outcome import ${fileOf('bad.yaml', broken)}`)
    expect(code).toBe(1)
    expect(err).toMatch(/bad\.yaml:\d+:5 {2}error {2}themes\[1\]\.decision/)
    expect(out).toContain('Nothing was imported.')
    expect((await hejnal(`outcome show ${answered}`)).out).toContain('There is no theme.')
  })

  test('what is undecided is kept, and says what keeps it from being published', async () => {
    const [first, ...others] = themes
    const undecided = outcomeFile([{ said: first!.said }, ...others])
    const { code, out } = await hejnal(`outcome import ${fileOf('some.yaml', undecided)}`)
    expect([code, out]).toEqual([0, expect.stringContaining('Nobody sees it until you publish it')])
    await closeConsultation(city.context, answered, 'test')
    const refused = await hejnal(`outcome publish ${answered}`)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('• Theme 1 ("Too many cars.") has no decision.')
  })

  test('what is decided is shown and published, once', async () => {
    await hejnal(`outcome import ${fileOf('whole.yaml', outcomeFile())}`)
    const shown = await hejnal(`outcome show ${answered}`)
    expect(shown.out).toContain('Not published yet')
    expect(shown.out).toContain('1. Too many cars.\n   Decision: accepted')
    expect(shown.out).toContain('Measure 2.2.3: Safe contact points')
    expect((await hejnal(`outcome publish ${answered}`)).out).toContain(`Published: ${answered}.`)
    const again = await hejnal(`--json outcome publish ${answered}`)
    expect(JSON.parse(again.out)).toEqual({ id: answered, result: 'unchanged' })
    const act = await city.context.store.db.audit.findFirstOrThrow({ where: { act: 'outcome.publish' } })
    expect(act.actor).toMatch(/^cli/)
  })
})
