/** People a test acts as: in a server's channel and in direct messages with the bot. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  GatewayDispatchEvents,
  GatewayIntentBits,
  InteractionContextType,
  InteractionType,
  MessageType,
} from 'discord-api-types/v10'
import type {
  APIMessageStringSelectInteractionData,
  APIStringSelectComponent,
  GatewayMessageCreateDispatchData,
} from 'discord-api-types/v10'
import type { HandedFile } from '../shelf.ts'
import { attach } from './attachment.ts'
import type { Gateway } from './gateway.ts'
import { guildMemberJson, messageJson, userJson } from './json.ts'
import { findMenu, findPart, formData, formScreen, screenOf, seen, privateTo, type Screen } from './screen.ts'
import {
  applicationId,
  guildId,
  serverChannelId,
  type BotMessage,
  type Interaction,
  type Person,
  type State,
} from './state.ts'

/** What the person sees happen: `failed` is "The application did not respond". */
export type Outcome = 'acknowledged' | 'failed'

export interface Member {
  readonly id: string
  /** Runs a slash command, by its English name or the one shown in the person's language. */
  runs(command: string, options?: Readonly<Record<string, string>>, where?: 'server' | 'dm'): Promise<Outcome>
  /** Taps the newest button, or chooses the newest menu option, with this label or id. */
  taps(labelOrId: string): Promise<Outcome>
  /** Chooses exactly these options of the newest menu that has them. */
  selects(labels: readonly string[]): Promise<Outcome>
  /** Fills in the open form and sends it, with a file if the form has a place for one. */
  submits(text: string, file?: HandedFile): Promise<Outcome>
  /** Sends a `custom_id` nobody offered, as a changed client can; with `values`, as that of a menu. */
  forges(customId: string, values?: readonly string[]): Promise<Outcome>
  /** What the bot shows this person alone, oldest change first; `change` is a new number whenever a message appears or changes. */
  shown(): readonly { readonly change: number; text(): string }[]
  /** The gateway delivers the last act once more, as it does when two processes of the bot run. */
  repeats(): void
  /** Writes to the bot in direct messages; returns the message's id. */
  says(text: string): string
  /** Attaches files to a direct message; returns its id. */
  hands(...files: readonly HandedFile[]): string
  /** Writes in the server's channel, where the bot is not meant to read. */
  saysInServer(text: string): string
  /** The form that is open: its title, the label of its line, how much fits. */
  form():
    | { readonly title: string; readonly label: string; readonly maxLength: number | undefined }
    | undefined
  /** The message that changed last of those meant for this person. */
  screen(): Screen
  /** All of those, oldest change first. */
  screens(): readonly Screen[]
  /** Resolves with the screen once its text matches. @throws when it does not within the limit */
  sees(what: string | RegExp, limitMs?: number): Promise<Screen>
  closesDms(): void
  opensDms(): void
}

export interface World {
  readonly state: State
  readonly gateway: Gateway
  /** Where attachments lie. */
  readonly cdn: () => string
  /** Interactions that got no acknowledgement in time. */
  readonly failures: string[]
}

const answerLimitMs = 3_000

