/** Linking while something else happens at the very same moment, in two processes on one database, many times over. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Outgoing } from '../../src/domain/message.ts'
import { responseKey } from '../../src/runtime/crypto.ts'
import { exportPerson } from '../../src/store/respondents.ts'
import { lookupOf } from '../../src/store/sessions.ts'
import { buildCity, type City } from '../support/city.ts'
import { chance, type Chance } from '../support/random.ts'
import { words } from '../support/talk.ts'
import { somebody, twoProcesses, type Process, type Somebody } from '../support/two-processes.ts'

const consultation = 'free-time-and-sport'
const rounds = Array.from({ length: 6 }, (_, round) => round)
let city: City
let processes: readonly Process[]

beforeAll(async () => {
  city = await buildCity()
  processes = await twoProcesses(city)
})

const db = () => city.context.store.db

describe.each(rounds)('round %i', (round) => {
  const random = chance(round)

  test('two who type the same code: one of them is linked, the other is told that it does not work', async () => {
    const [owner, one, other] = [await begun(random), arrives(random), arrives(random)]
    const code = await codeFrom(owner)
    const said = await Promise.all([one.types(`/code ${code}`), other.types(`/code ${code}`)])
    expect(said.filter(isLinked)).toHaveLength(1)
    expect(said.filter((replies) => words(replies).includes('does not work'))).toHaveLength(1)
    expect(new Set([await idOf(one), await idOf(other)])).toEqual(new Set([await idOf(owner), undefined]))
    await expectSound()
  })

  test('two who type each other’s code are one person, with the answers of both', async () => {
    const [one, other] = [await begun(random, 1), await begun(random, 3)]
    const codes = [await codeFrom(one), await codeFrom(other)]
    const said = await Promise.all([one.types(`/code ${codes[1]}`), other.types(`/code ${codes[0]}`)])
    expect(said.some(isLinked)).toBe(true)
    const id = await expectOne(one, other)
    expect(await answersOf(id)).toHaveLength(3)
    await expectSound()
  })

  test('a code that is entered twice, and a message that is delivered twice, link once', async () => {
    const [owner, phone] = [await begun(random), arrives(random)]
    const [text, id] = [`/code ${await codeFrom(owner)}`, randomUUID()]
    const said = await Promise.all([
      phone.does({ text, id }, 0),
      phone.does({ text, id }, 1),
      phone.does({ text }, round % 2),
    ])
    expect(said.some(isLinked)).toBe(true)
    await expectOne(owner, phone)
    await expectSound()
  })

  test('an answer given while the other channel is being linked is kept or told to be stale, whoever of the two stays', async () => {
    const [phone, desk] = [
      await begun(random),
      random.isTrue(0.5) ? arrives(random) : await elsewhere(random),
    ]
    if (random.isTrue(0.5)) await makeOlder(phone)
    const [codeOwner, typist] = random.isTrue(0.5) && (await idOf(desk)) ? [desk, phone] : [phone, desk]
    const code = await codeFrom(codeOwner)
    const choice = phone.first()
    const typing = async () => {
      await pause(random)
      return typist.types(`/code ${code}`)
    }
    const answering = async () => {
      await pause(random)
      return phone.does({ choice }, 1)
    }
    const [linked, said] = await Promise.all([typing(), answering()])
    expect(words(linked)).toContain('Linked!')
    const id = await expectOne(phone, desk)
    const isKept = words(said).includes('2 of ')
    expect(isKept || words(said).includes('from an earlier message')).toBe(true)
    const answer = ['q1', { options: [choice.split(':').at(-1)] }]
    expect(await answersOf(id)).toEqual(isKept ? [answer] : [])
    await expectSound()
  })

  test('two answers to one question from two channels: the first counts, the other sees where they are', async () => {
    const [phone, desk] = [await begun(random), arrives(random)]
    await desk.types(`/code ${await codeFrom(phone)}`)
    const [first, second] = desk.answers()
    const said = await Promise.all([phone.does({ choice: first! }, 0), desk.does({ choice: second! }, 1)])
    const [, kept] = (await answersOf((await idOf(phone))!))[0]!
    const chosen = [first!, second!].map((choice) => ({ options: [choice.split(':').at(-1)] }))
    expect(chosen).toContainEqual(kept)
    const [loser] = said.filter((_, index) => JSON.stringify(chosen[index]) !== JSON.stringify(kept))
    expect(words(loser!)).toContain('2 of ')
    await expectSound()
  })

  test('erasing in one channel while the other answers or is linked leaves nothing of anybody', async () => {
    const [phone, desk] = [await begun(random, 1), await begun(random, 2)]
    const isLinkedBefore = random.isTrue(0.5)
    const code = await codeFrom(phone)
    if (isLinkedBefore) await desk.types(`/code ${code}`)
    await phone.types('/delete')
    const doing = isLinkedBefore ? { choice: desk.first() } : { text: `/code ${code}` }
    await Promise.all([
      phone.does({ choice: 'delete:yes' }, 0),
      pause(random).then(() => desk.does(doing, 1)),
    ])
    expect(await idOf(phone)).toBeUndefined()
    if (isLinkedBefore) expect(await idOf(desk)).toBeUndefined()
    await expectSound()
  })

  test('a stop said while the link is made holds', async () => {
    const [phone, desk] = [await begun(random), await begun(random)]
    const code = await codeFrom(phone)
    await Promise.all([phone.does({ text: '/stop' }, 0), desk.does({ text: `/code ${code}` }, 1)])
    const id = await expectOne(phone, desk)
    expect(await db().person.findUnique({ where: { id } })).toMatchObject({ stoppedAt: expect.any(Date) })
    await expectSound()
  })

  test('a channel that is taken away while it answers: the answer is kept by the person, or told to be stale', async () => {
    const [phone, desk] = [await begun(random), arrives(random)]
    await desk.types(`/code ${await codeFrom(phone)}`)
    await phone.types('/unlink')
    const choice = desk.first()
    const unlinking = async () => {
      await pause(random)
      return phone.does({ choice: phone.find('unlink:') }, 0)
    }
    const [, said] = await Promise.all([unlinking(), desk.does({ choice }, 1)])
    const isKept = words(said).includes('2 of ')
    expect(await answersOf((await idOf(phone))!)).toHaveLength(isKept ? 1 : 0)
    expect(await idOf(desk)).toBeUndefined()
    await expectSound()
  })
})

/** What has to be so whatever happened: every response is found by one person, and each took part as often as they answered. */
async function expectSound(): Promise<void> {
  const { keyring } = city.context.store
  const [people, responses, consultations] = await Promise.all([
    db().person.findMany({ include: { participations: true } }),
    db().response.findMany(),
    db().consultation.findMany({ where: { secret: { not: null } } }),
  ])
  const known = new Set(
    consultations.flatMap(({ id, secret }) =>
      people
        .filter(({ participations }) => participations.some(({ consultationId }) => consultationId === id))
        .map((person) => hex(responseKey(keyring.openBytes(secret!, `secret:${id}`), person.id))),
    ),
  )
  expect(responses.filter(({ key }) => !known.has(hex(key)))).toEqual([])
  const addresses = await db().address.groupBy({ by: ['personId'] })
  expect(new Set(addresses.map(({ personId }) => personId))).toEqual(new Set(people.map(({ id }) => id)))
}

