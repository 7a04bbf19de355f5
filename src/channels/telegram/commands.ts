/** The menu of commands that Telegram shows beside the keyboard. */
import type { Log } from '../../runtime/log.ts'
import type { Connection } from './connection.ts'
import { sendErrorOf } from './errors.ts'

export interface CommandMenu {
  readonly locale: string
  readonly commands: readonly { readonly command: string; readonly description: string }[]
}

/** Publishes a menu per language, the first one also for everybody else. A menu out of date is no reason to stop. */
export async function publishCommands(
  { api }: Connection,
  menus: readonly CommandMenu[],
  log: Log,
): Promise<void> {
  const scope = { type: 'all_private_chats' } as const
  const published = menus.map(({ locale, commands }, index) => ({
    commands,
    only: { language_code: locale.slice(0, 2) },
    isFirst: index === 0,
  }))
  try {
    for (const { commands, only, isFirst } of published) {
      if (isFirst) await api.setMyCommands([...commands], { scope })
      await api.setMyCommands([...commands], { scope, ...only } as Parameters<typeof api.setMyCommands>[1])
    }
  } catch (error) {
    log.warn({ reason: sendErrorOf(error).message }, 'the menu of commands was not published')
  }
}
