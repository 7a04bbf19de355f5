/** The part of the interface's description that tells of the population. */
import { by, count, flag, listOf, localizedRef } from './openapi-parts.ts'

const shareInThousandths = { type: 'number', minimum: 0, maximum: 1, description: 'Three decimals.' }

/** A group of those who answered beside that of the city. */
export const comparedGroup = {
  type: 'object',
  description:
    'A group of those who answered beside the same group of the city. Shares are of the groups that are shown.',
  required: ['id', 'label', 'answered', 'residents'],
  properties: {
    id: { type: 'string' },
    label: localizedRef,
    answered: count,
    residents: {
      type: 'integer',
      minimum: 1,
      description: 'Young people of the group who live in the city.',
    },
    share: shareInThousandths,
    residentShare: shareInThousandths,
    standing: {
      enum: ['fewer', 'alike', 'more'],
      description: 'fewer: below four fifths of the share in the city; more: above five quarters.',
    },
  },
  additionalProperties: false,
}

/** The weighted shares of one question. */
export const weighting = {
  type: 'object',
  description:
    'Shares of answers if every group counted for as much as it does in the city; made of shown counts only.',
  required: ['question', 'by', 'effective', 'largest', 'isCapped', 'shares'],
  properties: {
    question: { type: 'string' },
    by,
    effective: { type: 'integer', description: 'So many answers of a random sample would be as sure.' },
    largest: { type: 'number', description: 'The largest weight of a person, the average being 1.' },
    isCapped: { ...flag, description: 'Whether a weight was cut off at the cap.' },
    shares: {
      type: 'array',
      items: {
        type: 'object',
        required: ['line', 'share'],
        properties: { line: { type: 'string' }, share: { type: 'number', minimum: 0, maximum: 1 } },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
}

/** Everything that rests on the city's population. */
export const comparison = {
  type: 'object',
  description: 'Who took part beside who lives in the city. Absent where the city brought no population in.',
  required: ['population', 'breakdowns', 'absences', 'weightings'],
  properties: {
    population: {
      type: 'object',
      required: ['source', 'year', 'isSample'],
      properties: {
        source: localizedRef,
        year: { type: 'integer' },
        isSample: { ...flag, description: 'Whether the population is made up.' },
      },
      additionalProperties: false,
    },
    breakdowns: {
      type: 'array',
      items: {
        type: 'object',
        required: ['by', 'question', 'groups'],
        properties: {
          by,
          question: { type: 'string', description: 'Those who answered this question are counted.' },
          groups: listOf('ComparedGroup'),
        },
        additionalProperties: false,
      },
    },
    absences: {
      type: 'array',
      description: 'Breakdowns that are not compared, and why.',
      items: {
        type: 'object',
        required: ['by', 'why'],
        properties: { by, why: { enum: ['not-in-table', 'hidden'] } },
        additionalProperties: false,
      },
    },
    weightings: listOf('Weighting'),
  },
  additionalProperties: false,
}
