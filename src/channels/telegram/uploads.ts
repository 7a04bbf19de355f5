/** Pictures that Telegram has already: each is uploaded once, and sent to everybody else by the id it was given. */
import { createHash } from 'node:crypto'
import { InputFile } from 'grammy'
import type { Picture } from '../../domain/message.ts'

/** An announcement has one picture; whatever falls out is uploaded again. */
const remembered = 32

export interface Uploads {
  /**
   * Sends a picture by `post`, which is given the file or its id and says which id Telegram gave it (nothing if it was not sent).
   * Whoever comes while it is being uploaded for the first time waits for that.
   */
  send<T extends { readonly fileId?: string | undefined }>(
    picture: Picture,
    post: (photo: InputFile | string) => Promise<T>,
  ): Promise<T>
  /** Telegram does not know the id any more. */
  forget(picture: Picture): void
}

export function createUploads(): Uploads {
  const ids = new Map<string, Promise<string | undefined>>()
  const hashes = new WeakMap<Uint8Array, string>()

  const keyOf = ({ content }: Picture) => {
    const known = hashes.get(content) ?? createHash('sha256').update(content).digest('base64url')
    hashes.set(content, known)
    return known
  }
  const keep = (key: string, id: Promise<string | undefined>) => {
    ids.delete(key)
    ids.set(key, id)
    if (ids.size > remembered) ids.delete(ids.keys().next().value ?? '')
  }

  return {
    async send(picture, post) {
      const key = keyOf(picture)
      for (let known = ids.get(key); known; known = ids.get(key)) {
        const id = await known
        if (id !== undefined) {
          keep(key, known)
          return post(id)
        }
        if (ids.get(key) === known) ids.delete(key)
      }
      const posted = post(new InputFile(picture.content, plain(picture.name)))
      keep(
        key,
        posted.then(
          ({ fileId }) => fileId,
          () => undefined,
        ),
      )
      return posted
    },
    forget: (picture) => void ids.delete(keyOf(picture)),
  }
}

/** grammY writes a file's name into a header without quotes: only plain characters survive there. */
export function plain(name: string): string {
  return name.normalize('NFKD').replace(/[^\w.-]+/g, '-')
}
