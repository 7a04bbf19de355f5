/** The line to the Bot API: calls that end in time, and whether Telegram can be reached at all. */
import type { Readable } from 'node:stream'
import { Api, type ApiClientOptions } from 'grammy'
import type { Update } from 'grammy/types'
import { Agent, buildConnector, request, type Dispatcher } from 'undici'
import type { Channel } from '../channel.ts'
import { LineError } from './errors.ts'
import { fetchFiles } from './files.ts'

/** How long Telegram holds a poll open when there is nothing to tell. */
const pollSeconds = 25

/** The kinds of updates we ask for; nothing else leaves Telegram. */
export const allowedUpdates = ['message', 'callback_query'] as const

export interface Connection {
  readonly api: Api
  /** The bot's own username, asked for once. */
  username(): Promise<string>
  /** Fetches updates from `offset` on, which confirms all before it; `isPatient` waits for the next one when there is none. */
  poll(offset: number | undefined, isPatient: boolean, signal: AbortSignal): Promise<Update[]>
  /** Fetches a file by the id that came with a message, at most `atMost` bytes of it. @throws {FileError} */
  file(id: string, atMost: number): Promise<Uint8Array>
  state(): ReturnType<Channel['state']>
  close(): void
}

export interface ConnectionOptions {
  readonly token: string
  readonly apiRoot: string
  readonly callTimeoutMs?: number | undefined
  /** Ends the fetching of files. */
  readonly closing?: AbortSignal | undefined
}

/** A line that is not in use yet. A call ends after `callTimeoutMs`, 10 s unless told otherwise; half of it may go into connecting. */
export function connect({ token, apiRoot, callTimeoutMs = 10_000, closing }: ConnectionOptions): Connection {
  const root = apiRoot.replace(/\/+$/, '')
  const agent = new Agent({ connect: connector(callTimeoutMs / 2) })
  let state: ReturnType<Channel['state']> = 'connecting'
  let asked: Promise<string> | undefined

  const newApi = (timeoutSeconds: number) => {
    const api = new Api(token, { apiRoot: root, timeoutSeconds, fetch: fetchThrough(agent) })
    api.config.use(async (call, method, payload, signal) => {
      const isTelling = method === 'getMe' || method === 'getUpdates' || method === 'setWebhook'
      try {
        const answer = await call(method, payload, signal)
        if (answer.ok ? isTelling : isTelling || answer.error_code === 401) state = stateAfter(answer)
        return answer
      } catch (error) {
        if (isTelling) state = 'connecting'
        throw error
      }
    })
    return api
  }
  const api = newApi(callTimeoutMs / 1000)
  const patientApi = newApi(pollSeconds + callTimeoutMs / 1000)

  return {
    api,
    username() {
      asked ??= api.getMe().then((me) => me.username)
      asked.catch(() => (asked = undefined))
      return asked
    },
    poll: (offset, isPatient, signal) =>
      patientApi.getUpdates(
        {
          ...(offset !== undefined && { offset }),
          limit: 100,
          timeout: isPatient ? pollSeconds : 0,
          allowed_updates: allowedUpdates,
        },
        signal as Parameters<Api['getUpdates']>[1],
      ),
    file: fetchFiles(api, { root: `${root}/file/bot${token}/`, dispatcher: agent, closing }),
    state: () => state,
    close: () => void agent.destroy(),
  }
}

function stateAfter(answer: { ok: boolean; error_code?: number }): ReturnType<Channel['state']> {
  if (answer.ok) return 'ok'
  return answer.error_code !== undefined && [401, 404, 409].includes(answer.error_code)
    ? 'refused'
    : 'connecting'
}

/**
 * As much of `fetch` as grammY uses. Its own is the greater part of what a message costs a bot, and this one costs less of it.
 * The signal that ends a call in time is grammY's, so undici's own limits are off.
 */
function fetchThrough(dispatcher: Dispatcher): NonNullable<ApiClientOptions['fetch']> {
  const fetch = async (url: string, { method, headers, body, signal }: Call) => {
    const answer = await request(url, {
      dispatcher,
      method,
      headers: { ...headers, connection: undefined },
      body,
      signal,
      headersTimeout: 0,
      bodyTimeout: 0,
    }).catch((error: unknown) => {
      throw error instanceof LineError ? error : new LineError(error, false)
    })
    return { json: async () => readAnswer(await answer.body.text(), answer.statusCode) }
  }
  return fetch as NonNullable<ApiClientOptions['fetch']>
}

/** A proxy that finds nobody behind it answers in its own words: then its status says it all. */
function readAnswer(text: string, status: number): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (status < 500) throw error
    return { ok: false, error_code: status, description: 'not an answer of the Bot API' }
  }
}

/** What grammY hands to `fetch`. */
interface Call {
  readonly method: 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Readable
  readonly signal: AbortSignal
}

/** A connection that cannot be made fails all calls that wait for it, and certainly not a byte of them has left. */
function connector(timeoutMs: number): buildConnector.connector {
  const connectTo = buildConnector({ timeout: timeoutMs })
  return (options, made) =>
    connectTo(options, (...[error, socket]) =>
      error ? made(new LineError(error, true), null) : made(null, socket),
    )
}