export function newMember(
  world: World,
  init: { readonly locale?: string; readonly name?: string; readonly id?: string },
): Member {
  const { state, gateway, cdn } = world
  const id = init.id ?? state.nextId()
  const person: Person = {
    user: userJson(id, init.name ?? 'ala'),
    locale: init.locale ?? 'pl',
    dmChannelId: state.nextId(),
    areDmsClosed: false,
  }
  state.people.set(id, person)
  state.dms.set(person.dmChannelId, person)

  let deliver = () => {}
  const interact = (
    kind: Interaction['kind'],
    type: InteractionType,
    channelId: string,
    data: unknown,
    message?: BotMessage,
  ): Promise<Outcome> => {
    const token = `token-${state.nextId()}-${kind}`
    const interactionId = state.nextId()
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        world.failures.push(kind)
        resolve('failed')
      }, answerLimitMs)
      const onAnswer = () => {
        clearTimeout(timer)
        resolve('acknowledged')
      }
      const place = { person: id, channelId, kind, onAnswer, ...(message ? { message } : {}) }
      state.interactions.set(token, { id: interactionId, token, issuedAt: state.now(), ...place })
      const payload = {
        id: interactionId,
        token,
        type,
        data,
        ...(message ? { message: messageJson(message) } : {}),
      }
      const event = { ...payload, ...surroundings(person, channelId) }
      deliver = () => void gateway.dispatch(GatewayDispatchEvents.InteractionCreate, event)
      deliver()
    })
  }

  const onMessage = (message: BotMessage, data: object) =>
    interact('component', InteractionType.MessageComponent, message.channelId, data, message)
  const tap = (message: BotMessage, custom_id: string) =>
    onMessage(message, { component_type: ComponentType.Button, custom_id })
  const select = (message: BotMessage, menu: APIStringSelectComponent, values: string[]) => {
    const data: APIMessageStringSelectInteractionData = {
      component_type: ComponentType.StringSelect,
      custom_id: menu.custom_id,
      values,
    }
    return onMessage(message, { ...data, id: menu.id })
  }
  const write = (channelId: string, content: string, where: object, intent: GatewayIntentBits) => {
    const message: GatewayMessageCreateDispatchData = {
      ...messageJson(newWords(state, channelId, content)),
      author: person.user,
      type: MessageType.Default,
      mentions: [],
      ...where,
    }
    deliver = () => void gateway.dispatch(GatewayDispatchEvents.MessageCreate, message, intent)
    deliver()
    return message.id
  }
  const own = () => privateTo(state, person)
  const inReach = () => [...state.seenBy(serverChannelId), ...own()]

  return {
    id,
    runs(command, options = {}, where = 'server') {
      const data = commandData(state, person, command, options)
      return interact(
        'command',
        InteractionType.ApplicationCommand,
        where === 'dm' ? person.dmChannelId : serverChannelId,
        data,
      )
    },
    taps(labelOrId) {
      const found = findPart(inReach(), labelOrId)
      return 'option' in found
        ? select(found.message, found.menu, [found.option])
        : tap(found.message, found.customId)
    },
    selects(labels) {
      const { message, menu, values } = findMenu(inReach(), labels)
      const { min_values: min = 1, max_values: max = 1 } = menu
      if (values.length < min || values.length > max)
        throw new Error(`this menu takes ${min} to ${max} options`)
      return select(message, menu, values)
    },
    submits(text, file) {
      const { form } = person
      if (!form) throw new Error('no form is open')
      delete person.form
      return interact(
        'form',
        InteractionType.ModalSubmit,
        form.message?.channelId ?? serverChannelId,
        formData(form, text, file && attach(state, cdn(), file)),
        form.message,
      )
    },
    forges(customId, values) {
      const message = own().at(-1)
      if (!message) throw new Error('there is no message to tap')
      if (!values) return tap(message, customId)
      return onMessage(message, { component_type: ComponentType.StringSelect, custom_id: customId, values })
    },
    shown: () => own().map((message) => ({ change: message.touched, text: () => screenOf(message).text })),
    repeats: () => deliver(),
    says: (text) => write(person.dmChannelId, text, {}, GatewayIntentBits.DirectMessages),
    hands: (...files) =>
      write(
        person.dmChannelId,
        files[0]?.caption ?? '',
        { attachments: files.map((file) => attach(state, cdn(), file)) },
        GatewayIntentBits.DirectMessages,
      ),
    saysInServer: (text) =>
      write(
        serverChannelId,
        text,
        { guild_id: guildId, member: guildMemberJson(person) },
        GatewayIntentBits.GuildMessages,
      ),
    form: () => person.form && formScreen(person.form),
    screen: () => screenOf(own().at(-1)),
    screens: () => own().map(screenOf),
    sees: (what, limitMs = 10_000) => seen(state, person, what, limitMs),
    closesDms: () => void (person.areDmsClosed = true),
    opensDms: () => void (person.areDmsClosed = false),
  }
}

function surroundings(person: Person, channelId: string) {
  const isServer = channelId === serverChannelId
  const who = isServer
    ? { member: guildMemberJson(person), guild_id: guildId, guild_locale: 'pl' }
    : { user: person.user }
  const type = isServer ? ChannelType.GuildText : ChannelType.DM
  return {
    ...who,
    application_id: applicationId,
    channel_id: channelId,
    channel: {
      id: channelId,
      type,
      ...(isServer ? { guild_id: guildId, name: 'rada-mlodych' } : { recipients: [person.user] }),
    },
    version: 1,
    app_permissions: '2147483648',
    locale: person.locale,
    entitlements: [],
    authorizing_integration_owners: { 0: isServer ? guildId : '0' },
    context: isServer ? InteractionContextType.Guild : InteractionContextType.BotDM,
    attachment_size_limit: 10_485_760,
  }
}

function commandData(
  state: State,
  { locale }: Person,
  command: string,
  options: Readonly<Record<string, string>>,
) {
  const spoken = command.replace(/^\//, '')
  const known = state.commands.find(({ name, name_localizations: names }) =>
    [name, names?.[locale as 'pl']].includes(spoken),
  )
  if (!known) throw new Error(`no command ${command} is registered`)
  const missing = known.options?.find((option) => option.required && !(option.name in options))
  if (missing) throw new Error(`${command} needs ${missing.name}`)
  const given = Object.entries(options).map(([name, value]) => ({
    type: ApplicationCommandOptionType.String,
    name,
    value,
  }))
  return {
    id: known.id,
    name: known.name,
    type: ApplicationCommandType.ChatInput,
    ...(given.length > 0 ? { options: given } : {}),
  }
}

function newWords(state: State, channelId: string, content: string): BotMessage {
  return {
    id: state.nextId(),
    channelId,
    flags: 0,
    createdAt: new Date(state.now()),
    content,
    components: [],
    files: [],
    isThinking: false,
    touched: 0,
  }
}
