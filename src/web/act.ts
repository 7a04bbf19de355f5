/** What a form of the chat says was done. */
import type { Context } from 'hono'
import { clean, cleaned } from '../channels/clean.ts'
import { FileError, type FileRef, type Received } from '../channels/file.ts'

/** One act under the id that the page chose for it. */
export type Act = Pick<Received, 'id' | 'text' | 'choice' | 'choices' | 'file'>

/** Longer than any name a computer takes for a file; what a forged form holds beyond is cut. */
const maxNameChars = 256

type Form = Readonly<Record<string, string | File | (string | File)[]>>

/** The form that was posted; empty when it is none. */
export async function formIn(c: Context): Promise<Form> {
  try {
    return await c.req.parseBody({ all: true })
  } catch (error) {
    if (error instanceof TypeError) return {}
    throw error
  }
}

/** Undefined when the form is not one of ours. */
export function readAct(form: Form): Act | undefined {
  const id = textIn(form, 'id')
  if (!id || !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) return undefined
  if (form['several'] !== undefined) return cleaned({ id, choices: textsIn(form, 'choices') })
  const choice = textIn(form, 'choice')
  if (choice !== undefined) return cleaned({ id, choice })
  const text = textIn(form, 'text')
  const file = fileIn(form)
  return text === undefined ? undefined : cleaned({ id, text, ...(file && { file }) })
}

/** One text of a form, if it is there. */
export function textIn(form: Form, name: string): string | undefined {
  return textsIn(form, name)[0]
}

function textsIn(form: Form, name: string): readonly string[] {
  const value = form[name] ?? []
  return [value].flat().filter((one) => typeof one === 'string')
}

/** The file that was chosen; a place for one that was left empty holds one without a name. It has come with the form, within its limit. */
function fileIn(form: Form): FileRef | undefined {
  const found = [form['file'] ?? []].flat().find((one) => typeof one !== 'string')
  if (!found || found.name === '') return undefined
  const { name, type, size } = found
  const read = async (atMost: number) => {
    if (size > atMost) throw new FileError('too-large')
    return new Uint8Array(await found.arrayBuffer())
  }
  return { name: clean(name.slice(0, maxNameChars)), mediaType: clean(type), bytes: size, read }
}
