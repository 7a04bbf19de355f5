/** A file that came with a message: described at once, fetched only when somebody asks for it, and never beyond a limit. */
import { request, type Dispatcher } from 'undici'
import type { GivenFile, Incoming } from '../domain/message.ts'

/** A file that can be fetched from where it came from. */
export interface FileRef extends GivenFile {
  /** What is in it; stops reading as soon as it is more than `atMost` bytes, whatever was said of its size. @throws {FileError} */
  read(atMost: number): Promise<Uint8Array>
}

/** An act as a channel hands it over. */
export interface Received extends Incoming {
  readonly file?: FileRef
}

/** Why a file is not here: it is larger than asked for, or what it came from did not give it (whole, in time). */
export class FileError extends Error {
  override readonly name = 'FileError'
  readonly why: 'too-large' | 'unfetched'
  /** `detail` is a status or a code of the system's; no name, no address. */
  constructor(why: FileError['why'], detail = '') {
    super(`file ${why}${detail && `: ${detail}`}`)
    this.why = why
  }
}

/** Where a file lies. */
export interface Source {
  /** Holds secrets (a token, a signature): it is never part of an error. */
  readonly url: string
  readonly dispatcher?: Dispatcher | undefined
  /** Ends the fetching early, because we are closing. */
  readonly closing?: AbortSignal | undefined
}

/** 10 MB take 27 s on a line of 3 Mbit/s; somebody waits for the answer. */
const fetchTimeoutMs = 30_000

/** Fetches what lies there, without following it elsewhere. @throws {FileError} */
export async function download(
  source: Source,
  atMost: number,
  timeoutMs = fetchTimeoutMs,
): Promise<Uint8Array> {
  const { url, dispatcher, closing } = source
  const late = AbortSignal.timeout(timeoutMs)
  const signal = closing ? AbortSignal.any([late, closing]) : late
  try {
    const answer = await request(url, { ...(dispatcher && { dispatcher }), signal })
    return await bodyOf(answer, atMost)
  } catch (error) {
    throw error instanceof FileError ? error : new FileError('unfetched', nameOf(error))
  }
}

async function bodyOf(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  atMost: number,
): Promise<Uint8Array> {
  const said = Number(headers['content-length'] ?? 0)
  const failure =
    statusCode !== 200
      ? new FileError('unfetched', String(statusCode))
      : said > atMost
        ? new FileError('too-large')
        : undefined
  if (!failure) return readAll(body, atMost)
  body.on('error', () => {}).destroy()
  throw failure
}

/** Reads a stream to its end, or lets go of it at the first byte too many. @throws {FileError} */
async function readAll(stream: AsyncIterable<Uint8Array>, atMost: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.byteLength
    if (size > atMost) throw new FileError('too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function nameOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : error instanceof Error ? error.name : typeof error
}