const arrives = (random: Chance) => somebody(processes, random)

/** Somebody at a question of the consultation, so many of them behind them. */
async function begun(random: Chance, answered = 0): Promise<Somebody> {
  return into(arrives(random), consultation, answered)
}

/** Somebody who takes part in another one. */
function elsewhere(random: Chance): Promise<Somebody> {
  return into(arrives(random), 'safe-way-to-school', 0)
}

async function into(person: Somebody, which: string, answered: number): Promise<Somebody> {
  const buttonIn = (replies: readonly Outgoing[], is: (id: string) => boolean) =>
    replies.flatMap(({ choices = [] }) => choices).find(({ id }) => is(id))!.id
  const asked = await person.types(`/start c-${which}`)
  const told = await person.does({ choice: buttonIn(asked, (id) => id.endsWith(':a18_26')) })
  await person.does({ choice: buttonIn(told, (id) => id.startsWith('y:')) })
  for (let count = 0; count < answered; count += 1)
    await person.does({ choice: person.find('s:').replace(/:[a-z]+$/, ':skip') })
  return person
}

async function codeFrom(person: Somebody): Promise<string> {
  const replies = await person.types('/link')
  const code = /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(words(replies))![0]
  await person.does({ choice: 'resume' })
  return code
}

async function idOf({ from }: Somebody): Promise<string | undefined> {
  const lookup = lookupOf(city.context.store.keyring, from)
  return (await db().address.findUnique({ where: { lookup } }))?.personId
}

async function expectOne(one: Somebody, other: Somebody): Promise<string> {
  const id = await idOf(one)
  expect(id).toBeDefined()
  expect(await idOf(other)).toBe(id)
  return id!
}

async function answersOf(id: string) {
  const { responses } = await exportPerson(db(), city.context.store.keyring, id)
  return responses.flatMap(({ answers }) =>
    answers.map(({ question, answer }) => [question, answer] as const),
  )
}

async function makeOlder(person: Somebody): Promise<void> {
  await db().person.update({
    where: { id: (await idOf(person))! },
    data: { createdOn: new Date('2026-01-01') },
  })
}

const isLinked = (replies: readonly Outgoing[]) => words(replies).includes('Linked!')
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
/** Long enough for the other to be anywhere between its first statement and its last. */
const pause = (random: Chance) => sleep(random.next() * 40)
