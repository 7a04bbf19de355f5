/** The form (modal) for a typed answer, where a server's channel offers no private line to type in. */
import { ComponentType, InteractionResponseType, TextInputStyle } from 'discord.js'
import type {
  APIModalInteractionResponse,
  APIModalSubmitInteraction,
  APITextInputComponent,
} from 'discord.js'
import type { Mark } from './mark.ts'
import { cut, type DiscordWords } from './words.ts'

const maxTitle = 45
const maxNumberChars = 30

/** The form that opens when the button with this mark is tapped. */
export function formFor(
  mark: Extract<Mark, { kind: 'write' }>,
  words: DiscordWords,
): APIModalInteractionResponse {
  const isNumber = mark.expects === 'number'
  const input: APITextInputComponent = {
    type: ComponentType.TextInput,
    custom_id: 'text',
    label: cut(words.yourAnswer, maxTitle),
    style: isNumber ? TextInputStyle.Short : TextInputStyle.Paragraph,
    max_length: isNumber ? Math.min(mark.maxChars, maxNumberChars) : mark.maxChars,
    required: true,
  }
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id: 't',
      title: cut(words.write, maxTitle),
      components: [{ type: ComponentType.ActionRow, components: [input] }],
    },
  }
}

/** What was typed into it. */
export function textIn({ data }: APIModalSubmitInteraction): string {
  const fields = data.components.flatMap((part) =>
    'components' in part ? part.components : 'component' in part ? [part.component] : [],
  )
  return (
    fields
      .map((field) => ('value' in field && typeof field.value === 'string' ? field.value : ''))
      .find(Boolean) ?? ''
  )
}
