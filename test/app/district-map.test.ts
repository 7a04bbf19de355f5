/** The map of districts from its file to the pages: what is refused and why, what is kept, and how shapes are drawn. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { districtMapOf, importDistrictMap } from '../../src/app/district-map.ts'
import type { Shapes } from '../../src/domain/district-map.ts'
import { Problem } from '../../src/domain/problem.ts'
import { buildCity, type City } from '../support/city.ts'
import { collection, feature, square } from '../support/shapes.ts'

/** The districts of this city are `i` and `ii`. */
let city: City
beforeAll(async () => void (city = await buildCity()))
beforeEach(async () => {
  await city.context.store.db.setting.deleteMany({ where: { name: { startsWith: 'district-' } } })
})

const west = feature('i', square(19.9, 50.05))
const east = feature('ii', square(20, 50.05))

function bring(source: string, isDryRun = false) {
  return importDistrictMap(city.context, { source, actor: 'cli', isDryRun })
}

async function refusal(source: string): Promise<readonly string[]> {
  const error: unknown = await bring(source).catch((one: unknown) => one)
  expect(error).toBeInstanceOf(Problem)
  expect((error as Problem).code).toBe('district-map-invalid')
  expect(await districtMapOf(city.context)).toBeUndefined()
  return (error as Problem).details.map((one) => city.context.text.phrase('en', one))
}

async function shapes(): Promise<Shapes> {
  return (await districtMapOf(city.context))!.drawing as Shapes
}

describe('shapes', () => {
  test('are kept as a drawing that a page can use, and written down; again changes nothing', async () => {
    expect(await bring(collection(west, east))).toEqual({ kind: 'shapes', districts: 2, isNew: true })
    expect(await bring(collection(west, east))).toMatchObject({ isNew: false })
    const { width, height, shapes: drawn } = await shapes()
    expect(width).toBe(600)
    expect(drawn.map(({ id }) => id)).toEqual(['i', 'ii'])
    for (const { path } of drawn) expect(path).toMatch(/^(M\d+ \d+(L\d+ \d+){2,}Z)+$/)
    const numbers = drawn.flatMap(({ path }) => [...path.matchAll(/(\d+) (\d+)/g)])
    expect(Math.max(...numbers.map(([, x]) => Number(x)))).toBe(598)
    expect(Math.max(...numbers.map(([, , y]) => Number(y)))).toBeLessThanOrEqual(height)
    const acts = await city.context.store.db.audit.findMany({ where: { act: 'districts.map' } })
    expect(acts).toMatchObject([{ actor: 'cli', details: { kind: 'shapes', districts: 2 } }])
  })

  test('lie as they lie: east to the right, north above, and a degree as long as it is there', async () => {
    const north = feature('ii', square(19.9, 50.15))
    await bring(collection(west, north))
    const [below, above] = (await shapes()).shapes.map(({ path }) => Number(/M\d+ (\d+)/.exec(path)![1]))
    expect(above).toBeLessThan(below!)
    const { width, height } = await shapes()
    // two squares of 0.1° on top of each other; here a degree to the north is 1.56 times one to the east
    expect(height / width).toBeCloseTo(2 * 1.56, 1)
  })

  test('share the borders that they share, whichever way round their rings are drawn', async () => {
    const turned = feature('ii', square(20, 50.05).toReversed())
    await bring(collection(west, turned))
    const points = (await shapes()).shapes.map(({ path }) => new Set(path.match(/\d+ \d+/g)))
    expect([...points[0]!].filter((point) => points[1]!.has(point))).toHaveLength(2)
  })

  test('may have several parts and holes', async () => {
    const parts = [[square(20, 50.05), square(20.02, 50.07, 0.03)], [square(20.2, 50.05)]]
    const several = { ...east, geometry: { type: 'MultiPolygon', coordinates: parts } }
    await bring(collection(west, several))
    expect((await shapes()).shapes[1]!.path.match(/M/g)).toHaveLength(3)
  })

  test('carry their id as GeoJSON has it, or among their properties', async () => {
    const { id, ...rest } = east
    expect(await bring(collection(west, { ...rest, properties: { id } }))).toMatchObject({ districts: 2 })
  })

  test('are tried out without being kept', async () => {
    expect(await bring(collection(west, east), true)).toEqual({ kind: 'shapes', districts: 2, isNew: true })
    expect(await districtMapOf(city.context)).toBeUndefined()
    await bring(collection(west, east))
    expect(await bring(collection(west, east), true)).toMatchObject({ isNew: false })
  })

  test.each([
    [
      'that nobody knows',
      () => collection(west, east, feature('iii', square(20.1, 50))),
      'There is no district "iii"',
    ],
    ['that are missing', () => collection(west), 'These districts are missing: ii.'],
    ['that are there twice', () => collection(west, east, east), 'District "ii" is there twice.'],
    ['without an id', () => collection(west, east, { ...west, id: undefined }), 'Feature 3 has no id.'],
    [
      'that are points',
      () => collection(west, { ...east, geometry: { type: 'Point', coordinates: [20, 50] } }),
      'District "ii" is no area.',
    ],
    ['without a geometry', () => collection(west, { ...east, geometry: null }), 'District "ii" is no area.'],
    [
      'in metres of the national grid',
      () => collection(west, feature('ii', square(7_424_000, 5_548_000, 900))),
      'not in degrees. Export the file in WGS 84',
    ],
  ])('of districts %s are refused, and nothing is written', async (_what, source, words) => {
    expect((await refusal(source())).join('\n')).toContain(words)
  })

  test('with more points than a page can carry are refused with what to do', async () => {
    const jagged = Array.from({ length: 40_000 }, (_, n) => [
      20 + 0.1 * Math.cos(n / 6_366) * (n % 2 ? 1 : 0.7),
      50 + 0.1 * Math.sin(n / 6_366) * (n % 2 ? 1 : 0.7),
    ])
    const source = collection(west, feature('ii', [...jagged, jagged[0]!]))
    expect((await refusal(source)).join('\n')).toContain('too many points')
  })
})

