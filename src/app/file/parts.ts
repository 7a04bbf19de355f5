/** What the parts of every file are made of: texts, ids, days, numbers. */
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

/** A text of at most `max` characters in every language. Polish is the source language and always there. */
export const localizedOf = (max: number) =>
  z.strictObject(
    { pl: text(max), en: text(max).optional(), uk: text(max).optional() },
    { error: 'form-localized' },
  )

/** The same at its usual length, described for editors. */
export const localized = localizedOf(2000).meta({
  id: 'localized',
  title: 'A text in every language of the file',
  description: 'One line per language: pl, en, uk.',
})
