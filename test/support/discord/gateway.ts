/** The gateway of the stand-in: sessions over a WebSocket that can be told to reconnect and pick up what they missed. */
import type { Server } from 'node:http'
import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  GatewayOpcodes,
} from 'discord-api-types/v10'
import type { GatewayIdentifyData, GatewayResumeData, GatewaySendPayload } from 'discord-api-types/v10'
import { WebSocketServer, type WebSocket } from 'ws'
import { guildJson, readyJson } from './json.ts'

export interface GatewayOptions {
  readonly token: string
  readonly heartbeatMs: number
  url(): string
  violate(what: string): void
}

export interface Gateway {
  /** The intents of every IDENTIFY so far. */
  readonly intents: readonly number[]
  /** How many sessions were picked up again by RESUME. */
  resumes(): number
  heartbeats(): number
  /** Sends an event to every session with the intent; returns to how many. */
  dispatch(event: GatewayDispatchEvents, data: unknown, intent?: GatewayIntentBits): number
  /** Op 7: every session has to reconnect and resume. */
  askToReconnect(): void
  /** Op 9: the session is no longer valid. */
  invalidate(isResumable: boolean): void
  /** Cuts every connection without a word. */
  cut(): void
  /** Closes every connection with this code. */
  closeWith(code: number): void
  isConnected(): boolean
  close(): void
}

interface Session {
  readonly id: string
  readonly intents: number
  readonly sent: { s: number; t: string; d: unknown }[]
  socket: WebSocket | undefined
}

const privileged =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent

export function startGateway(server: Server, options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ server, path: '/gateway' })
  const sessions = new Map<string, Session>()
  const intents: number[] = []
  let resumes = 0
  let heartbeats = 0

  sockets.on('connection', (socket) => {
    send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: options.heartbeatMs } })
    socket.on('message', (data) =>
      take(socket, JSON.parse((data as Buffer).toString('utf8')) as GatewaySendPayload),
    )
    socket.on('close', () =>
      live().forEach((session) => session.socket === socket && (session.socket = undefined)),
    )
  })

  function take(socket: WebSocket, payload: GatewaySendPayload): void {
    if (payload.op === GatewayOpcodes.Heartbeat) {
      heartbeats += 1
      send(socket, { op: GatewayOpcodes.HeartbeatAck })
    } else if (payload.op === GatewayOpcodes.Identify) identify(socket, payload.d)
    else if (payload.op === GatewayOpcodes.Resume) resume(socket, payload.d)
    else options.violate(`gateway: unexpected op ${payload.op}`)
  }

  function identify(socket: WebSocket, data: GatewayIdentifyData): void {
    intents.push(data.intents)
    if (data.token !== options.token) return socket.close(GatewayCloseCodes.AuthenticationFailed)
    if ((data.intents & privileged) !== 0) {
      options.violate(`gateway: privileged intents ${data.intents}`)
      return socket.close(GatewayCloseCodes.DisallowedIntents)
    }
    const session: Session = { id: `session-${sessions.size + 1}`, intents: data.intents, sent: [], socket }
    sessions.set(session.id, session)
    emit(session, GatewayDispatchEvents.Ready, readyJson(session.id, options.url()))
    emit(session, GatewayDispatchEvents.GuildCreate, guildJson())
  }

  function resume(socket: WebSocket, data: GatewayResumeData): void {
    const session = sessions.get(data.session_id)
    if (data.token !== options.token || !session)
      return send(socket, { op: GatewayOpcodes.InvalidSession, d: false })
    resumes += 1
    session.socket = socket
    for (const { s, t, d } of session.sent.filter((each) => each.s > data.seq))
      send(socket, { op: GatewayOpcodes.Dispatch, s, t, d })
    emit(session, GatewayDispatchEvents.Resumed, undefined)
  }

  function emit(session: Session, t: GatewayDispatchEvents, d: unknown): void {
    const event = { s: session.sent.length + 1, t, d }
    session.sent.push(event)
    if (session.socket) send(session.socket, { op: GatewayOpcodes.Dispatch, ...event })
  }

  const live = () => [...sessions.values()].filter(({ socket }) => socket)
  const toAll = (payload: object) => live().forEach(({ socket }) => socket && send(socket, payload))

  return {
    intents,
    resumes: () => resumes,
    heartbeats: () => heartbeats,
    dispatch(event, data, intent) {
      const receivers = [...sessions.values()].filter(
        (session) => intent === undefined || (session.intents & intent) !== 0,
      )
      receivers.forEach((session) => emit(session, event, data))
      return receivers.length
    },
    askToReconnect: () => toAll({ op: GatewayOpcodes.Reconnect, d: null }),
    invalidate(isResumable) {
      const receivers = live()
      if (!isResumable) sessions.clear()
      receivers.forEach(
        ({ socket }) => socket && send(socket, { op: GatewayOpcodes.InvalidSession, d: isResumable }),
      )
    },
    cut: () => live().forEach(({ socket }) => socket?.terminate()),
    closeWith: (code) => live().forEach(({ socket }) => socket?.close(code)),
    isConnected: () => live().length > 0,
    close() {
      sockets.clients.forEach((socket) => socket.terminate())
      sockets.close()
    },
  }
}

function send(socket: WebSocket, payload: object): void {
  socket.send(JSON.stringify(payload))
}
