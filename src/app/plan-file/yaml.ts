/** A plan as YAML, always the same for the same plan. */
import { Document, isMap, isScalar, isSeq, Scalar, visit, type Node } from 'yaml'
import type { Items } from '../../domain/plan-item.ts'
import { fileOf } from './items.ts'

/** The text of the file. */
export function planAsYaml(items: Items, revision: number): string {
  const document = new Document(fileOf(items, revision), { version: '1.2', schema: 'core' })
  document.commentBefore = ' An action plan of Hejnał. How to fill it in: docs/plan.md'
  visit(document, {
    Collection(_, node, path) {
      node.flow ||= isFlat(node) || path.some((above) => isFlowing(above))
    },
    Scalar(_, node) {
      if (typeof node.value === 'string' && trap.test(node.value)) node.type = Scalar.QUOTE_DOUBLE
    },
  })
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/** Other programs take these for true and false. */
const trap = /^(?:yes|no|on|off|y|n)$/i

function isFlowing(node: unknown): boolean {
  return (isMap(node) || isSeq(node)) && node.flow === true
}

/** What holds nothing but values and texts in several languages fits on a line. */
function isFlat(node: Node): boolean {
  if (isSeq(node)) return node.items.every((item) => isScalar(item))
  return isMap(node) && node.items.every(({ value }) => isScalar(value) || isTexts(value))
}

function isTexts(node: unknown): boolean {
  return (
    isMap(node) && node.items.every(({ key, value }) => isScalar(value) && /^(pl|en|uk)$/.test(String(key)))
  )
}
