/** A small scripted city behind the real web server: four questions, no database, every act remembered. */
import { serve, type Served } from '../../src/web/server.ts'
import type { WebParts } from '../../src/web/parts.ts'
import { web, type WebChannel } from '../../src/channels/web.ts'
import type { Choice, Incoming, Outgoing } from '../../src/domain/message.ts'
import { VirtualClock } from '../../src/runtime/clock.ts'
import { silent } from '../../src/runtime/log.ts'
import { loadText } from '../../src/runtime/text.ts'

export interface Town {
  readonly url: string
  readonly channel: WebChannel
  readonly clock: VirtualClock
  /** Every distinct act, in the order of arrival. */
  readonly acts: readonly Incoming[]
  /** How often anything arrived, repetitions included. */
  readonly arrivals: readonly string[]
  close(): Promise<void>
}

const text = loadText()

/** Opens the city on a free port of the loopback address. */
export async function openTown(changes: Partial<WebParts> = {}): Promise<Town> {
  const clock = new VirtualClock(0, { now: () => new Date('2029-12-11T13:05:00Z') })
  const channel = web()
  const script = createScript()
  await channel.listen(script.receive)
  const parts: WebParts = {
    text,
    clock,
    channel,
    log: silent,
    timeZone: 'Europe/Warsaw',
    exitUrl: 'https://www.wikipedia.org',
    look: async ({ value }) => script.look(value),
    languageOf: async ({ value }) => script.languageOf(value),
    results: { all: async () => [], find: async () => undefined },
    districtMap: async () => undefined,
    outcomeCount: async () => ({ themes: 0, answered: 0, done: 0, medianDays: null }),
    openConsultations: async () => [
      {
        id: 'safe-way',
        title: 'Bezpieczna droga do szkoły',
        purpose: 'Chcemy wiedzieć, gdzie jest niebezpiecznie i co tam zmienić.',
        closesOn: '2029-12-21',
      },
      {
        id: 'free-time',
        title: 'Wolny czas po lekcjach',
        purpose: 'Gdzie spędzasz czas i czego tam brakuje?',
        closesOn: '2030-01-11',
      },
    ],
    helplines: () => [
      { name: 'Telefon zaufania dla dzieci i młodzieży', number: '116 111', hours: 'całą dobę' },
      { name: 'Dziecięcy Telefon Zaufania', number: '800 12 12 12', hours: 'całą dobę' },
      { name: 'Numer alarmowy', number: '112' },
    ],
    privacy: () => 'Nie pytamy o imię.\n\nOdpowiedzi przechowujemy osobno.',
    health: async () => ({ status: 'ok' }),
    isClassCode: async (code) => code === 'ABCD2345',
    ...changes,
  }
  const served: Served = await serve({ host: '127.0.0.1', port: 0, ...parts })
  const close = async () => {
    await served.close()
    await channel.close()
  }
  return { url: served.url, channel, clock, acts: script.acts, arrivals: script.arrivals, close }
}

const help: Choice = { id: 'help', label: 'Potrzebuję pomocy', row: 'help' }
const steps = (...ids: string[]): Choice[] =>
  ids.map((id) => ({
    id: `s:${id}`,
    label: { skip: 'Pomiń', back: 'Wróć', stop: 'Przerwij' }[id] ?? id,
    row: 'step',
  }))
const answers = (question: number, ...labels: string[]): Choice[] =>
  labels.map((label, index) => ({ id: `a:${question}:${index}`, label, row: 'answer' }))

const questions: readonly Omit<Outgoing, 'lang'>[] = [
  {
    text: '1 z 4\n\nJak najczęściej docierasz do szkoły?',
    choices: [
      ...answers(0, 'Pieszo', 'Rowerem albo hulajnogą', 'Tramwajem lub autobusem', 'Samochodem'),
      ...steps('skip', 'stop'),
      help,
    ],
    pick: 'one',
    progress: { step: 1, of: 4 },
  },
  {
    text: '2 z 4\n\nCo przeszkadza Ci najbardziej?',
    choices: [
      ...answers(
        1,
        'Ruchliwa ulica bez świateł',
        'Za mało miejsca na chodniku',
        'Ciemno po południu',
        'Nic mi nie przeszkadza',
      ),
      { id: 's:done', label: 'Gotowe', row: 'step', isDone: true },
      ...steps('skip', 'back', 'stop'),
      help,
    ],
    pick: 'several',
    max: 2,
    progress: { step: 2, of: 4 },
  },
  {
    text: '3 z 4\n\nJak bezpiecznie czujesz się po drodze?\n\n1: wcale, 5: zupełnie',
    choices: [...answers(2, '1', '2', '3', '4', '5'), ...steps('skip', 'back', 'stop'), help],
    pick: 'one',
    progress: { step: 3, of: 4 },
  },
  {
    text: '4 z 4\n\nCo miasto powinno zmienić najpierw?\n\nNapisz krótko. Bez imion, adresów i nazw szkół.',
    choices: [...steps('skip', 'back', 'stop'), help],
    expects: 'text',
    maxChars: 300,
    progress: { step: 4, of: 4 },
  },
]

const home: Outgoing = {
  lang: 'pl',
  text: 'Cześć! To czat miasta. Pytamy młodych, co zmienić. Zajmie to około 3 minuty.',
  choices: [
    { id: 'start', label: 'Bezpieczna droga do szkoły', row: 'answer' },
    { id: 'privacy', label: 'Prywatność', row: 'step' },
    help,
  ],
}
const thanks: Outgoing = {
  lang: 'pl',
  text: 'Dziękujemy! Do 15 lutego napiszemy, co miasto zrobi z odpowiedziami.',
  choices: [{ id: 'home', label: 'Na początek', row: 'step' }],
}
const card: Outgoing = {
  lang: 'pl',
  text: 'Możesz porozmawiać od razu, za darmo:\n• 116 111, całą dobę\n• 800 12 12 12, całą dobę\n\nW nagłej sprawie dzwoń: 112',
}

function createScript() {
  const acts: Incoming[] = []
  const arrivals: string[] = []
  const answered = new Map<string, readonly Outgoing[]>()
  const places = new Map<string, number>()
  const languages = new Map<string, string>()
  const asked = (at: number, value: string): Outgoing => ({
    ...(questions[at] ?? thanks),
    lang: languages.get(value) ?? 'pl',
  })
  const look = (value: string) => [places.has(value) ? asked(places.get(value)!, value) : home]

  const reply = ({ from: { value }, text: said, choice, choices }: Incoming): readonly Outgoing[] => {
    if (said === '/help') return [card]
    if (choice?.startsWith('lang:')) {
      languages.set(value, choice.slice(5))
      return look(value)
    }
    if (choices && choices.length === 0)
      return [{ lang: 'pl', text: 'Wybierz, proszę, choć jedną odpowiedź.', isNotice: true }]
    const at = said?.startsWith('/start') || choice === 'start' ? 0 : (places.get(value) ?? -1) + 1
    places.set(value, at)
    return [{ ...asked(at, value), replaces: true }]
  }
  const receive = async (incoming: Incoming) => {
    arrivals.push(incoming.id)
    const before = answered.get(incoming.id)
    if (before) return before
    acts.push(incoming)
    const replies = reply(incoming)
    answered.set(incoming.id, replies)
    return replies
  }
  return { receive, look, acts, arrivals, languageOf: (value: string) => languages.get(value) }
}
