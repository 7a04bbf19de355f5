/** People in the web chat, over real HTTP, with a browser that runs no scripts but keeps the page's stream open. */
import { randomUUID } from 'node:crypto'
import { visitor, type Form, type Page, type Visitor } from '../../web/visitor.ts'
import { isAnswering, openHouse, type House } from '../house.ts'
import { spelled, type Person, type Way } from './person.ts'

/** The system on its own pages. */
export async function onWeb(): Promise<Way> {
  const house = await openHouse()
  return {
    channel: 'web',
    house,
    person: async (locale = 'en') => {
      const browser = visitor(house.url, locale)
      return inBrowser(house, browser, await browser.get('/chat'))
    },
    isGone: async () => !(await isAnswering(house.url)),
  }
}

/** The person whose browser shows `first`. */
export async function inBrowser({ url }: Pick<House, 'url'>, browser: Visitor, first: Page): Promise<Person> {
  let page = first
  let last: Form = {}
  const sent: string[] = []
  await listenTo(url, browser, ({ log, answers }) => {
    sent.push(spokenIn(log))
    if (answers)
      page = {
        ...page,
        html: `${page.html}<section data-answers>${answers.replaceAll(/\s+/g, ' ')}</section>`,
      }
  })
  const act = async (form: Form) => {
    last = { id: randomUUID(), ...form }
    sent.length = 0
    page = await browser.submit('/chat', last)
  }
  const self: Person = {
    address: { channel: 'web', value: tokenOf(browser) },
    async opens(consultation) {
      sent.length = 0
      const { headers } = await browser.get(`/chat?start=c-${consultation}`)
      page = await browser.get(headers.get('location')!)
    },
    commands: (name, argument) => act({ text: spelled(name, argument) }),
    types: (text) => act({ text }),
    hands: ({ name, mediaType, content, caption = '' }) =>
      act({ text: caption, file: new File([new Uint8Array(content)], name, { type: mediaType }) }),
    taps: (label) => act({ choice: valueOf(page.html, label) }),
    selects: (labels) => act({ several: '1', choices: labels.map((label) => valueOf(page.html, label)) }),
    asksHelp: () => act({ text: '/help' }),
    repeats: () => act(last),
    forges: (id) => act({ choice: id }),
    heard: () => [spokenIn(page.html), ...sent].join('\n'),
    labels: () =>
      [...partOf(page.html).matchAll(/data-say="([^"]*)"/g)].map(([, label = '']) => plain(label)),
  }
  return self
}

/** The address in the person's cookie. */
export function tokenOf({ cookies }: Visitor): string {
  return (cookies.get('hejnal') ?? '').replace(/^\w+\./, '')
}

/** What stands in the log and in the line for passing words. */
export function spokenIn(html: string): string {
  const log = /data-log>(.*?)<section/.exec(html)?.[1] ?? html
  const status = /data-status>(.*?)<\/div>/.exec(html)?.[1] ?? ''
  return plain(`${log} ${status}`.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' '))
}

function partOf(html: string): string {
  return [...html.matchAll(/data-answers>(.*?)<\/section>/g)].at(-1)?.[1] ?? ''
}

/** What the button or box with this label sends. */
function valueOf(html: string, label: string): string {
  const found = [...partOf(html).matchAll(/value="([^"]*)" data-say="([^"]*)"/g)].find(
    ([, , said = '']) => plain(said) === label,
  )
  if (!found) throw new Error(`nothing called "${label}" to tap on: ${spokenIn(html)}`)
  return plain(found[1] ?? '')
}

function plain(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

/** Hears what is sent to the page without being asked, until the server ends the stream. */
async function listenTo(
  url: string,
  { cookies }: Visitor,
  hear: (news: { log: string; answers: string | null }) => void,
): Promise<void> {
  const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
  if (cookies.size === 0) return
  const { body } = await fetch(`${url}/chat/events`, { headers: { cookie } })
  const events = body!.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]()
  await events.next()
  const read = async () => {
    for await (const event of { [Symbol.asyncIterator]: () => events })
      for (const [, data = '{}'] of event.matchAll(/^data: (.+)$/gm))
        hear(JSON.parse(data) as { log: string; answers: string | null })
  }
  read().catch(() => undefined)
}
