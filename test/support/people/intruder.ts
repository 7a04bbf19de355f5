/** People with clients they have changed: they write, tap and send whatever they like, wherever they stand. */
import { randomUUID } from 'node:crypto'
import { visitor, type Visitor } from '../../web/visitor.ts'
import type { House } from '../house.ts'
import { inDiscord } from './discord.ts'
import type { Person } from './person.ts'
import { inTelegram } from './telegram.ts'
import { inBrowser, spokenIn } from './web.ts'

export interface Intruder {
  readonly person: Person
  writes(text: string): Promise<void>
  taps(id: string): Promise<void>
  /** What only this channel knows; each resolves with the words it was answered with. */
  readonly oddities: readonly (() => Promise<string>)[]
}

export async function intruderInTelegram(house: House): Promise<Intruder> {
  const user = house.telegram.user({ languageCode: 'en', isKnown: true })
  const person = inTelegram(house, user)
  const file = { file_id: 'f', file_unique_id: 'u' }
  const picture = { ...file, width: 1, height: 1 }
  const contents: Parameters<typeof user.sends>[0][] = [
    { voice: { ...file, duration: 1 } },
    { photo: [picture], caption: '/delete <b>not closed' },
    { video_note: { ...file, length: 1, duration: 1 } },
    { document: { ...file, file_name: '../../etc/passwd', mime_type: 'text/html' } },
    { location: { latitude: 50.06, longitude: 19.94 } },
    { contact: { phone_number: '112', first_name: "'; drop table person" } },
    { dice: { emoji: '🎲', value: 6 } },
    { sticker: { ...picture, type: 'regular', is_animated: false, is_video: false } },
  ]
  return {
    person,
    writes: person.types,
    taps: (id) => person.forges!(id),
    oddities: [
      ...contents.map(
        (content) => async () => (await person.does(() => user.sends(content)), person.heard()),
      ),
      async () => (await person.does(() => user.forges('a:ffffff:q1:walk', 424_242)), person.heard()),
    ],
  }
}

export async function intruderInDiscord(house: House, where: 'server' | 'dm'): Promise<Intruder> {
  const member = house.discord.member({ locale: 'en-GB' })
  const person = inDiscord(house, member, where)
  const submits = async (text: string) => {
    await member.forges('m:text:4000:en')
    await person.does(() => member.submits(text.slice(0, 4_000)))
  }
  const heard = (act: () => unknown) => async () => (await person.does(act), person.heard())
  const forged = [
    '',
    'o:0',
    'a:0',
    'o:-1',
    'd',
    'd:d',
    'x'.repeat(100),
    's:',
    's:c-nowhere',
    's:i-0000-0000-0000',
    's:../..',
    'm',
    'c:',
    '\u0000',
    'c:\u202e\ud800',
  ]
  // some word has to stand on the screen before anything can be tapped
  await person.commands('help')
  return {
    person,
    writes: where === 'dm' ? person.types : submits,
    taps: (id) => person.forges!(id),
    oddities: [
      ...forged.filter((id) => !id.startsWith('m')).map((id) => heard(() => member.forges(id))),
      heard(() => member.forges('o:0', ['c:nonsense'])),
      heard(() => member.forges('o:0', ['m:text:99:en'])),
      heard(() => member.forges('a:0', ['\u0000', 'c:a:ffffff:some:bread', 'c:a:ffffff:some:bread'])),
      heard(() =>
        member.forges(
          'a:0',
          Array.from({ length: 25 }, () => 'c:bread'),
        ),
      ),
      heard(() => member.says('')),
      heard(() => member.runs('/code', { code: "'; drop table staff; --\u0000\ud800" }, where)),
      heard(() => member.runs('/post', { consultation: '<@everyone>' }, where)),
      // answered by a form that opens, or by the message as it was
      async () => (await member.forges('m:text:99999999999:xx'), `${member.form()?.title}`),
      async () => (await member.forges('m:zzz'), `${member.form()?.title}`),
      async () => ((await member.forges('g:7')) === 'acknowledged' ? 'the menu is drawn again' : ''),
    ],
  }
}

/** A connection that was closed under a request is opened anew, as browsers do: a refused upload leaves some behind. */
function patient(browser: Visitor): Visitor {
  const again = <T>(work: () => Promise<T>) => work().catch(work)
  return {
    ...browser,
    get: (path) => again(() => browser.get(path)),
    submit: (path, form) => again(() => browser.submit(path, form)),
  }
}

export async function intruderOnWeb(house: House): Promise<Intruder> {
  const browser = patient(visitor(house.url, 'en'))
  const person = await inBrowser(house, browser, await browser.get('/chat'))
  const post = (form: Record<string, string | readonly string[]>) => async () =>
    (await browser.submit('/chat', form)).words
  const id = () => randomUUID()
  const get = (path: string) => async () => {
    const { status, headers, words } = await browser.get(path)
    return status === 303 ? (await browser.get(headers.get('location')!)).words : words
  }
  const raw = (body: string, headers: Record<string, string>) => async () => {
    const answer = await fetch(`${house.url}/chat`, {
      method: 'POST',
      body,
      headers: { cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; '), ...headers },
    })
    return spokenIn(await answer.text())
  }
  return {
    person,
    writes: person.types,
    taps: (choice) => person.forges!(choice),
    oddities: [
      post({}),
      post({ id: 'not an id', text: 'x' }),
      post({ id: id(), nothing: 'x' }),
      async () => post({ id: id(), text: 'x'.repeat(70_000) })(),
      async () => post({ id: id(), several: '1', choices: ['bread', 'milk', 'apples', 'left', 'i'] })(),
      async () =>
        post({
          id: id(),
          several: '1',
          choices: ['\u0000', 'a:ffffff:some:bread', "'; drop table answer"],
        })(),
      async () => post({ id: id(), several: '1', choices: Array.from({ length: 2_000 }, () => 'zzz') })(),
      async () => post({ id: id(), choice: 'zzz', text: 'both', several: '' })(),
      raw('{"id":"x"}', { 'content-type': 'application/json' }),
      raw('id=%ff%fe&text=%c0%80', { 'content-type': 'application/x-www-form-urlencoded' }),
      raw('--x\r\ncontent-disposition: form-data; name="id"\r\n\r\n', {
        'content-type': 'multipart/form-data; boundary=x',
      }),
      raw('', {}),
      get('/chat?start=c-nowhere'),
      get('/chat?start=c-%00'),
      get(`/chat?start=${'i'.repeat(5_000)}`),
      get('/chat?lang=%00'),
    ],
  }
}

/** One line at a time is all that a terminal knows. */
export async function intruderAtTerminal(person: Person): Promise<Intruder> {
  const line = (text: string) => person.types(text.replaceAll(/[\r\n\u2028\u2029]/g, ' '))
  return {
    person,
    writes: line,
    taps: line,
    oddities: [async () => (await line('\u001b[2J\u0007'), person.heard())],
  }
}
