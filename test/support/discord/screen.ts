/** What a person sees, and finding the buttons, menus and lines in it. */
import { ComponentType } from 'discord-api-types/v10'
import type { APIAttachment, APIStringSelectComponent } from 'discord-api-types/v10'
import { shown } from './markdown.ts'
import type { BotMessage, Person, State, UploadedFile } from './state.ts'

/** A message as a person sees it. */
export interface Screen {
  readonly text: string
  /** Labels of all buttons, from top to bottom. */
  readonly buttons: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Labels of all menu options; `picked` are those ticked at the moment. */
  readonly options: readonly string[]
  readonly picked: readonly string[]
  readonly isEphemeral: boolean
  readonly files: readonly UploadedFile[]
}

/** Everything of the bot's that this person alone can see, least recently changed first. */
export function privateTo(state: State, { user, dmChannelId }: Person): BotMessage[] {
  return [...state.seenBy(user.id), ...state.seenBy(dmChannelId)].toSorted((a, b) => a.touched - b.touched)
}

export function screenOf(message: BotMessage | undefined): Screen {
  const rows = (message?.components ?? []).map((row) =>
    row.type === ComponentType.ActionRow ? row.components : [],
  )
  const labels = rows.map((row) =>
    row.flatMap((part) => (part.type === ComponentType.Button && 'label' in part ? [part.label ?? ''] : [])),
  )
  const options = message ? menusOf(message).flatMap((menu) => menu.options) : []
  return {
    text: shown(message?.content ?? ''),
    buttons: labels.flat(),
    rows: labels.filter((row) => row.length > 0),
    options: options.map(({ label }) => label),
    picked: options.filter((option) => option.default).map(({ label }) => label),
    isEphemeral: message?.viewer !== undefined,
    files: message?.files ?? [],
  }
}

/** Resolves with the person's screen once its text matches. */
export function seen(state: State, person: Person, what: string | RegExp, limitMs: number): Promise<Screen> {
  const places = [person.user.id, person.dmChannelId]
  const current = () => screenOf(privateTo(state, person).at(-1))
  return new Promise((resolve, reject) => {
    const look = () => {
      const screen = current()
      if (typeof what === 'string' ? !screen.text.includes(what) : !what.test(screen.text)) return
      stop()
      resolve(screen)
    }
    const stop = () => {
      clearTimeout(timer)
      places.forEach((place) => state.changes.off(place, look))
    }
    const fail = () => {
      stop()
      reject(new Error(`${String(what)} did not appear; the screen shows ${JSON.stringify(current())}`))
    }
    const timer = setTimeout(fail, limitMs)
    places.forEach((place) => state.changes.on(place, look))
    look()
  })
}

function partsOf(message: BotMessage) {
  return message.components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []))
}

function menusOf(message: BotMessage): APIStringSelectComponent[] {
  return partsOf(message).filter((part) => part.type === ComponentType.StringSelect)
}

const bare = (label: string) => label.replace(/^✓ /, '').replace(/^\d+\. /, '')
const isCalled = (label: string, wanted: string) => label === wanted || bare(label) === wanted

type Found =
  | { message: BotMessage; customId: string }
  | { message: BotMessage; menu: APIStringSelectComponent; option: string }

export function findPart(messages: readonly BotMessage[], wanted: string): Found {
  for (const message of messages.toReversed()) {
    for (const part of partsOf(message)) {
      const customId = 'custom_id' in part ? part.custom_id : undefined
      if (
        part.type === ComponentType.Button &&
        customId &&
        (customId === wanted || isCalled('label' in part ? (part.label ?? '') : '', wanted))
      ) {
        return { message, customId }
      }
      const menu = part.type === ComponentType.StringSelect ? part : undefined
      const option = menu?.options.find(({ label, value }) => value === wanted || isCalled(label, wanted))
      if (menu && option) return { message, menu, option: option.value }
    }
  }
  throw new Error(`nothing called "${wanted}" to tap on ${JSON.stringify(messages.slice(-3).map(screenOf))}`)
}

export function findMenu(messages: readonly BotMessage[], labels: readonly string[]) {
  for (const message of messages.toReversed()) {
    for (const menu of menusOf(message)) {
      const options = labels.map((wanted) =>
        menu.options.find(({ label, value }) => value === wanted || isCalled(label, wanted)),
      )
      if (options.every((option) => option !== undefined))
        return { message, menu, values: options.map(({ value }) => value) }
    }
  }
  throw new Error(`no menu with ${labels.join(', ')} on ${JSON.stringify(messages.slice(-3).map(screenOf))}`)
}

function inputOf({ data }: NonNullable<Person['form']>) {
  const [part] = data.components
  const input =
    part && ('component' in part ? part.component : 'components' in part ? part.components[0] : undefined)
  if (input?.type !== ComponentType.TextInput) throw new Error('the form has no line to write in')
  return { input, label: part && 'label' in part ? part.label : (input.label ?? '') }
}

export function formScreen(form: NonNullable<Person['form']>) {
  const { input, label } = inputOf(form)
  return { title: form.data.title, label, maxLength: input.max_length }
}

export function formData(form: NonNullable<Person['form']>, value: string, attachment?: APIAttachment) {
  const { input } = inputOf(form)
  if (value.length > (input.max_length ?? 4000))
    throw new Error(`the form takes at most ${input.max_length} characters`)
  if (value === '' && input.required !== false) throw new Error('the form needs a word')
  const line = { type: ComponentType.TextInput, id: 2, custom_id: input.custom_id, value }
  const upload = uploadOf(form)
  if (!upload && attachment) throw new Error('the form has no place for a file')
  if (!upload)
    return {
      custom_id: form.data.custom_id,
      components: [{ type: ComponentType.ActionRow, id: 1, components: [line] }],
    }
  const values = attachment ? [attachment.id] : []
  const place = { type: ComponentType.FileUpload, id: 4, custom_id: upload.custom_id, values }
  return {
    custom_id: form.data.custom_id,
    components: [
      { type: ComponentType.Label, id: 1, component: line },
      { type: ComponentType.Label, id: 3, component: place },
    ],
    ...(attachment && { resolved: { attachments: { [attachment.id]: attachment } } }),
  }
}

function uploadOf({ data }: NonNullable<Person['form']>) {
  return data.components
    .flatMap((part) => ('component' in part ? [part.component] : []))
    .find((part) => part.type === ComponentType.FileUpload)
}
