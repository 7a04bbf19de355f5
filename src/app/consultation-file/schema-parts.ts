/** What an offered answer looks like in a consultation file. */
import { z } from 'zod'
import { id, localized } from '../file/parts.ts'

/** One offered answer. */
export const option = z
  .strictObject({
    id: id(24).describe('Short and lasting: results and routes name it.'),
    label: localized.describe('What the button says; 40 characters at most read well.'),
    exclusive: z
      .boolean()
      .optional()
      .describe('Choosing it drops every other answer ("nothing bothers me").'),
  })
  .meta({ id: 'option', title: 'One offered answer' })
/** The answers of a question. */
export const options = z
  .array(option)
  .min(2)
  .max(50)
  .describe('The offered answers, in their order; 7 at most read well.')
