/** What the descriptions of the interface's answers are put together from. */

/** One text. */
export const localized = {
  type: 'object',
  description: 'One text in several languages; Polish is the source.',
  properties: { pl: { type: 'string' }, en: { type: 'string' }, uk: { type: 'string' } },
  additionalProperties: false,
}
/** A calendar day. */
export const day = { type: 'string', format: 'date' }
/** A moment. */
export const instant = { type: 'string', format: 'date-time' }
/** Yes or no. */
export const flag = { type: 'boolean' }
/** People, or `null` where suppressed. */
export const count = {
  type: ['integer', 'null'],
  minimum: 0,
  description: 'People; `null` is suppressed, which is not zero.',
}
/** A reference to a text. */
export const localizedRef = { $ref: '#/components/schemas/Localized' }

/** A breakdown. */
export const by = { enum: ['age_band', 'gender', 'district'] }

/** A list of a named schema. */
export function listOf(name: string) {
  return { type: 'array', items: { $ref: `#/components/schemas/${name}` } }
}
