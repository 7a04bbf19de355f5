/** What Discord refuses although its schemas allow it: lengths, crowded rows, ids used twice. */
import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import type {
  APIComponentInMessageActionRow,
  APIMessageTopLevelComponent,
  APIStringSelectComponent,
} from 'discord-api-types/v10'

/** A refusal with Discord's own status and error code. */
export class Refusal extends Error {
  readonly status: number
  readonly code: number
  constructor(status: number, code: number, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** The refusals a test may want to provoke by name. */
export const refusals = {
  invalidForm: (what: string) => new Refusal(400, 50035, `Invalid Form Body: ${what}`),
  emptyMessage: () => new Refusal(400, 50006, 'Cannot send an empty message'),
  unauthorized: () => new Refusal(401, 0, '401: Unauthorized'),
  unknownInteraction: () => new Refusal(404, 10062, 'Unknown interaction'),
  alreadyAcknowledged: () => new Refusal(400, 40060, 'Interaction has already been acknowledged.'),
  unknownWebhook: () => new Refusal(404, 10015, 'Unknown Webhook'),
  invalidWebhookToken: () => new Refusal(401, 50027, 'Invalid Webhook Token'),
  unknownMessage: () => new Refusal(404, 10008, 'Unknown Message'),
  unknownChannel: () => new Refusal(404, 10003, 'Unknown Channel'),
  invalidRecipient: () => new Refusal(400, 50033, 'Invalid Recipient(s)'),
  closedDm: () => new Refusal(403, 50007, 'Cannot send messages to this user'),
} as const

export interface MessageBody {
  readonly content?: string | null
  readonly components?: readonly APIMessageTopLevelComponent[] | null
  readonly flags?: number
  readonly attachments?: readonly { readonly id: string; readonly filename?: string }[]
  readonly allowed_mentions?: unknown
  readonly nonce?: string | number
  readonly enforce_nonce?: boolean
}

/** @throws {Refusal} */
export function acceptMessage(body: MessageBody, fileCount: number): void {
  const content = body.content ?? ''
  if (content.length > 2000) throw refusals.invalidForm('content must be 2000 or fewer in length')
  if (content.trim() === '' && fileCount === 0) throw refusals.emptyMessage()
  acceptRows(body.components ?? [])
}

function acceptRows(rows: readonly APIMessageTopLevelComponent[]): void {
  if (rows.length > 5) throw refusals.invalidForm('at most 5 action rows')
  const parts = rows.flatMap((row) => {
    if (row.type !== ComponentType.ActionRow) throw refusals.invalidForm('only action rows here')
    acceptRow(row.components)
    return row.components
  })
  const ids = parts.flatMap((part) =>
    'custom_id' in part && part.custom_id !== undefined ? [part.custom_id] : [],
  )
  if (ids.some((id) => id.length < 1 || id.length > 100))
    throw refusals.invalidForm('custom_id must be between 1 and 100 in length')
  if (new Set(ids).size < ids.length) throw refusals.invalidForm('COMPONENT_CUSTOM_ID_DUPLICATED')
}

function acceptRow(parts: readonly APIComponentInMessageActionRow[]): void {
  if (parts.length < 1 || parts.length > 5) throw refusals.invalidForm('1 to 5 components in an action row')
  for (const part of parts) {
    if (part.type !== ComponentType.Button && parts.length > 1)
      throw refusals.invalidForm('a menu fills its row')
    if (part.type === ComponentType.StringSelect) acceptMenu(part)
    if (part.type === ComponentType.Button) acceptButton(part)
  }
}

function acceptButton(part: Extract<APIComponentInMessageActionRow, { type: ComponentType.Button }>): void {
  if (part.style === ButtonStyle.Link || part.style === ButtonStyle.Premium) return
  if ((part.label ?? '') === '' && !part.emoji)
    throw refusals.invalidForm('a button needs a label or an emoji')
  if ((part.label ?? '').length > 80) throw refusals.invalidForm('label must be 80 or fewer in length')
}

function acceptMenu({
  options,
  min_values: min = 1,
  max_values: max = 1,
  placeholder = '',
}: APIStringSelectComponent): void {
  if (options.length < 1 || options.length > 25) throw refusals.invalidForm('1 to 25 options in a menu')
  if (
    options.some(
      ({ label, value }) => label === '' || label.length > 100 || value === '' || value.length > 100,
    )
  )
    throw refusals.invalidForm('option too long')
  if (new Set(options.map(({ value }) => value)).size < options.length)
    throw refusals.invalidForm('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED')
  if (max > options.length || min > max)
    throw refusals.invalidForm('min_values and max_values must fit the options')
  if (options.filter((option) => option.default).length > max)
    throw refusals.invalidForm('more defaults than max_values')
  if (placeholder.length > 150) throw refusals.invalidForm('placeholder too long')
}

const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

interface CommandTexts {
  readonly name: string
  readonly name_localizations?: Readonly<Record<string, string | null>> | null
}

/** @throws {Refusal} when a name is not lower-case, has a space, or is there twice. */
export function acceptCommands(commands: readonly CommandTexts[]): void {
  const all = commands.flatMap((command) => [
    command.name,
    ...Object.values(command.name_localizations ?? {}).filter((name) => name !== null),
  ])
  const wrong = all.find((name) => !commandName.test(name) || name !== name.toLowerCase())
  if (wrong !== undefined) throw refusals.invalidForm(`APPLICATION_COMMAND_INVALID_NAME ${wrong}`)
  const names = commands.map(({ name }) => name)
  if (new Set(names).size < names.length) throw refusals.invalidForm('APPLICATION_COMMANDS_DUPLICATE_NAME')
}
