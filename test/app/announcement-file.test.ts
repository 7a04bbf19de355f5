/** Announcement files: the example of the guide, everything that can be wrong with one, and the picture beside it. */
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { readAnnouncementFile } from '../../src/app/announcement-import.ts'
import { announcementJsonSchema } from '../../src/app/announcement-file/schema.ts'
import { largestPictureBytes, type ReadBeside } from '../../src/app/announcement-file/picture.ts'
import type { Known } from '../../src/app/announcement-file/checks.ts'
import { locales } from '../../src/domain/phrase.ts'
import { loadText } from '../../src/runtime/text.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const [, example = ''] = /```yaml\n([^]*?)```/.exec(read('docs/announcement-files.md')) ?? []
const text = loadText()
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

const known: Known = {
  entityIds: ['zzm', 'zdt'],
  districtIds: ['i', 'ii'],
  consultationIds: ['our-park'],
  now: new Date('2027-06-01T10:00:00Z'),
  timeZone: 'Europe/Warsaw',
}
const beside: ReadBeside = async (name) => (name === 'plakat.png' ? png : undefined)

interface Shape {
  [key: string]: unknown
}

const whole: Shape = parse(example)

function reading(source: string | Uint8Array, readBeside = beside) {
  return readAnnouncementFile({ source, readBeside }, known)
}

/** What is said about the example after a change: line-free, `level path key`. */
async function signs(change: Shape, readBeside = beside): Promise<string[]> {
  const merged = Object.fromEntries(
    Object.entries({ ...whole, ...change }).filter(([, one]) => one !== undefined),
  )
  const { findings, draft } = await reading(stringify(merged), readBeside)
  const isBroken = findings.some(({ level }) => level === 'error')
  expect(draft === undefined).toBe(isBroken)
  return findings.map(
    ({ level, path, phrase }) => `${level} ${path} ${'key' in phrase ? phrase.key.replace('file-', '') : ''}`,
  )
}

describe('the example of the guide', () => {
  test('is read without a word', async () => {
    const { findings, draft } = await reading(example)
    expect(findings).toEqual([])
    expect(draft).toMatchObject({
      id: 'summer-in-the-park',
      audience: {
        who: ['youth', 'contact'],
        channels: ['telegram', 'web'],
        except: [{ who: ['youth'], ageBands: ['a27'] }],
      },
      sendAt: new Date('2027-06-21T14:00:00Z'),
      notAfter: new Date('2027-06-25T18:00:00Z'),
      isLateIncluded: true,
      ifUnknown: 'again',
    })
  })

  test('fits the JSON Schema that editors use', () => {
    const validate = new Ajv({ strict: false, formats: { uri: true } }).compile(announcementJsonSchema())
    expect(validate(whole), JSON.stringify(validate.errors)).toBe(true)
    expect(validate({ ...whole, audience: { who: ['everybody'] } })).toBe(false)
  })

  test('and the schema in the documents is the one in the code', () => {
    expect(JSON.parse(read('docs/schema/announcement.schema.json'))).toEqual(announcementJsonSchema())
  })
})

