/** The REST routes the stand-in answers, each with the refusals Discord itself would give. */
import { ChannelType, ComponentType, InteractionResponseType, MessageFlags } from 'discord-api-types/v10'
import type {
  APIApplicationCommand,
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10'
import { acceptCommands, acceptMessage, refusals, type MessageBody } from './limits.ts'
import { messageJson } from './json.ts'
import {
  applicationId,
  serverChannelId,
  type BotMessage,
  type Interaction,
  type State,
  type UploadedFile,
} from './state.ts'

export interface Call {
  readonly ids: readonly string[]
  readonly body: unknown
  readonly files: readonly UploadedFile[]
}

export interface Route {
  readonly name: string
  readonly method: string
  readonly path: RegExp
  /** Without the bot's token in the header; what is in the address is enough. */
  readonly isOpen?: boolean
  readonly act: (state: State, call: Call, gatewayUrl: string) => unknown
}

const answerLimitMs = 3_000
const tokenLifeMs = 15 * 60_000
const nonceLifeMs = 5 * 60_000

/** Every route the stand-in knows; tests count and break them by `name`. */
export const routes: readonly Route[] = [
  { name: 'gateway', method: 'GET', path: /^\/gateway\/bot$/, act: (_, __, url) => gatewayJson(url) },
  {
    name: 'commands',
    method: 'PUT',
    path: /^\/applications\/(\d+)\/(?:guilds\/\d+\/)?commands$/,
    act: overwriteCommands,
  },
  {
    name: 'ack',
    method: 'POST',
    path: /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
    isOpen: true,
    act: acknowledge,
  },
  {
    name: 'edit',
    method: 'PATCH',
    path: /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/,
    isOpen: true,
    act: editOriginal,
  },
  {
    name: 'remove',
    method: 'DELETE',
    path: /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/,
    isOpen: true,
    act: removeOriginal,
  },
  { name: 'followUp', method: 'POST', path: /^\/webhooks\/(\d+)\/([^/]+)$/, isOpen: true, act: followUp },
  { name: 'openDm', method: 'POST', path: /^\/users\/@me\/channels$/, act: openDm },
  { name: 'post', method: 'POST', path: /^\/channels\/(\d+)\/messages$/, act: postMessage },
  { name: 'editPost', method: 'PATCH', path: /^\/channels\/(\d+)\/messages\/(\d+)$/, act: editMessage },
]

function gatewayJson(url: string) {
  return {
    url,
    shards: 1,
    session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
  }
}

function overwriteCommands(state: State, { ids, body }: Call) {
  if (ids[0] !== applicationId) throw refusals.unauthorized()
  const commands = body as APIApplicationCommand[]
  acceptCommands(commands)
  state.commands = commands.map((command) => ({
    ...command,
    id: state.nextId(),
    application_id: applicationId,
    version: state.nextId(),
  }))
  return state.commands
}

function acknowledge(state: State, { ids: [id, token = ''], body }: Call) {
  const interaction = state.interactions.get(token)
  const afterMs = interaction ? state.now() - interaction.issuedAt : 0
  if (!interaction || interaction.id !== id || afterMs > answerLimitMs) throw refusals.unknownInteraction()
  if (interaction.answerType !== undefined) throw refusals.alreadyAcknowledged()
  const { type, data } = body as { type: number; data?: MessageBody }
  acceptAnswer(state, interaction, type, data ?? {})
  interaction.answerType = type
  state.acks.push({ type, afterMs })
  interaction.onAnswer()
  return undefined
}

function acceptAnswer(state: State, interaction: Interaction, type: number, data: MessageBody): void {
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource:
      acceptMessage(data, 0)
      interaction.original = putAnswer(state, interaction, data)
      return
    case InteractionResponseType.DeferredChannelMessageWithSource:
      interaction.original = putAnswer(state, interaction, data, true)
      return
    case InteractionResponseType.DeferredMessageUpdate:
    case InteractionResponseType.UpdateMessage:
      interaction.original = tappedMessage(interaction)
      if (type === InteractionResponseType.UpdateMessage) change(state, interaction.original, data, [])
      return
    case InteractionResponseType.Modal:
      return openForm(state, interaction, data as unknown as APIModalInteractionResponseCallbackData)
    default:
      throw refusals.invalidForm(`answer type ${type}`)
  }
}

function tappedMessage({ message }: Interaction): BotMessage {
  if (!message) throw refusals.invalidForm('there is no message to update')
  return message
}

function openForm(
  state: State,
  { person, kind, message }: Interaction,
  data: APIModalInteractionResponseCallbackData,
): void {
  if (kind === 'form') throw refusals.invalidForm('a form cannot open a form')
  const owner = state.people.get(person)
  if (owner) owner.form = message ? { data, message } : { data }
  state.changes.emit(person)
}

