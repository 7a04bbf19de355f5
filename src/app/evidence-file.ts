/** A file that somebody hands over as evidence: fetched, recognised by what is in it, freed of what it tells by the way, or refused in kind words. */
import { FileError, type FileRef } from '../channels/file.ts'
import { largestFileBytes } from '../domain/evidence.ts'
import { Problem } from '../domain/problem.ts'
import { createGate } from '../runtime/gate.ts'
import { cleanName } from './evidence-file/name.ts'
import { fileKinds, kindOf, type FileKind } from './evidence-file/kind.ts'
import { withoutTraces } from './evidence-file/traces.ts'

/** A file as it is kept. */
export interface EvidenceFile {
  /** What it is called, without a path, ending in what it really is. */
  readonly name: string
  readonly mediaType: string
  readonly content: Uint8Array<ArrayBuffer>
}

/** For a browser's file dialogue; a phone turns its own photos into one of these. */
export const acceptedFiles = fileKinds.map(({ ending }) => `.${ending}`).join(',')

/** So many are in memory at once, each in two or three copies of at most 10 MB; whoever comes then waits. */
const filesAtOnce = 4
const gate = createGate(filesAtOnce)

/**
 * Fetches the file and makes it fit to be kept. Takes as long as the platform does, so it is called outside of any transaction.
 * @throws {Problem} `file-large`, `file-empty`, `file-kind`, `file-damaged`, `file-unfetched`
 */
export function evidenceFile(file: FileRef): Promise<EvidenceFile> {
  return gate.pass(async () => {
    const content = await contentOf(file)
    const kind = await kindOf(content)
    if (!kind) throw new Problem('file-kind')
    return { name: cleanName(file.name, kind), mediaType: kind.mediaType, content: cleaned(content, kind) }
  })
}

/** What is certainly refused is not fetched. */
async function contentOf(file: FileRef): Promise<Uint8Array> {
  if (file.bytes === 0) throw new Problem('file-empty')
  if (file.bytes !== undefined && file.bytes > largestFileBytes) throw tooLarge()
  if (/^(audio|video)\//.test(file.mediaType)) throw new Problem('file-kind')
  const content = await file.read(largestFileBytes).catch((error: unknown) => {
    if (!(error instanceof FileError)) throw error
    throw error.why === 'too-large' ? tooLarge() : new Problem('file-unfetched')
  })
  if (content.byteLength === 0) throw new Problem('file-empty')
  return content
}

function tooLarge(): Problem {
  return new Problem('file-large', { megabytes: largestFileBytes / 1024 / 1024 })
}

function cleaned(content: Uint8Array, kind: FileKind): Uint8Array<ArrayBuffer> {
  const clean = withoutTraces(content, kind)
  if (!clean) throw new Problem('file-damaged')
  return clean
}