describe('tiles', () => {
  test('are kept, and give way to shapes', async () => {
    const tiles = '- { id: i, row: 1, column: 1, sign: I }\n- { id: ii, row: 1, column: 2 }'
    expect(await bring(tiles)).toEqual({ kind: 'tiles', districts: 2, isNew: true })
    expect(await districtMapOf(city.context)).toEqual({
      districts: [
        { id: 'i', label: expect.objectContaining({ pl: 'Stare Miasto' }) as object },
        { id: 'ii', label: expect.objectContaining({ pl: 'Grzegórzki' }) as object },
      ],
      drawing: {
        tiles: [
          { id: 'i', row: 1, column: 1, sign: 'I' },
          { id: 'ii', row: 1, column: 2 },
        ],
      },
    })
    await bring(collection(west, east))
    expect(await shapes()).toMatchObject({ width: 600 })
  })

  test.each([
    [
      'on each other',
      '- { id: i, row: 1, column: 1 }\n- { id: ii, row: 1, column: 1 }',
      'lie on each other, in row 1, column 1',
    ],
    [
      'too far to the right',
      '- { id: i, row: 1, column: 1 }\n- { id: ii, row: 1, column: 8 }',
      'Tile 2 cannot be read: column',
    ],
    ['without a place', '- { id: i, row: 1, column: 1 }\n- { id: ii }', 'Tile 2 cannot be read: row'],
  ])('%s are refused', async (_what, source, words) => {
    expect((await refusal(source)).join('\n')).toContain(words)
  })
})

test.each([
  ['no JSON', '{ "type": ', 'The file cannot be read'],
  ['something else', '{ "type": "Topology" }', 'neither a GeoJSON FeatureCollection'],
  ['a word', 'mapa', 'neither a GeoJSON FeatureCollection'],
])('a file that is %s is refused', async (_what, source, words) => {
  expect((await refusal(source)).join('\n')).toContain(words)
})
