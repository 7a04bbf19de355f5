/** A choice of several out of more than one menu: Discord's own copy of the message remembers what is picked so far. */
import { ComponentType, InteractionResponseType } from 'discord.js'
import type {
  APIComponentInMessageActionRow,
  APIInteractionResponse,
  APIMessage,
  APIMessageComponentInteraction,
  APIMessageTopLevelComponent,
  APIStringSelectComponent,
} from 'discord.js'
import { decode } from './mark.ts'

/** The acknowledgement that redraws the message with the menu's new selection. */
export function gather({ data, message }: APIMessageComponentInteraction): APIInteractionResponse {
  const values = new Set('values' in data ? data.values : [])
  const redraw = (menu: APIStringSelectComponent) =>
    menu.custom_id === data.custom_id ? withDefaults(menu, values) : menu
  const components = (message.components ?? []).map((row) => mapMenus(row, redraw))
  return { type: InteractionResponseType.UpdateMessage, data: { components } }
}

/** Everything that is picked in the menus of a message. */
export function gathered(message: APIMessage): string[] {
  const menus = (message.components ?? []).flatMap((row): APIComponentInMessageActionRow[] =>
    row.type === ComponentType.ActionRow ? row.components : [],
  )
  return menus
    .filter(isMenu)
    .flatMap((menu) => menu.options.filter((option) => option.default).map((option) => option.value))
}

function withDefaults(menu: APIStringSelectComponent, values: ReadonlySet<string>): APIStringSelectComponent {
  return {
    ...menu,
    options: menu.options.map((option) => ({ ...option, default: values.has(option.value) })),
  }
}

function mapMenus(
  row: APIMessageTopLevelComponent,
  redraw: (menu: APIStringSelectComponent) => APIStringSelectComponent,
): APIMessageTopLevelComponent {
  if (row.type !== ComponentType.ActionRow) return row
  return { ...row, components: row.components.map((part) => (isMenu(part) ? redraw(part) : part)) }
}

function isMenu(part: APIComponentInMessageActionRow): part is APIStringSelectComponent {
  return part.type === ComponentType.StringSelect && decode(part.custom_id).kind === 'gather'
}
