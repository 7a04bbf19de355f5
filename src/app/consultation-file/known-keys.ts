/** Which keys may stand where, read from the JSON Schema: for "did you mean". */
import { consultationJsonSchema } from './schema.ts'
import type { Path } from './finding.ts'

interface Node {
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, Node>>
  readonly items?: Node
  readonly additionalProperties?: Node | boolean
  readonly allOf?: readonly Node[]
  readonly oneOf?: readonly Node[]
  readonly anyOf?: readonly Node[]
}

let root: Node | undefined

/** The keys of whatever may stand at `path`, over all its alternatives. */
export function keysAt(path: Path): readonly string[] {
  root ??= consultationJsonSchema() as Node
  const here = path.reduce(
    (nodes, step) => nodes.flatMap((node) => alternatives(childOf(node, step))),
    alternatives(root),
  )
  return [...new Set(here.flatMap(({ properties }) => Object.keys(properties ?? {})))]
}

function childOf(node: Node, step: string | number): Node | undefined {
  if (typeof step === 'number') return node.items
  return (
    node.properties?.[step] ??
    (typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined)
  )
}

function alternatives(node: Node | undefined): Node[] {
  if (!node) return []
  if (node.$ref) return alternatives(valueAtPointer(node.$ref))
  const { allOf = [], oneOf = [], anyOf = [] } = node
  return [node, ...[...allOf, ...oneOf, ...anyOf].flatMap(alternatives)]
}

function valueAtPointer(pointer: string): Node | undefined {
  const steps = pointer.replace(/^#\//, '').split('/')
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], root) as
    | Node
    | undefined
}
