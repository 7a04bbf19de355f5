/** What a person did in Discord: how it is acknowledged at once, and what is handed over. */
import {
  ComponentType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  MessageType,
  SnowflakeUtil,
} from 'discord.js'
import type {
  APIChatInputApplicationCommandInteraction,
  APIInteraction,
  APIInteractionResponse,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
  GatewayMessageCreateDispatchData,
} from 'discord.js'
import type { Incoming } from '../../domain/message.ts'
import { clean, cleaned } from '../clean.ts'
import { givenFile } from './attachment.ts'
import { attachmentIn, formFor, textIn } from './form.ts'
import { decode, type Mark } from './mark.ts'
import { gather, gathered } from './gather.ts'
import { encodeVia, type InteractionVia } from './via.ts'
import type { WordsOf } from './words.ts'

/** One interaction, understood. */
export interface Act {
  readonly id: string
  readonly token: string
  /** The acknowledgement that Discord has to have within three seconds. */
  readonly callback: APIInteractionResponse
  /** What is handed over; missing where the acknowledgement says it all (a form opens, a menu remembers). */
  readonly incoming?: Incoming
  readonly via: InteractionVia
  /** The acknowledgement left a "thinking…" of ours that has to be filled or taken away. */
  readonly hasPlaceholder: boolean
}

/** Reads an interaction from the gateway; undefined for kinds we never offer. */
export function actOf(interaction: APIInteraction, words: WordsOf): Act | undefined {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return answered(interaction, {
        text: commandText(interaction as APIChatInputApplicationCommandInteraction),
      })
    case InteractionType.MessageComponent:
      return componentAct(interaction, words)
    case InteractionType.ModalSubmit:
      return submitted(interaction)
    default:
      return undefined
  }
}

/** A direct message, and one act more for each further file of it; none for everything else (bots, system messages, channels of a server). */
export function incomingsOf(message: GatewayMessageCreateDispatchData): Incoming[] {
  const isTyped = message.type === MessageType.Default || message.type === MessageType.Reply
  if (message.guild_id !== undefined || message.author.bot || message.webhook_id !== undefined || !isTyped)
    return []
  const dm = message.channel_id
  const act = {
    id: message.id,
    from: { channel: 'discord', value: message.author.id },
    at: instantOf(message.id),
    text: clean(message.content),
    via: encodeVia({ dm }),
  } as const
  const [first, ...others] = message.attachments.map((attachment) => ({
    file: givenFile(attachment),
    via: encodeVia({ dm, file: attachment.url }),
  }))
  const further = others.map((given, index) => ({
    ...act,
    id: `${message.id}.${index + 1}`,
    text: '',
    ...given,
  }))
  return [{ ...act, ...first }, ...further]
}

function submitted(interaction: APIModalSubmitInteraction): Act {
  const act = answered(interaction, { text: textIn(interaction) })
  const attachment = attachmentIn(interaction)
  if (!attachment || !act.incoming) return act
  const via = encodeVia({ ...act.via, file: attachment.url })
  return { ...act, incoming: { ...act.incoming, file: givenFile(attachment), via } }
}

function commandText({ data }: APIChatInputApplicationCommandInteraction): string {
  const [option] = data.options ?? []
  const value = option && 'value' in option ? ` ${String(option.value)}` : ''
  return `/${data.name}${value}`
}

function componentAct(interaction: APIMessageComponentInteraction, words: WordsOf): Act {
  const mark = decode(interaction.data.custom_id)
  if (mark.kind === 'write') return unheard(interaction, formFor(mark, words(mark.lang)))
  if (mark.kind === 'gather') return unheard(interaction, gather(interaction))
  return answered(interaction, meaningOf(mark, interaction))
}

function meaningOf(mark: Mark, interaction: APIMessageComponentInteraction): Partial<Incoming> {
  switch (mark.kind) {
    case 'start':
      return { text: `/start ${mark.payload}` }
    case 'choice':
      return { choice: mark.id }
    case 'one':
      return meaningOf(decode(valuesOf(interaction)[0] ?? ''), interaction)
    case 'several':
      return { choices: valuesOf(interaction).map(choiceIn) }
    default:
      return { choices: gathered(interaction.message).map(choiceIn) }
  }
}

function valuesOf({ data }: APIMessageComponentInteraction): readonly string[] {
  return data.component_type === ComponentType.StringSelect ? data.values : []
}

function choiceIn(value: string): string {
  const mark = decode(value)
  return mark.kind === 'choice' ? mark.id : value
}

function answered(interaction: APIInteraction, meaning: Partial<Incoming>): Act {
  const via = viaOf(interaction)
  const hasPlaceholder = !isOnOurPrivateMessage(interaction)
  const callback: APIInteractionResponse = hasPlaceholder
    ? {
        type: InteractionResponseType.DeferredChannelMessageWithSource,
        data: via.isEphemeral ? { flags: MessageFlags.Ephemeral } : {},
      }
    : { type: InteractionResponseType.DeferredMessageUpdate }
  return {
    ...basis(interaction),
    callback,
    hasPlaceholder,
    incoming: { ...incomingBasis(interaction, via), ...cleaned(meaning) },
  }
}

function unheard(interaction: APIInteraction, callback: APIInteractionResponse): Act {
  return { ...basis(interaction), callback, hasPlaceholder: false }
}

function basis(interaction: APIInteraction) {
  return { id: interaction.id, token: interaction.token, via: viaOf(interaction) }
}

/** A tap on a message that others see too is answered beside it; on the person's own message, in it. */
function isOnOurPrivateMessage({ message, guild_id }: APIInteraction): boolean {
  if (!message) return false
  return guild_id === undefined || ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0
}

function viaOf(interaction: APIInteraction): InteractionVia {
  const { application_id: app, token, id, guild_id } = interaction
  const channel = interaction.channel?.id ?? interaction.message?.channel_id ?? ''
  return { app, token, issuedAt: instantOf(id).getTime(), channel, isEphemeral: guild_id !== undefined }
}

function incomingBasis(interaction: APIInteraction, via: InteractionVia): Incoming {
  const value = (interaction.member?.user ?? interaction.user)?.id ?? ''
  return {
    id: interaction.id,
    from: { channel: 'discord', value },
    at: instantOf(interaction.id),
    ...('locale' in interaction ? { locale: interaction.locale } : {}),
    ...(via.isEphemeral ? { place: placeOf(via.channel) } : {}),
    via: encodeVia(via),
  }
}

/** A server's channel as an address; the sign tells it from a person, whose id looks the same. */
function placeOf(channel: string): NonNullable<Incoming['place']> {
  return { channel: 'discord', value: `#${channel}` }
}

function instantOf(snowflake: string): Date {
  return new Date(SnowflakeUtil.timestampFrom(snowflake))
}
