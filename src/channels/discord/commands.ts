/** The slash commands, described to Discord in every language. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
} from 'discord.js'
import type {
  APIApplicationCommandBasicOption,
  LocalizationMap,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js'
import { cut } from './words.ts'

/** A command; texts by language (`pl`, `en`, `uk`). Names are lower-case and without spaces, in any script. */
export interface SlashCommand {
  /** The English name; the command arrives as `/name`, whatever name the person saw. */
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  readonly descriptions: Readonly<Record<string, string>>
  readonly option?: {
    readonly name: string
    readonly descriptions: Readonly<Record<string, string>>
    readonly isRequired: boolean
  }
}

const maxDescription = 100

/** The body that replaces all global commands of the application. */
export function commandBodies(
  commands: readonly SlashCommand[],
): RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  return commands.map((command) => ({
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    name_localizations: localized(command.names),
    ...described(command.descriptions, command.name),
    options: command.option ? [optionBody(command.option)] : [],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  }))
}

function optionBody(option: NonNullable<SlashCommand['option']>): APIApplicationCommandBasicOption {
  return {
    type: ApplicationCommandOptionType.String,
    name: option.name,
    ...described(option.descriptions, option.name),
    required: option.isRequired,
  }
}

function described(texts: Readonly<Record<string, string>>, fallback: string) {
  return {
    description: cut(texts['en'] ?? fallback, maxDescription),
    description_localizations: localized(texts),
  }
}

function localized(texts: Readonly<Record<string, string>>): LocalizationMap {
  const known = new Set<string>(Object.values(Locale))
  const entries = Object.entries(texts).filter(([locale]) => known.has(locale))
  return Object.fromEntries(entries.map(([locale, text]) => [locale, cut(text, maxDescription)]))
}
