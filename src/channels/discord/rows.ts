/** The rows of buttons and menus under a message, within Discord's limits. */
import { ButtonStyle, ComponentType } from 'discord.js'
import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIComponentInMessageActionRow,
  APISelectMenuOption,
  APIStringSelectComponent,
} from 'discord.js'
import type { Choice, Outgoing } from '../../domain/message.ts'
import { encode, maxFormChars } from './mark.ts'
import { cut, type DiscordWords } from './words.ts'

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>
type Button = APIButtonComponentWithCustomId

const maxRows = 5
const maxButtonsInRow = 5
const maxOptionsInMenu = 25
const maxButtonLabel = 80
const maxOptionLabel = 100
const maxPlaceholder = 150
const tick = '✓ '

/** All rows of a message: the answers, writing, the steps, help. */
export function rowsOf(message: Outgoing, words: DiscordWords): Row[] {
  const answers = answersOf(message)
  if (!isMenu(message, answers))
    return [...rowsOfButtons(answers.map(answerButton)), ...tailOf(message, words, [])]
  return withMenus(message, answers, words)
}

/** The choices that answer the question, without doubles (Discord refuses a message that has the same id twice). */
export function answersOf(message: Outgoing): Choice[] {
  return choicesIn(message, 'answer')
}

function choicesIn(message: Outgoing, row: NonNullable<Choice['row']>): Choice[] {
  const unique = new Map(message.choices?.map((choice) => [idOf(choice), choice]))
  return [...unique.values()].filter((choice) => (choice.row ?? 'answer') === row)
}

function isMenu(message: Outgoing, answers: readonly Choice[]): boolean {
  const isLong = answers.some(({ label }) => label.length + tick.length > maxButtonLabel)
  return answers.length > 0 && (message.pick === 'several' || answers.length > maxButtonsInRow || isLong)
}

function withMenus(message: Outgoing, answers: readonly Choice[], words: DiscordWords): Row[] {
  const lists = chunk(answers, maxOptionsInMenu)
  const isGathered = message.pick === 'several' && lists.length > 1
  const handOver = isGathered
    ? [button({ kind: 'hand-over' }, words.send ?? words.choose, ButtonStyle.Primary)]
    : []
  const isTooLong = lists.length > maxRows - 1
  const asked: Outgoing = isTooLong && !message.expects ? { ...message, expects: 'text' } : message
  const apart = tailOf(asked, words, handOver)
  const tail = lists.length + apart.length > maxRows ? rowsOfButtons(apart.flatMap(buttonsOf)) : apart
  const menus = lists
    .slice(0, maxRows - tail.length)
    .map((list, index) => menu(message, list, index, words, isGathered))
  return [...menus, ...tail]
}

/** Everything below the answers. A list too long for menus gets the form too: a typed answer works wherever a choice does. */
function tailOf(message: Outgoing, words: DiscordWords, handOver: readonly Button[]): Row[] {
  const write = message.expects && !message.isPublic ? [writeButton(message, words)] : []
  const steps = choicesIn(message, 'step').map((choice) => plainButton(choice))
  const help = choicesIn(message, 'help').map((choice) => plainButton(choice))
  return [...rowsOfButtons([...handOver, ...write]), ...rowsOfButtons(steps), ...rowsOfButtons(help)]
}

function menu(
  message: Outgoing,
  choices: readonly Choice[],
  index: number,
  words: DiscordWords,
  isGathered: boolean,
): Row {
  const isSeveral = message.pick === 'several'
  const max = isSeveral ? Math.max(1, Math.min(message.max ?? choices.length, choices.length)) : 1
  const select: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: encode({ kind: isGathered ? 'gather' : isSeveral ? 'several' : 'one', menu: index }),
    placeholder: cut(index === 0 ? words.choose : words.more, maxPlaceholder),
    min_values: isSeveral ? 0 : 1,
    max_values: max,
    options: options(message, choices, index * maxOptionsInMenu, isSeveral ? max : 0),
  }
  return { type: ComponentType.ActionRow, components: [select] }
}

/** `maxDefaults` is 0 in a menu for one: a default cannot be chosen again there, so the answer of before is only ticked. */
function options(
  message: Outgoing,
  choices: readonly Choice[],
  offset: number,
  maxDefaults: number,
): APISelectMenuOption[] {
  const isNumbered = hasLongAnswers(message)
  const defaults = new Set(choices.filter((choice) => choice.isPicked).slice(0, maxDefaults))
  return choices.map((choice, index) => ({
    label: cut(
      `${tickOf(choice, maxDefaults)}${isNumbered ? `${offset + index + 1}. ` : ''}${choice.label}`,
      maxOptionLabel,
    ),
    value: idOf(choice),
    ...(defaults.has(choice) ? { default: true } : {}),
  }))
}

/** Whether some answer does not fit into a menu whole, so that the message itself has to list them. */
export function hasLongAnswers(message: Outgoing): boolean {
  return answersOf(message).some(({ label }) => label.length + tick.length > maxOptionLabel)
}

function tickOf(choice: Choice, maxDefaults: number): string {
  return choice.isPicked && maxDefaults === 0 ? tick : ''
}

function answerButton(choice: Choice): Button {
  return plainButton(choice, choice.isPicked ? ButtonStyle.Success : ButtonStyle.Primary)
}

function plainButton(choice: Choice, style: Button['style'] = ButtonStyle.Secondary): Button {
  return buttonWith(idOf(choice), `${choice.isPicked ? tick : ''}${choice.label}`, style)
}

function writeButton(
  { expects = 'text', maxChars = maxFormChars, lang }: Outgoing,
  words: DiscordWords,
): Button {
  const label = expects === 'file' ? words.hand : words.write
  return button({ kind: 'write', expects, maxChars, lang }, label, ButtonStyle.Primary)
}

function button(mark: Parameters<typeof encode>[0], label: string, style: Button['style']): Button {
  return buttonWith(encode(mark), label, style)
}

function buttonWith(custom_id: string, label: string, style: Button['style']): Button {
  return { type: ComponentType.Button, style, label: cut(label, maxButtonLabel), custom_id }
}

function idOf(choice: Choice): string {
  return encode(
    choice.start === undefined ? { kind: 'choice', id: choice.id } : { kind: 'start', payload: choice.start },
  )
}

function rowsOfButtons(buttons: readonly Button[]): Row[] {
  return chunk(buttons, maxButtonsInRow).map((components) => ({ type: ComponentType.ActionRow, components }))
}

function buttonsOf(row: Row): Button[] {
  return row.components as Button[]
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
