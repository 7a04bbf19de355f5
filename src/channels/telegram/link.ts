/** Where a bot is found in Telegram. */
import { connect } from './connection.ts'

/** Long enough for a platform that is well; whoever waits sits at a terminal. */
const patienceMs = 4_000

/** A link that opens the bot and hands it `start`; undefined when Telegram does not say who the bot is. */
export async function telegramLink(
  { token, apiRoot }: { readonly token: string; readonly apiRoot: string },
  start: string,
): Promise<string | undefined> {
  const connection = connect({ token, apiRoot, callTimeoutMs: patienceMs })
  try {
    return `https://t.me/${await connection.username()}?start=${encodeURIComponent(start)}`
  } catch {
    return undefined
  } finally {
    connection.close()
  }
}
