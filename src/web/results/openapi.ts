/** The interface for programs, described (OpenAPI 3.1): a test holds the answers to it. */
import { comparedGroup, comparison, weighting } from './openapi-comparison.ts'
import { outcomeCount, outcomeSchemas } from './openapi-outcome.ts'
import { by, count, day, flag, instant, listOf, localized, localizedRef } from './openapi-parts.ts'

const figure = {
  type: 'object',
  description: 'One line of a question: an option, a step, a band of numbers, a district.',
  required: ['id', 'label', 'people'],
  properties: {
    id: { type: 'string' },
    label: localizedRef,
    people: count,
    share: {
      type: 'number',
      minimum: 0,
      maximum: 1,
      description: 'Of those who answered; of the comparisons where two options were compared.',
    },
    points: { type: 'number', description: 'Of a ranking: points per person who answered.' },
  },
  additionalProperties: false,
}

const group = {
  type: 'object',
  description: 'The answers of one age band, gender or district. A group that is not here is suppressed.',
  required: ['by', 'id', 'label', 'answered', 'figures'],
  properties: {
    by,
    id: { type: 'string' },
    label: localizedRef,
    answered: count,
    figures: listOf('Figure'),
  },
  additionalProperties: false,
}

const question = {
  type: 'object',
  required: ['id', 'kind', 'text', 'answered', 'skipped', 'stopped', 'figures', 'quotations', 'groups'],
  properties: {
    id: { type: 'string' },
    kind: { enum: ['single', 'several', 'scale', 'number', 'text', 'ranking', 'pairwise', 'district'] },
    text: localizedRef,
    answered: count,
    skipped: count,
    stopped: { ...count, description: 'People who came to the question and never went on.' },
    figures: listOf('Figure'),
    mean: { type: 'number' },
    median: { type: 'number' },
    quartiles: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
    quotations: { type: 'array', items: { type: 'string' }, description: 'Words that a moderator released.' },
    groups: listOf('Group'),
  },
  additionalProperties: false,
}

const entry = {
  type: 'object',
  required: ['id', 'title', 'opensOn', 'closesOn', 'isSample', 'publishedAt'],
  properties: {
    id: { type: 'string' },
    title: localizedRef,
    opensOn: day,
    closesOn: day,
    isSample: { ...flag, description: 'Whether the answers are made up.' },
    publishedAt: instant,
  },
  additionalProperties: false,
}

const results = {
  type: 'object',
  required: [
    ...entry.required,
    'outcomeDueOn',
    'purpose',
    'threshold',
    'hasHidden',
    'licence',
    'respondents',
    'finished',
    'outcome',
    'questions',
  ],
  properties: {
    ...entry.properties,
    outcomeDueOn: { ...day, description: 'The day by which the city says what it decided.' },
    purpose: localizedRef,
    threshold: { type: 'integer', minimum: 1, description: 'No smaller count is ever shown.' },
    hasHidden: flag,
    licence: {
      type: 'object',
      required: ['id', 'name', 'url'],
      properties: {
        id: { type: 'string' },
        name: { type: 'string' },
        url: { type: 'string', format: 'uri' },
      },
    },
    respondents: count,
    finished: count,
    outcome: {
      description: 'What the city decided; `null` as long as it has not said so.',
      oneOf: [{ $ref: '#/components/schemas/Outcome' }, { type: 'null' }],
    },
    questions: listOf('Question'),
    comparison: { $ref: '#/components/schemas/Comparison' },
  },
  additionalProperties: false,
}

/** The whole document. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'Results of consultations with young people',
    version: '1.0.0',
    description:
      'Published results, each counted once after closing. Small counts are suppressed, together with those from which they could be worked out.',
    license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  },
  servers: [{ url: '/' }],
  security: [],
  paths: {
    '/api/v1/results': {
      get: {
        operationId: 'listResults',
        summary: 'Everything published, the newest first',
        responses: {
          200: answered('Everything published', {
            type: 'object',
            required: ['results', 'outcomes'],
            properties: { results: listOf('Entry'), outcomes: outcomeCount },
          }),
          304: { description: 'Nothing has changed since the tag in If-None-Match' },
        },
      },
    },
    '/api/v1/results/{id}': {
      get: {
        operationId: 'readResults',
        summary: 'The results of one consultation',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {
          200: answered('The results', { $ref: '#/components/schemas/Results' }),
          304: { description: 'Nothing has changed since the tag in If-None-Match' },
          404: { description: 'Nothing has been published under this id' },
        },
      },
    },
  },
  components: {
    schemas: {
      Localized: localized,
      Figure: figure,
      Group: group,
      Question: question,
      Entry: entry,
      Results: results,
      ComparedGroup: comparedGroup,
      Weighting: weighting,
      Comparison: comparison,
      ...outcomeSchemas,
    },
  },
}

function answered(description: string, schema: object) {
  return {
    description,
    headers: { ETag: { schema: { type: 'string' } } },
    content: { 'application/json': { schema } },
  }
}
