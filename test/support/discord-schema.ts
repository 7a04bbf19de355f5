/** Discord's own description of its REST interface (as zod schemas nobody here wrote), and the check of bodies against it. */
// @ts-expect-error the package has no types for its schemas
import * as spec from 'discord-api-spec/zod'

interface Schema {
  safeParse(
    value: unknown,
  ): { success: true; data: unknown } | { success: false; error: { issues: readonly unknown[] } }
}

const schemas = spec as Readonly<Record<string, Schema>>

/** What the requests of each route have to look like; a list where Discord takes one of several. */
const requests: Readonly<Record<string, readonly string[]>> = {
  commands: ['ApplicationCommandUpdateRequestSchema'],
  ack: [
    'CreateMessageInteractionCallbackRequestSchema',
    'UpdateMessageInteractionCallbackRequestSchema',
    'ModalInteractionCallbackRequestSchema',
  ],
  edit: ['IncomingWebhookUpdateRequestPartialSchema'],
  followUp: ['IncomingWebhookRequestPartialSchema'],
  openDm: ['CreatePrivateChannelRequestSchema'],
  post: ['MessageCreateRequestSchema'],
  editPost: ['MessageEditRequestPartialSchema'],
}

const responses: Readonly<Record<string, string>> = {
  gateway: 'GatewayBotResponseSchema',
  edit: 'MessageResponseSchema',
  followUp: 'MessageResponseSchema',
  openDm: 'PrivateChannelResponseSchema',
  post: 'MessageResponseSchema',
  editPost: 'MessageResponseSchema',
}

/** Says what is wrong with the body of a request, or nothing. Keys that Discord does not know are wrong too. */
export function requestFault(route: string, body: unknown): string | undefined {
  const names = requests[route]
  if (!names) return body === undefined ? undefined : `${route}: takes no body`
  const bodies: readonly unknown[] = Array.isArray(body) ? body : [body]
  const faults = bodies.map((part) => leastFault(names, part))
  return faults.find((each) => each !== undefined)
}

/** Says what is wrong with an answer of the stand-in itself, or nothing. */
export function responseFault(route: string, body: unknown): string | undefined {
  const name = responses[route]
  return name === undefined ? undefined : fault(name, body)
}

function leastFault(names: readonly string[], body: unknown): string | undefined {
  const faults = names.map((name) => fault(name, body))
  return faults.includes(undefined) ? undefined : faults.join('; ')
}

function fault(name: string, body: unknown): string | undefined {
  const schema = schemas[name]
  if (!schema) throw new Error(`no schema ${name}`)
  const result = schema.safeParse(body)
  if (!result.success) return `${name}: ${JSON.stringify(result.error.issues).slice(0, 1_000)}`
  const unknown = name.includes('Request') ? unknownKeys(body, result.data) : []
  return unknown.length > 0 ? `${name}: unknown keys ${unknown.join(', ')}` : undefined
}

/** Where `given` has a key that the schema dropped. */
function unknownKeys(given: unknown, parsed: unknown, path = ''): string[] {
  if (typeof given !== 'object' || given === null || typeof parsed !== 'object' || parsed === null) return []
  const known = parsed as Readonly<Record<string, unknown>>
  return Object.entries(given).flatMap(([key, value]) =>
    key in known ? unknownKeys(value, known[key], `${path}.${key}`) : [`${path}.${key}`],
  )
}