describe('what is wrong is said, with its place and a cure', () => {
  test.each<[string, Shape, string[]]>([
    ['a missing text', { text: undefined }, ['error text missing']],
    ['a missing Polish text', { text: { en: 'Hi' } }, ['error text.pl missing']],
    [
      'a missing language',
      { text: { pl: 'Cześć' } },
      ['warning text polish-instead', 'warning text polish-instead'],
    ],
    [
      'a group nobody knows',
      { audience: { who: ['pupils'] }, except: undefined },
      ['error audience.who[0] not-one-of'],
    ],
    ['nobody', { audience: { languages: ['pl'] } }, ['error audience.who audience-nobody']],
    [
      'an entity nobody knows',
      { audience: { who: ['contact'], entities: ['zzm', 'nobody'] } },
      ['error audience.entities[1] entity-unknown'],
    ],
    [
      'a district nobody knows',
      { audience: { who: ['youth'], districts: ['xx'] } },
      ['error audience.districts district-unknown'],
    ],
    [
      'a consultation nobody knows',
      { except: [{ who: ['youth'], consultation: { id: 'elsewhere', states: ['finished'] } }] },
      ['error except[0].consultation consultation-unknown'],
    ],
    [
      'no band of ages',
      { except: [{ who: ['youth'], age_bands: ['old'] }] },
      ['error except[0].age_bands[0] form-band'],
    ],
    [
      'a narrowing of nobody',
      { audience: { who: ['coordinator'], districts: ['i'], entities: ['zzm'] } },
      ['warning audience.districts audience-idle', 'warning audience.entities audience-idle'],
    ],
    [
      'a consent for something else',
      { audience: { who: ['youth'], consent: 'participation' } },
      ['error audience.consent consent-without-consultation'],
    ],
    ['a time without its form', { send_at: 'tomorrow' }, ['error send_at form-moment']],
    [
      'an hour the clocks leave out',
      { send_at: '2028-03-26 02:30', not_after: undefined, include_late: false },
      ['error send_at moment-never'],
    ],
    [
      'a day that is in no calendar',
      { send_at: '2027-06-31 16:00', not_after: undefined, include_late: false },
      ['error send_at moment-never'],
    ],
    ['an end before the beginning', { not_after: '2027-06-21 15:59' }, ['error not_after ends-before']],
    [
      'an end that is over',
      { send_at: undefined, not_after: '2027-05-31 20:00' },
      ['error not_after over-already'],
    ],
    ['a beginning that is over', { send_at: '2027-05-31 20:00' }, ['warning send_at begins-already']],
    ['late ones without an end', { not_after: undefined }, ['error include_late late-without-end']],
    [
      'a link without https',
      { link: { url: 'http://a.pl', label: { pl: 'x' } } },
      ['error link.url form-url'],
    ],
    [
      'a link without https in the text',
      { text: { pl: '[tu](http://a.pl)', en: 'x', uk: 'x' } },
      ['warning text.pl link-http'],
    ],
    [
      'too long a text for Discord',
      { text: { pl: 'a'.repeat(2_001), en: 'x', uk: 'x' }, link: undefined, audience: { who: ['youth'] } },
      ['warning text.pl long-message'],
    ],
    ['an unknown field', { sendat: 'x' }, ['warning sendat unknown-key-guess']],
  ])('%s', async (_, change, expected) => {
    expect(await signs(change)).toEqual(expected)
  })

  test('all at once, each on its line', async () => {
    const broken = example
      .replace('who: [youth, contact]', 'who: [pupils]')
      .replace("'2027-06-25 20:00'", "'2027-06-20 20:00'")
      .replace('https://example.org/park', 'example.org')
    const { findings, draft } = await reading(broken)
    expect(draft).toBeUndefined()
    const lines = broken.split('\n')
    expect(findings.map(({ path, line }) => [path, lines[line - 1]!.trim().split(':')[0]])).toEqual([
      ['link.url', 'url'],
      ['audience.who[0]', 'who'],
      ['not_after', 'not_after'],
    ])
  })

  test('in every language', async () => {
    const { findings } = await reading('audience: { who: [pupils] }')
    for (const locale of locales)
      for (const { phrase } of findings) expect(text.phrase(locale, phrase)).not.toBe('')
  })
})

describe('the picture', () => {
  const picture = (file: string) => ({ picture: { file, alt: { pl: 'Plakat', en: 'Poster', uk: 'Плакат' } } })

  test('is taken from beside the file, whatever its name says it is', async () => {
    const { draft } = await reading(stringify({ ...whole, ...picture('plakat.png') }))
    expect(draft?.picture).toMatchObject({ name: 'plakat.png', mediaType: 'image/png', content: png })
  })

  test.each<[string, string, Uint8Array | undefined, string]>([
    ['is missing', 'x.png', undefined, 'picture-missing'],
    ['lies elsewhere', '../x.png', png, 'picture-elsewhere'],
    ['lies elsewhere on another system', 'C:\\x.png', png, 'picture-elsewhere'],
    ['is no picture', 'x.png', new TextEncoder().encode('<svg/>'), 'picture-kind'],
    [
      'is too large',
      'x.png',
      Uint8Array.from({ length: largestPictureBytes + 1 }, (_, index) => png[index] ?? 0),
      'picture-large',
    ],
  ])('that %s is refused', async (_, file, content, key) => {
    expect(await signs(picture(file), async () => content)).toEqual([`error picture.file ${key}`])
  })

  test('leaves less room for the text', async () => {
    const long = { text: { pl: 'a'.repeat(1_025), en: 'x', uk: 'x' }, link: undefined }
    expect(await signs({ ...long, ...picture('plakat.png') })).toEqual(['warning text.pl long-message'])
    expect(await signs(long)).toEqual([])
  })
})

test('mangled in any way, it is reported on and never throws', async () => {
  const lines = example.split('\n')
  await fc.assert(
    fc.asyncProperty(fc.nat(lines.length - 1), fc.string({ maxLength: 20 }), async (at, junk) => {
      await reading(lines.with(at, junk).join('\n'))
    }),
    { numRuns: 200 },
  )
})
