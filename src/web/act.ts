/** What a form of the chat says was done. */
import type { Context } from 'hono'
import { cleaned } from '../channels/clean.ts'
import type { Incoming } from '../domain/message.ts'

/** One act under the id that the page chose for it. */
export type Act = Pick<Incoming, 'id' | 'text' | 'choice' | 'choices'>

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
  return text === undefined ? undefined : cleaned({ id, text })
}

/** One text of a form, if it is there. */
export function textIn(form: Form, name: string): string | undefined {
  return textsIn(form, name)[0]
}

function textsIn(form: Form, name: string): readonly string[] {
  const value = form[name] ?? []
  return [value].flat().filter((one) => typeof one === 'string')
}
