/** The structure of an announcement file, as zod checks it and as editors are told of it (JSON Schema). */
import { z } from 'zod'
import { announcingChannels, consentPurposes, groups, participationStates } from '../../domain/recipients.ts'
import { locales } from '../../domain/phrase.ts'
import { id, localizedOf } from '../file/parts.ts'
import type { Form } from '../file/structure.ts'

/** As many characters as Telegram takes in one message. */
const longestText = 4_096

const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, { error: 'form-moment' })
  .meta({ description: 'A day and a time, YYYY-MM-DD HH:MM, in the programme’s time zone and in quotes.' })

const label = localizedOf(200)

const selection = {
  who: z.array(z.enum(groups)).max(20).default([]).describe('Kinds of people.'),
  places: z
    .boolean()
    .optional()
    .describe('Groups and server channels that staff chose to carry announcements.'),
  languages: z.array(z.enum(locales)).min(1).optional(),
  channels: z.array(z.enum(announcingChannels)).min(1).optional().describe('Where people are reached.'),
  entities: z.array(id(48)).min(1).max(500).optional().describe('Narrows contacts.'),
  districts: z.array(id(24)).min(1).max(200).optional().describe('Narrows young people.'),
  age_bands: z
    .array(id(24))
    .min(1)
    .max(20)
    .optional()
    .describe('Narrows young people, by the bands of the age question: u13, a13_15, a27.'),
  consultation: z
    .strictObject({ id: id(48), states: z.array(z.enum(participationStates)).min(1).max(3) })
    .optional()
    .describe('Narrows young people by how far they are in a consultation.'),
  consent: z
    .enum(consentPurposes)
    .optional()
    .describe('What young people have to have agreed to; announcements unless told.'),
}

/** One announcement. */
export const announcementSchema = z
  .strictObject({
    schema_version: z.literal(1).default(1),
    id: id(48).describe('Lasting: the command line and the record name it.'),
    text: localizedOf(longestText).describe('With **bold**, *italic* and [links](https://…).'),
    link: z
      .strictObject({
        url: z.url({ protocol: /^https$/, error: 'form-url' }).max(500),
        label,
      })
      .optional()
      .describe('A page, named at the end of the message.'),
    picture: z
      .strictObject({
        file: z.string().min(1).max(200).describe('A PNG or JPEG beside this file, at most 5 MB.'),
        alt: label.describe('What it shows, for those who do not see it.'),
      })
      .optional(),
    audience: z.strictObject(selection).describe('Who gets it.'),
    except: z.array(z.strictObject(selection)).max(20).optional().describe('Who of them does not.'),
    send_at: moment.optional().describe('When it goes out; as soon as it is approved unless given.'),
    not_after: moment.optional().describe('Whatever has not left by then expires.'),
    include_late: z
      .boolean()
      .default(false)
      .describe('Whoever joins the audience before not_after gets it as well.'),
    if_unknown: z
      .enum(['again', 'show'])
      .default('again')
      .describe('What becomes of a message that may or may not have arrived.'),
  })
  .meta({
    title: 'An announcement of Hejnał',
    description: 'One message to many, as a file; docs/announcement-files.md explains every field.',
  })

/** The file as it comes out of the schema, whole. */
export type AnnouncementValue = z.output<typeof announcementSchema>
export type SelectionValue = AnnouncementValue['audience']

/** The JSON Schema that `docs/schema/announcement.schema.json` holds. */
export function announcementJsonSchema(): object {
  return z.toJSONSchema(announcementSchema, { io: 'input', target: 'draft-7' })
}

/** How an announcement file is held against its schema. */
export const form: Form<AnnouncementValue> = {
  schema: announcementSchema,
  jsonSchema: announcementJsonSchema,
}
