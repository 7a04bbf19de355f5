/** The open data over HTTP: files, and the interface for programs held to its own description. */
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readWorkbook } from '../../src/app/file/workbook.ts'
import { openApi } from '../../src/web/results/openapi.ts'
import { people } from '../support/crowd.ts'
import { crowd, publicationFrom } from '../support/published.ts'
import { population } from '../support/residents.ts'
import { openTown } from './town.ts'

const published = [publicationFrom(crowd, { isSample: true, quotations: ['więcej ławek'] })]
const compared = publicationFrom(crowd, { residents: population })

async function city() {
  const find = async (id: string) => published.find(({ results }) => results.consultation === id)
  const town = await openTown({ results: { all: async () => published, find } })
  onTestFinished(() => town.close())
  return town.url
}

describe('the files beside a page', () => {
  test.each([
    ['csv', 'text/csv; charset=utf-8'],
    ['codebook.csv', 'text/csv; charset=utf-8'],
    ['json', 'application/json; charset=utf-8'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('are taken along as %s, and may be kept on the way', async (ending, type) => {
    const answer = await fetch(`${await city()}/results/crowd.${ending}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="crowd.${ending}"`)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(500)
  })

  test('are the same in every language of the one who asks', async () => {
    const url = await city()
    const bodies = await Promise.all(
      ['pl', 'en', 'uk'].map(async (language) =>
        (await fetch(`${url}/results/crowd.csv`, { headers: { 'accept-language': language } })).text(),
      ),
    )
    expect(new Set(bodies).size).toBe(1)
    expect(bodies[0]).toContain('więcej ławek')
  })

  test('open as a workbook', async () => {
    const answer = await fetch(`${await city()}/results/crowd.xlsx`)
    const { sheets, findings } = await readWorkbook(new Uint8Array(await answer.arrayBuffer()))
    expect([sheets?.length, findings]).toEqual([3, []])
  })

  test('are not there for what was not published, nor in forms that nobody knows', async () => {
    const url = await city()
    for (const path of ['nothing.csv', 'crowd.pdf', 'crowd.', 'crowd.csv.csv', '..%2fcrowd.csv'])
      expect((await fetch(`${url}/results/${path}`)).status, path).toBe(404)
  })
})

describe('the interface for programs', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema(openApi, 'openapi')

  test('is described by a document that is valid OpenAPI', async () => {
    const url = await city()
    const document = await (await fetch(`${url}/api/v1/openapi.json`)).text()
    expect(JSON.parse(document)).toEqual(openApi)
    const { valid, errors } = await new Validator().validate(document)
    expect([valid, errors]).toEqual([true, undefined])
  })

  test('the validator finds a document that is not', async () => {
    const { valid } = await new Validator().validate({
      ...openApi,
      paths: { '/x': { get: { answers: {} } } },
    })
    expect(valid).toBe(false)
  })

  test.each(Object.keys(openApi.paths) as (keyof typeof openApi.paths)[])(
    'answers at %s as it is described',
    async (path) => {
      const answer = await fetch((await city()) + path.replace('{id}', 'crowd'))
      expect(answer.headers.get('content-type')).toContain('application/json')
      expect(answer.headers.get('etag')).not.toBeNull()
      const place = `#/paths/${path.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}`
      const isRight = ajv.getSchema(`openapi${place}/get/responses/200/content/application~1json/schema`)!
      void isRight(await answer.json())
      expect(isRight.errors).toBeNull()
    },
  )

  test('answers as it is described where the population stands beside the results, and says of hidden groups null', async () => {
    const few = publicationFrom(
      [
        ...crowd.filter(({ district }) => district !== 'd2'),
        ...crowd.filter(({ district }) => district === 'd2').slice(0, 3),
      ],
      {
        residents: population,
      },
    )
    for (const one of [compared, few]) {
      const town = await openTown({ results: { all: async () => [one], find: async () => one } })
      onTestFinished(() => town.close())
      const answer = (await (await fetch(`${town.url}/api/v1/results/crowd`)).json()) as {
        comparison: { breakdowns: { groups: { answered: number | null; share?: number }[] }[] }
      }
      const isRight = ajv.getSchema('openapi#/components/schemas/Results')!
      void isRight(answer)
      expect(isRight.errors).toBeNull()
      const groups = answer.comparison.breakdowns.flatMap((breakdown) => breakdown.groups)
      expect(groups.length).toBeGreaterThan(4)
      expect(groups.filter(({ answered, share }) => (answered === null) !== (share === undefined))).toEqual(
        [],
      )
    }
  })

  test('the description would not let a hidden count pass that is a zero or a word', async () => {
    const isRight = ajv.getSchema('openapi#/components/schemas/Figure')!
    expect(
      [{}, { people: null }, { people: 12 }, { people: 'hidden' }].map((more) =>
        isRight({ id: 'a', label: { pl: 'a' }, ...more }),
      ),
    ).toEqual([false, true, true, false])
  })

  test('tells all that is published, and of one consultation everything, with its licence', async () => {
    const url = await city()
    const list = await (await fetch(`${url}/api/v1/results`)).json()
    expect(list).toMatchObject({ results: [{ id: 'crowd', isSample: true }] })
    expect(await (await fetch(`${url}/api/v1/results/crowd`)).json()).toMatchObject({
      id: 'crowd',
      licence: { id: 'CC-BY-4.0' },
      respondents: null,
      questions: [{ id: 'one', answered: 376 }, {}, {}, {}, {}, {}, {}, {}],
    })
  })

  test('says not modified to a program that has it already', async () => {
    const url = await city()
    const tag = (await fetch(`${url}/api/v1/results/crowd`)).headers.get('etag')!
    const again = await fetch(`${url}/api/v1/results/crowd`, { headers: { 'if-none-match': tag } })
    expect(again.status).toBe(304)
  })

  test('answers in the form of programs where there is nothing', async () => {
    const url = await city()
    for (const path of ['/api/v1/results/nothing', '/api/v1/nothing', '/api/v2']) {
      const answer = await fetch(url + path)
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        404,
        'application/problem+json',
      ])
    }
  })

  test('shows nothing of too few people', async () => {
    const few = publicationFrom(people(9, { one: { options: ['a'] } }))
    const town = await openTown({ results: { all: async () => [few], find: async () => few } })
    onTestFinished(() => town.close())
    const answer = (await (await fetch(`${town.url}/api/v1/results/crowd`)).json()) as {
      respondents: unknown
      questions: { answered: unknown; figures: unknown[]; groups: unknown[] }[]
    }
    expect(answer.respondents).toBeNull()
    expect(answer.questions.map(({ answered, figures, groups }) => [answered, figures, groups])).toEqual(
      answer.questions.map(() => [null, [], []]),
    )
  })
})
