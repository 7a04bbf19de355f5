/** The form (modal) for a typed answer or a file, where a server's channel offers no private line to type in. */
import { ComponentType, InteractionResponseType, TextInputStyle } from 'discord.js'
import type {
  APIAttachment,
  APIFileUploadComponent,
  APIModalInteractionResponse,
  APIModalSubmitInteraction,
  APITextInputComponent,
} from 'discord.js'
import type { Mark } from './mark.ts'
import { cut, type DiscordWords } from './words.ts'

const maxTitle = 45
const maxNumberChars = 30

type Write = Extract<Mark, { kind: 'write' }>

/** The form that opens when the button with this mark is tapped. */
export function formFor(mark: Write, words: DiscordWords): APIModalInteractionResponse {
  const title = mark.expects === 'file' ? words.hand : words.write
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id: 't',
      title: cut(title, maxTitle),
      components: mark.expects === 'file' ? lineAndUpload(mark, words) : [lineAlone(mark, words)],
    },
  }
}

function lineAlone(
  mark: Write,
  words: DiscordWords,
): APIModalInteractionResponse['data']['components'][number] {
  const input = { ...line(mark), label: cut(words.yourAnswer, maxTitle), required: true }
  return { type: ComponentType.ActionRow, components: [input] }
}

/** Words, a file, or both. */
function lineAndUpload(mark: Write, words: DiscordWords): APIModalInteractionResponse['data']['components'] {
  const upload: APIFileUploadComponent = {
    type: ComponentType.FileUpload,
    custom_id: 'file',
    min_values: 0,
    max_values: 1,
    required: false,
  }
  const written = { ...line(mark), required: false }
  return [
    { type: ComponentType.Label, label: cut(words.yourAnswer, maxTitle), component: written },
    { type: ComponentType.Label, label: cut(words.file, maxTitle), component: upload },
  ]
}

function line({ expects, maxChars }: Write): APITextInputComponent {
  const isNumber = expects === 'number'
  return {
    type: ComponentType.TextInput,
    custom_id: 'text',
    style: isNumber ? TextInputStyle.Short : TextInputStyle.Paragraph,
    max_length: isNumber ? Math.min(maxChars, maxNumberChars) : maxChars,
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

/** What was uploaded with it. */
export function attachmentIn({ data }: APIModalSubmitInteraction): APIAttachment | undefined {
  const uploads = data.components.flatMap((part) =>
    'component' in part && part.component.type === ComponentType.FileUpload ? part.component.values : [],
  )
  return data.resolved?.attachments?.[uploads[0] ?? '']
}
