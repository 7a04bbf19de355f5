/** A browser without scripts, as far as these tests need one: cookies, forms, redirects one at a time. */

/** What is filled in; a form with a file goes as multipart. */
export type Form = Readonly<Record<string, string | readonly string[] | File>>

export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Page>
  post(path: string, form: Form, headers?: Record<string, string>): Promise<Page>
  /** Posts and follows the redirect, as a browser does. */
  submit(path: string, form: Form): Promise<Page>
  readonly cookies: Map<string, string>
}

export interface Page {
  readonly status: number
  readonly headers: Headers
  /** With every run of white space as one. */
  readonly html: string
  /** The page without its tags. */
  readonly words: string
}

/** A person who comes to `url` for the first time, reading Polish. */
export function visitor(url: string, language = 'pl'): Visitor {
  const cookies = new Map<string, string>()
  const go = async (path: string, init: RequestInit, headers: Record<string, string> = {}): Promise<Page> => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const response = await fetch(url + path, {
      redirect: 'manual',
      ...init,
      headers: { 'accept-language': language, cookie, ...headers },
    })
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    const html = (await response.text()).replaceAll(/\s+/g, ' ')
    return { status: response.status, headers: response.headers, html, words: wordsIn(html) }
  }
  const post: Visitor['post'] = (path, form, headers) =>
    go(path, { method: 'POST', body: bodyOf(form) }, headers)
  const get: Visitor['get'] = (path, headers) => go(path, {}, headers)
  const submit: Visitor['submit'] = async (path, form) => {
    const answer = await post(path, form)
    return answer.status === 303 ? await get(answer.headers.get('location')!) : answer
  }
  return { get, post, submit, cookies }
}

/** The id that the server put into the first form which holds `marker`. */
export function actIdBefore(html: string, marker: string): string {
  const form = html.split('<form').find((part) => part.includes(marker)) ?? ''
  return /name="id" value="([^"]+)"/.exec(form)?.[1] ?? ''
}

function bodyOf(form: Form): URLSearchParams | FormData {
  const hasFile = Object.values(form).some((value) => value instanceof File)
  const body = hasFile ? new FormData() : new URLSearchParams()
  for (const [name, value] of Object.entries(form))
    for (const one of [value].flat()) body.append(name, one as string)
  return body
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  if (/max-age=0/i.test(line)) cookies.delete(name)
  else cookies.set(name, value)
}

function wordsIn(html: string): string {
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}
