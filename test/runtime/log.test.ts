/** The log: lines that can be read by machine, and nothing in them that people wrote. */
import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { silent } from '../../src/runtime/log.ts'

const module = new URL('../../src/runtime/log.ts', import.meta.url).href

/** What a process that runs `code` with a logger called `log` writes. */
function written(code: string, level = 'info', isPretty = false): string {
  const program = `import { createLog } from '${module}'; const log = createLog('${level}', ${isPretty}); ${code}`
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', program],
    { encoding: 'utf8' },
  )
  return stdout + stderr
}

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('a line', () => {
  test('is JSON with its facts and its words, and names neither the machine nor its owner', () => {
    const [line] = lines(written(`log.info({ consultation: 'safe-way', count: 3 }, 'opened')`))
    expect(Object.keys(line!).toSorted()).toEqual(['consultation', 'count', 'level', 'msg', 'time'])
    expect(line).toMatchObject({ consultation: 'safe-way', count: 3, msg: 'opened' })
  })

  test('is left out below the level that was asked for', () => {
    const all = `log.debug({}, 'd'); log.info({}, 'i'); log.warn({}, 'w'); log.error({}, 'e')`
    expect(lines(written(all, 'warn')).map(({ msg }) => msg)).toEqual(['w', 'e'])
    expect(written(all, 'silent')).toBe('')
  })

  test('tells of an error what it was and where', () => {
    const [line] = lines(
      written(`log.error({ err: new Error('lost', { cause: new Error('why') }) }, 'a job failed')`),
    )
    expect(line).toMatchObject({
      err: {
        type: 'Error',
        message: expect.stringContaining('lost') as string,
        stack: expect.stringContaining('at ') as string,
      },
    })
  })
})

const told = `{ text: 'TOLD', choice: 'TOLD', choices: ['TOLD'], address: 'TOLD', from: { channel: 'web', value: 'TOLD' }, to: { value: 'TOLD' } }`

describe('what people wrote and where they are reached', () => {
  test.each([
    ['a line', false],
    ['a line for a terminal', true],
  ])('is kept private in %s', (_, isPretty) => {
    const text = written(`log.info(${told}, 'heard')`, 'info', isPretty)
    expect(text).toContain('heard')
    expect(text).toContain('kept private')
    expect(text).not.toContain('TOLD')
  })

  test('is kept private one level down, where messages are handed on whole', () => {
    const text = written(`log.info({ incoming: ${told}, message: ${told} }, 'heard')`)
    expect(text).toContain('heard')
    expect(text).not.toContain('TOLD')
  })
})

test('silence says nothing', () => {
  expect([silent.debug({}, ''), silent.info({}, ''), silent.warn({}, ''), silent.error({}, '')]).toEqual(
    Array(4).fill(undefined),
  )
})
