/** The structure of the safeguarding block: helplines, safe words, patterns of need. */
import { z } from 'zod'
import { locales } from '../../domain/phrase.ts'
import { day, id, localized, text, whole } from '../file/parts.ts'

const category = z.string().regex(/^[a-z][a-z0-9_]*$/, { error: 'form-id' })
const language = z.string().regex(/^[a-z]{2,3}$/, { error: 'form-id' })
const perLanguage = z.partialRecord(z.enum(locales), z.array(text(40)).min(1))
const helpLine = z.strictObject({
  id: id(24),
  number: text(40).describe('In quotes, as people would dial it.'),
  hours: text(100).optional(),
  url: z.url({ protocol: /^https$/, error: 'form-url' }).optional(),
  for: localized,
  language_hours: z.record(language, text(200)).optional(),
  verified: day.nullable().optional().describe('The day somebody last called and checked; null when never.'),
})
/** The safeguarding block. */
export const safeguarding = z
  .strictObject({
    safe_words: perLanguage.describe('A message that is only one of these shows the help card at once.'),
    response: z.strictObject({
      acknowledge: localized,
      check: localized,
      buttons: z.strictObject({ need_help: localized, misread: localized, leave: localized }),
      honesty: localized,
      after: localized,
    }),
    help_card: z.strictObject({
      title: localized,
      lines: z.array(helpLine).min(1).max(12),
      stale_after_days: whole(1, 3650)
        .default(180)
        .describe('A line that nobody has checked for longer is shown to the administrators.'),
    }),
    matching: z
      .strictObject({ window: whole(1, 30), min_prefix_len: whole(1, 10) })
      .default({ window: 6, min_prefix_len: 2 }),
    keyword_patterns: z
      .record(category, z.record(language, z.array(z.array(text(40)).min(1).max(8))))
      .default({})
      .describe(
        'Category, language, and lists of word beginnings that mean something together, in any order.',
      ),
    test_vectors: z
      .strictObject({
        must_match: z.array(z.strictObject({ text: text(500), category })).default([]),
        must_not_match: z
          .array(z.strictObject({ text: text(500), known_false_positive: z.boolean().optional() }))
          .default([]),
      })
      .optional(),
    held_out: z
      .strictObject({
        measured: z.record(z.string(), z.number()).optional(),
        disclosures: z.array(text(500)),
        ordinary: z.array(text(500)),
      })
      .optional(),
    routing: z
      .record(
        category,
        z.strictObject({
          case: z.boolean(),
          priority: z.enum(['immediate', 'same_day', 'none']),
          show: z
            .enum(['help_card_first', 'help_card'])
            .optional()
            .describe('Read by earlier versions; the helplines always come first.'),
        }),
      )
      .default({}),
  })
  .describe('Helplines, safe words and patterns of need. Keywords only add to the help button.')

/** The block as it comes out of the schema. */
export type SafeguardingValue = z.output<typeof safeguarding>
