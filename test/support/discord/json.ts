/** The stand-in's things in Discord's own shapes. */
import { ApplicationFlags, ChannelType, GuildMemberFlags, MessageType } from 'discord-api-types/v10'
import type {
  APIInteractionGuildMember,
  APIMessage,
  APIUser,
  GatewayGuildCreateDispatchData,
  GatewayReadyDispatchData,
} from 'discord-api-types/v10'
import { applicationId, guildId, serverChannelId, type BotMessage, type Person } from './state.ts'

export function userJson(id: string, name: string, isBot = false): APIUser {
  const looks = {
    avatar: null,
    banner: null,
    accent_color: null,
    primary_guild: null,
    public_flags: 0,
    flags: 0,
  }
  return { id, username: name, discriminator: '0', global_name: null, bot: isBot, ...looks }
}

export const botUser = userJson(applicationId, 'hejnal', true)

export function guildMemberJson({ user }: Person): APIInteractionGuildMember {
  return {
    user,
    roles: [],
    joined_at: '2026-01-01T00:00:00+00:00',
    deaf: false,
    mute: false,
    flags: GuildMemberFlags.CompletedOnboarding,
    permissions: '2147483648',
  }
}

export function messageJson(message: BotMessage): APIMessage {
  return {
    id: message.id,
    channel_id: message.channelId,
    type: MessageType.Default,
    author: botUser,
    content: message.content,
    components: [...message.components],
    attachments: message.files.map((file, index) => attachmentJson(file.name, file.mediaType, index)),
    flags: message.flags,
    timestamp: message.createdAt.toISOString(),
    edited_timestamp: null,
    embeds: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
  }
}

function attachmentJson(filename: string, content_type: string, index: number) {
  const url = `https://cdn.discordapp.com/attachments/${index}/${filename}`
  return {
    id: String(900_000_000_000_000_100n + BigInt(index)),
    filename,
    content_type,
    size: 1,
    url,
    proxy_url: url,
  }
}

export function readyJson(sessionId: string, gatewayUrl: string): GatewayReadyDispatchData {
  return {
    v: 10,
    user: botUser,
    guilds: [{ id: guildId, unavailable: true }],
    session_id: sessionId,
    resume_gateway_url: gatewayUrl,
    application: { id: applicationId, flags: ApplicationFlags.GatewayMessageContentLimited, flags_new: '0' },
  }
}

/** A server with one text channel. */
export function guildJson(): GatewayGuildCreateDispatchData {
  const everyone = {
    id: guildId,
    name: '@everyone',
    permissions: '0',
    position: 0,
    color: 0,
    hoist: false,
    managed: false,
    mentionable: false,
    flags: 0,
  }
  const channel = {
    id: serverChannelId,
    type: ChannelType.GuildText,
    name: 'rada-mlodych',
    position: 0,
    permission_overwrites: [],
    guild_id: guildId,
  }
  const lists = {
    emojis: [],
    stickers: [],
    features: [],
    threads: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    members: [],
  }
  const more = { guild_scheduled_events: [], soundboard_sounds: [], roles: [everyone], channels: [channel] }
  const guild = {
    id: guildId,
    name: 'Kraków',
    owner_id: '900000000000000009',
    joined_at: '2026-01-01T00:00:00+00:00',
    large: false,
    member_count: 3,
  }
  return {
    ...guild,
    ...lists,
    ...more,
    unavailable: false,
    preferred_locale: 'pl',
  } as unknown as GatewayGuildCreateDispatchData
}
