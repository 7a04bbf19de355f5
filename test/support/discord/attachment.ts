/** Attachments as Discord describes them, at signed addresses that run out after a day. */
import type { APIAttachment } from 'discord-api-types/v10'
import type { HandedFile } from '../shelf.ts'
import type { State } from './state.ts'

const lifeMs = 24 * 3_600_000

/** Puts a file where Discord keeps it. */
export function attach(state: State, cdn: string, file: HandedFile): APIAttachment {
  const id = state.nextId()
  const path = `/attachments/900000000000000003/${id}/${encodeURIComponent(file.name)}`
  const until = Math.floor((state.now() + lifeMs) / 1000).toString(16)
  const url = `${cdn}${path}?ex=${until}&is=${until}&hm=${signature(until)}&`
  state.shelf.put(path, file)
  return {
    id,
    filename: file.name,
    content_type: file.mediaType,
    size: file.saysBytes ?? file.content.byteLength,
    url,
    proxy_url: url,
  }
}

/** Whether the address is one that was given, and still holds. */
export function isSigned({ searchParams }: URL, now: number): boolean {
  const until = searchParams.get('ex') ?? ''
  return searchParams.get('hm') === signature(until) && Number.parseInt(until, 16) * 1000 > now
}

function signature(until: string): string {
  return Buffer.from(`signed until ${until}`).toString('hex')
}
