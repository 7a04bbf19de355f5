/** From bytes to values: YAML 1.2 that remembers on which line everything stands. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml'
import { doubt, mistake, nameOf, type Finding, type Path, type Remark } from './finding.ts'

/** Far above any real file; what is larger is another kind of file. */
export const largestSourceBytes = 5_000_000
/** Enough to reuse a block of options everywhere, too few to blow a small file up. */
const mostAliases = 50
/** A broken file breaks in many places; the first ones are the useful ones. */
const mostSyntaxErrors = 20

/** A file that was read as YAML, or the reasons why not. */
export interface Source {
  /** Undefined when the file is no YAML that could be looked into. */
  readonly value: unknown
  readonly findings: readonly Finding[]
  /** Gives a remark its line. */
  locate(remark: Remark): Finding
}

interface Place {
  readonly line: number
  readonly column: number
}

/** Reads a file's bytes or text, at most `mostBytes` of it. Never throws: whatever is wrong is in `findings`. */
export function readSource(source: string | Uint8Array, mostBytes = largestSourceBytes): Source {
  const size = typeof source === 'string' ? Buffer.byteLength(source) : source.byteLength
  if (size > mostBytes) return unreadable('too-large', { megabytes: mostBytes / 1_000_000 })
  const text = decode(source)
  if (text === undefined) return unreadable('not-utf8')
  return readYaml(text)
}

function unreadable(key: string, args = {}): Source {
  const locate = (remark: Remark) => placed(remark, { line: 1, column: 1 })
  return { value: undefined, findings: [locate(mistake([], key, args))], locate }
}

function decode(source: string | Uint8Array): string | undefined {
  if (typeof source === 'string') return source.replace(/^\uFEFF/, '')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source)
  } catch {
    return undefined
  }
}

function readYaml(text: string): Source {
  const lines = new LineCounter()
  const options = {
    schema: 'core',
    version: '1.2',
    resolveKnownTags: false,
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'error',
  } as const
  const document = parseDocument(text, { ...options, lineCounter: lines })
  const locate = (remark: Remark) => placed(remark, placeAt(document, lines, remark.path))
  const syntax = syntaxFindings(document, lines)
  if (syntax.some(({ isFatal }) => isFatal))
    return { value: undefined, findings: onePerLine(syntax.map(({ finding }) => finding)), locate }
  const findings = [...syntax.map(({ finding }) => finding), ...trapsIn(document, lines)]
  const value = valueOf(document)
  if ('refusal' in value)
    return { value: undefined, findings: [...findings, locate(mistake([], value.refusal))], locate }
  return { value: value.value, findings, locate }
}

function valueOf(document: Document): { value: unknown } | { refusal: string } {
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
    return { refusal: 'empty' }
  try {
    const value = unshared(document.toJS({ maxAliasCount: mostAliases }), [])
    return value === circular ? { refusal: 'aliases' } : { value }
  } catch (error) {
    // yaml's own words for an alias without an anchor, and for too many of them
    if (error instanceof ReferenceError || error instanceof RangeError) return { refusal: 'aliases' }
    throw error
  }
}

const circular = Symbol('circular')

/** A copy in which no two places are the same object, as aliases make them; `circular` when one contains itself. */
function unshared(value: unknown, above: readonly unknown[]): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (above.includes(value)) return circular
  const entries = Object.entries(value).map(([key, one]) => [key, unshared(one, [...above, value])] as const)
  if (entries.some(([, one]) => one === circular)) return circular
  return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries)
}

const syntaxKeys: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'tab',
  DUPLICATE_KEY: 'duplicate-key',
  BAD_INDENT: 'indent',
  BLOCK_AS_IMPLICIT_KEY: 'colon',
  MULTILINE_IMPLICIT_KEY: 'colon',
  MISSING_CHAR: 'unclosed',
  BAD_SCALAR_START: 'needs-quotes',
  BAD_DQ_ESCAPE: 'escape',
  BAD_ALIAS: 'aliases',
  MULTIPLE_DOCS: 'one-document',
  NON_STRING_KEY: 'key-not-text',
  RESOURCE_EXHAUSTION: 'too-deep',
  TAG_RESOLVE_FAILED: 'tag',
}

/** A duplicate key leaves the rest of the file readable; any other syntax error makes the rest guesswork. */
function syntaxFindings(document: Document, lines: LineCounter): { finding: Finding; isFatal: boolean }[] {
  const found = (error: YAMLError, make: typeof mistake) => {
    const finding = placed(make([], syntaxKeys[error.code] ?? 'syntax'), placeOf(lines, error.pos[0]))
    return { finding, isFatal: make === mistake && error.code !== 'DUPLICATE_KEY' }
  }
  return [
    ...document.errors.map((error) => found(error, mistake)),
    ...document.warnings.map((error) => found(error, doubt)),
  ]
}

function onePerLine(findings: readonly Finding[]): Finding[] {
  const deep = findings.find(({ phrase }) => 'key' in phrase && phrase.key === 'file-too-deep')
  if (deep) return [deep]
  return findings
    .filter(({ line }, index) => findings.findIndex((one) => one.line === line) === index)
    .slice(0, mostSyntaxErrors)
}

const trap = /^(?:yes|no|on|off|y|n)$/i

/** Words that other programs read as true or false when they stand without quotes. */
function trapsIn(document: Document, lines: LineCounter): Finding[] {
  const found: Finding[] = []
  visit(document, {
    Scalar(_, node) {
      if (node.type !== 'PLAIN' || typeof node.value !== 'string' || !trap.test(node.value)) return
      const remark = doubt([], 'trap', { word: node.value })
      found.push(placed(remark, placeOf(lines, node.range?.[0])))
    },
  })
  return found
}

/** Where the deepest part of `path` that exists begins: a key's own place, or an item's. */
function placeAt(document: Document, lines: LineCounter, path: Path): Place {
  let node: unknown = document.contents
  let offset: number | undefined = (node as Node | null)?.range?.[0]
  for (const step of path) {
    const next = childOf(resolved(node, document), step)
    if (!next) break
    offset = next.offset ?? offset
    node = next.node
  }
  return placeOf(lines, offset)
}

function childOf(
  node: unknown,
  step: string | number,
): { node: unknown; offset: number | undefined } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)] as Node | undefined
    return item && { node: item, offset: item.range?.[0] }
  }
  const pair = isMap(node)
    ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
    : undefined
  return pair && { node: pair.value, offset: (pair.key as Node).range?.[0] }
}

function resolved(node: unknown, document: Document): unknown {
  return isAlias(node) ? node.resolve(document) : node
}

function placeOf(lines: LineCounter, offset = 0): Place {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

function placed({ level, path, phrase }: Remark, place: Place): Finding {
  return { level, path: nameOf(path), ...place, phrase }
}