function putAnswer(
  state: State,
  interaction: Interaction,
  body: MessageBody,
  isThinking = false,
  files: readonly UploadedFile[] = [],
): BotMessage {
  const isEphemeral = ((body.flags ?? 0) & MessageFlags.Ephemeral) !== 0
  const flags = (isEphemeral ? MessageFlags.Ephemeral : 0) | (isThinking ? MessageFlags.Loading : 0)
  const viewer = isEphemeral ? { viewer: interaction.person } : {}
  return state.put({
    ...viewer,
    channelId: interaction.channelId,
    flags,
    isThinking,
    files,
    ...contentOf(body),
  })
}

function contentOf(body: MessageBody): {
  content: string
  components: readonly APIMessageTopLevelComponent[]
} {
  return { content: body.content ?? '', components: numbered(body.components ?? []) }
}

/** Discord gives every component a number of its own. */
function numbered(rows: readonly APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  let id = 0
  return rows.map((row) => {
    id += 1
    if (row.type !== ComponentType.ActionRow) return { ...row, id }
    return { ...row, id, components: row.components.map((part) => ({ ...part, id: (id += 1) })) }
  })
}

function liveInteraction(state: State, [app, token = '']: readonly string[]): Interaction {
  const interaction = state.interactions.get(token)
  if (app !== applicationId || !interaction || state.now() - interaction.issuedAt > tokenLifeMs)
    throw refusals.invalidWebhookToken()
  if (interaction.answerType === undefined) throw refusals.unknownWebhook()
  return interaction
}

function originalOf(state: State, ids: readonly string[]): BotMessage {
  const { original } = liveInteraction(state, ids)
  if (!original || !state.messages.has(original.id)) throw refusals.unknownMessage()
  return original
}

function editOriginal(state: State, { ids, body, files }: Call) {
  return change(state, originalOf(state, ids), body as MessageBody, files)
}

function removeOriginal(state: State, { ids }: Call) {
  state.remove(originalOf(state, ids))
  delete liveInteraction(state, ids).original
}

function change(state: State, message: BotMessage, body: MessageBody, files: readonly UploadedFile[]) {
  const next = { content: message.content, components: message.components, ...definedOf(body) }
  acceptMessage(next, files.length)
  Object.assign(message, { ...contentOf(next), isThinking: false })
  if (body.attachments) message.files = files
  state.touch(message)
  return messageJson(message)
}

function definedOf(body: MessageBody): Partial<MessageBody> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
}

/** The first follow-up to a "thinking…" takes its place, as in Discord. */
function followUp(state: State, { ids, body, files }: Call) {
  const interaction = liveInteraction(state, ids)
  const { original } = interaction
  if (original?.isThinking) return change(state, original, body as MessageBody, files)
  acceptMessage(body as MessageBody, files.length)
  return messageJson(putAnswer(state, interaction, body as MessageBody, false, files))
}

function openDm(state: State, { body }: Call) {
  const person = state.people.get((body as { recipient_id?: string }).recipient_id ?? '')
  if (!person) throw refusals.invalidRecipient()
  return {
    id: person.dmChannelId,
    type: ChannelType.DM,
    flags: 0,
    last_message_id: null,
    recipients: [person.user],
  }
}

function postMessage(state: State, { ids: [channelId = ''], body, files }: Call) {
  const person = state.dms.get(channelId)
  if (!person && channelId !== serverChannelId) throw refusals.unknownChannel()
  if (person?.areDmsClosed) throw refusals.closedDm()
  const message = body as MessageBody
  acceptMessage(message, files.length)
  const nonce = message.nonce === undefined ? undefined : String(message.nonce)
  const known = message.enforce_nonce && nonce !== undefined ? sameNonce(state, channelId, nonce) : undefined
  return messageJson(
    known ??
      state.put({
        channelId,
        flags: 0,
        isThinking: false,
        files,
        ...contentOf(message),
        ...(nonce === undefined ? {} : { nonce }),
      }),
  )
}

function sameNonce(state: State, channelId: string, nonce: string): BotMessage | undefined {
  const isSame = (message: BotMessage) =>
    message.nonce === nonce && state.now() - message.createdAt.getTime() < nonceLifeMs
  return state.seenBy(channelId).find(isSame)
}

function editMessage(state: State, { ids: [channelId, id = ''], body, files }: Call) {
  const message = state.messages.get(id)
  if (!message || message.channelId !== channelId) throw refusals.unknownMessage()
  return change(state, message, body as MessageBody, files)
}
