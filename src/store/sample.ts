/** Writing made-up responses in bulk: each under a random key, so that they belong to nobody. */
import { randomUUID } from 'node:crypto'
import type { Answer } from '../domain/consultation.ts'
import type { Day, Locale } from '../domain/phrase.ts'
import { dateOf } from '../runtime/clock.ts'
import { randomSecret, type Keyring } from '../runtime/crypto.ts'
import type { Db } from './store.ts'

/** A response without a person. */
export interface LooseResponse {
  readonly answers: ReadonlyMap<string, Answer>
  readonly isFinished: boolean
  readonly answeredOn: Day
  readonly locale: Locale
  readonly channel: string
  readonly ageBand: string | null
  readonly gender: string | null
  readonly district: string | null
}

/** How many of the made-up texts a made-up moderator has released; the others wait, so that there is something to do. */
const releasedShare = 0.5

export async function addLooseResponses(
  tx: Db,
  keyring: Keyring,
  consultationId: string,
  version: number,
  responses: readonly LooseResponse[],
): Promise<void> {
  const rows = responses.map(({ answers, answeredOn, ...row }) => ({
    response: {
      ...row,
      id: randomUUID(),
      consultationId,
      version,
      key: new Uint8Array(randomSecret()),
      answeredOn: dateOf(answeredOn),
    },
    answers,
  }))
  await tx.response.createMany({ data: rows.map(({ response }) => response) })
  const data = rows.flatMap(({ response, answers }, index) =>
    [...answers].map(([question, answer]) => ({
      responseId: response.id,
      question,
      ...columnsOf(answer, keyring, index < responses.length * releasedShare),
    })),
  )
  await tx.answer.createMany({ data })
}

export async function hasResponses(db: Db, consultationId: string): Promise<boolean> {
  return (await db.response.findFirst({ where: { consultationId }, select: { id: true } })) !== null
}

function columnsOf(answer: Answer, keyring: Keyring, isReleased: boolean) {
  if (!answer || !('text' in answer)) return answer ? { value: answer as object } : {}
  const text = keyring.seal(answer.text, 'answer')
  return isReleased ? { text, review: 'released', released: answer.text } : { text, review: 'waiting' }
}
