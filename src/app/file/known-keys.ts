/** Which keys may stand where, read from the JSON Schema: for "did you mean". */
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

/** The keys of whatever may stand at `path` in a file of this JSON Schema, over all its alternatives. */
export function keysAt(jsonSchema: object, path: Path): readonly string[] {
  const root: Node = jsonSchema
  const here = path.reduce(
    (nodes, step) => nodes.flatMap((node) => alternatives(childOf(node, step), root)),
    alternatives(root, root),
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

function alternatives(node: Node | undefined, root: Node): Node[] {
  if (!node) return []
  if (node.$ref) return alternatives(valueAtPointer(node.$ref, root), root)
  const { allOf = [], oneOf = [], anyOf = [] } = node
  return [node, ...[...allOf, ...oneOf, ...anyOf].flatMap((one) => alternatives(one, root))]
}

function valueAtPointer(pointer: string, root: Node): Node | undefined {
  const steps = pointer.replace(/^#\//, '').split('/')
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], root) as
    | Node
    | undefined
}
