/** The files that a stand-in keeps and hands out: whole, without saying how large they are, cut off in the middle. */
import type { ServerResponse } from 'node:http'
import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'

/** A file as a person sends it. */
export interface HandedFile {
  readonly name: string
  readonly mediaType: string
  readonly content: Uint8Array
  /** What is written beside it. */
  readonly caption?: string
  /** Sent as a photo, where the platform makes a difference. */
  readonly isPhoto?: boolean
  /** What the platform says of its size; the truth unless told. */
  readonly saysBytes?: number
}

/** What goes wrong while it is handed out. */
interface ShelfFault {
  readonly status?: number
  readonly hang?: boolean
  readonly reset?: 'before-body' | 'after-body'
}

export interface Shelf {
  put(path: string, file: Pick<HandedFile, 'content' | 'saysBytes'>): void
  /** Resolves when it is handed out, or the reader has gone. */
  serve(path: string, response: ServerResponse, fault: ShelfFault | undefined): Promise<void>
  /** How many bytes of files have left. */
  handedOut(): number
}

const chunkBytes = 64 * 1024

export function newShelf(): Shelf {
  const files = new Map<string, Pick<HandedFile, 'content' | 'saysBytes'>>()
  let handedOut = 0

  /** A reader who goes in the middle is none of our business. */
  const pour = (content: Uint8Array, response: ServerResponse) =>
    pipeline(chunksOf(content), response, { end: false }).catch(() => undefined)

  function* chunksOf(content: Uint8Array): Generator<Uint8Array> {
    for (let at = 0; at < content.byteLength; at += chunkBytes) {
      const chunk = content.subarray(at, at + chunkBytes)
      handedOut += chunk.byteLength
      yield chunk
    }
  }

  return {
    put: (path, file) => void files.set(path, file),
    handedOut: () => handedOut,
    async serve(path, response, fault) {
      const file = files.get(path)
      if (fault?.status !== undefined || !file) return void response.writeHead(fault?.status ?? 404).end()
      if (fault?.hang) return void (await once(response, 'close'))
      const { content, saysBytes } = file
      const length = saysBytes === undefined ? { 'content-length': content.byteLength } : {}
      response.writeHead(200, { 'content-type': 'application/octet-stream', ...length })
      const isCut = fault?.reset === 'after-body'
      await pour(isCut ? content.subarray(0, content.byteLength / 2) : content, response)
      if (isCut) response.destroy()
      else response.end()
    },
  }
}
