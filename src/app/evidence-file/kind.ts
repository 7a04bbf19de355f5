/** What a file is, by what is in it and never by what it is called. */
import { fileTypeFromBuffer } from 'file-type'

export interface FileKind {
  readonly mediaType: string
  /** What its name ends in. */
  readonly ending: string
  readonly alsoEndsIn?: readonly string[]
}

const office = 'application/vnd.openxmlformats-officedocument'
const open = 'application/vnd.oasis.opendocument'

/** What reports and their proof come as, and nothing that runs when it is opened. */
export const fileKinds = [
  { mediaType: 'application/pdf', ending: 'pdf' },
  { mediaType: 'image/jpeg', ending: 'jpg', alsoEndsIn: ['jpeg'] },
  { mediaType: 'image/png', ending: 'png' },
  { mediaType: 'image/webp', ending: 'webp' },
  { mediaType: `${office}.wordprocessingml.document`, ending: 'docx' },
  { mediaType: `${office}.spreadsheetml.sheet`, ending: 'xlsx' },
  { mediaType: `${office}.presentationml.presentation`, ending: 'pptx' },
  { mediaType: `${open}.text`, ending: 'odt' },
  { mediaType: `${open}.spreadsheet`, ending: 'ods' },
  { mediaType: 'text/plain', ending: 'txt', alsoEndsIn: ['csv'] },
] as const satisfies readonly FileKind[]

/** The kind of a file that may be kept; undefined for every other. */
export async function kindOf(content: Uint8Array): Promise<FileKind | undefined> {
  const found = await fileTypeFromBuffer(content).catch(() => undefined)
  const mediaType = found?.mime ?? (isPlainText(content) ? 'text/plain' : undefined)
  const kind = fileKinds.find((one) => one.mediaType === mediaType)
  return kind && isArchive(kind) && hasMacros(content) ? undefined : kind
}

function isArchive({ mediaType }: FileKind): boolean {
  return mediaType.startsWith(office) || mediaType.startsWith(open)
}

/** The names in an archive are never compressed: macros of Office, of LibreOffice, and programs packed into a document. */
function hasMacros(content: Uint8Array): boolean {
  const names = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1')
  return /vbaProject|vbaData|macrosheets\/|activeX\/|oleObject\d|Basic\/script-lc|Basic\/Standard|Scripts\/\w/i.test(
    names,
  )
}

/** Words and nothing else; what a browser or a shell would run is none, whatever it is called. */
function isPlainText(content: Uint8Array): boolean {
  const text = decoded(content)
  if (/[^\P{Cc}\t\r\n\f]/u.test(text)) return false
  const beginning = text.slice(0, mostLooked)
  return (
    !/^\s*(<[!?]|#!|@echo\b|%!PS|\{\\rtf)/i.test(beginning) &&
    !/<(script|html|head|body|svg|iframe|object|embed)\b/i.test(beginning)
  )
}

/** Where a page would have begun. */
const mostLooked = 100_000

/** Older programs of Windows write Polish letters in a code of their own. */
function decoded(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('windows-1250').decode(content)
  }
}
