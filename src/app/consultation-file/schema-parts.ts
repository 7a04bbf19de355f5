/** What the parts of a consultation file are made of: texts, ids, days, offered answers. */
import { z } from 'zod'

// Messages given here as `error` are keys of locales/ (without `file-`), not sentences.

/** Control characters other than line ends, and halves of characters: no database and no chat takes them. */
const cleanText = /^[^\p{Cs}\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F]*$/u
/** A text of at most `max` characters that says something. */
export const text = (max: number) =>
  z.string().regex(/\S/u, { error: 'blank' }).regex(cleanText, { error: 'control' }).max(max)
const idPattern = /^[a-z0-9][a-z0-9_-]*$/
/** A short lasting name of at most `max` characters. */
export const id = (max: number) => z.string().regex(idPattern, { error: 'form-id' }).max(max)
/** A calendar day. */
export const day = z.iso
  .date({ error: 'form-day' })
  .meta({ description: 'A day, YYYY-MM-DD, in the programme’s time zone.' })
/** A whole number between two bounds. */
export const whole = (min: number, max: number) => z.int().min(min).max(max)

/** Polish is the source language and always there; the other languages have to be there before opening. */
export const localized = z
  .strictObject(
    { pl: text(2000), en: text(2000).optional(), uk: text(2000).optional() },
    { error: 'form-localized' },
  )
  .meta({
    id: 'localized',
    title: 'A text in every language of the file',
    description: 'One line per language: pl, en, uk.',
  })

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
