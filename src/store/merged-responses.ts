/** Answers of two people who turn out to be one: put together as long as the consultation's secret can find them, and left alone afterwards. */
import type { Answer, Answers, Definition } from '../domain/consultation.ts'
import { mergedPass, type Pass } from '../domain/merged-response.ts'
import { responseKey, type Keyring } from '../runtime/crypto.ts'
import type { Db } from './store.ts'

/** Whose answers were given where the code was typed, whose where it came from, and under whose id they are kept from now on. */
export interface Merging {
  readonly here: string
  readonly there: string
  readonly stays: string
}

/** A consultation that both had begun to answer. */
export interface MergedResponse {
  readonly consultation: string
  readonly isFinished: boolean
}

/** Keeps the responses of both under one key; says which consultations both had answered. */
export async function mergeResponses(
  tx: Db,
  keyring: Keyring,
  { here, there, stays }: Merging,
): Promise<readonly MergedResponse[]> {
  // held, so that a secret that is due is not destroyed in the middle, and the rows it writes anew are those that are left
  const secrets = await tx.$queryRaw<{ id: string; secret: Uint8Array }[]>`
    select id, secret from consultation where secret is not null order by id for share`
  const merged: MergedResponse[] = []
  for (const { id, secret: sealed } of secrets) {
    const secret = keyring.openBytes(sealed, `secret:${id}`)
    const [mine, theirs] = [await find(tx, id, secret, here), await find(tx, id, secret, there)]
    const kept = mine ?? theirs
    if (mine && theirs) merged.push({ consultation: id, isFinished: await merge(tx, mine, theirs) })
    if (kept) await tx.response.update({ where: { id: kept.id }, data: { key: responseKey(secret, stays) } })
  }
  return merged
}

function find(tx: Db, consultationId: string, secret: Uint8Array, personId: string) {
  const key = responseKey(secret, personId)
  return tx.response.findUnique({
    where: { consultationId_key: { consultationId, key } },
    include: { answers: { select: { question: true, value: true, text: true } } },
  })
}

type Found = NonNullable<Awaited<ReturnType<typeof find>>>

/** Puts `theirs` into `mine`; whether that is whole. */
async function merge(tx: Db, mine: Found, theirs: Found): Promise<boolean> {
  const { definition } = await tx.consultationVersion.findUniqueOrThrow({
    where: { consultationId_number: { consultationId: mine.consultationId, number: mine.version } },
  })
  const { questions } = definition as unknown as Definition
  const { answers, isFinished } = mergedPass(questions, passOf(mine), passOf(theirs))
  const answered = [...answers.keys()]
  const own = mine.answers.map(({ question }) => question)
  await tx.answer.updateMany({
    where: { responseId: theirs.id, question: { in: answered, notIn: own } },
    data: { responseId: mine.id },
  })
  await tx.response.delete({ where: { id: theirs.id } })
  await tx.answer.deleteMany({ where: { responseId: mine.id, question: { notIn: answered } } })
  await tx.response.update({
    where: { id: mine.id },
    data: {
      isFinished,
      answeredOn: mine.answeredOn < theirs.answeredOn ? theirs.answeredOn : mine.answeredOn,
      ageBand: mine.ageBand ?? theirs.ageBand,
      gender: mine.gender ?? theirs.gender,
      district: mine.district ?? theirs.district,
    },
  })
  return isFinished
}

function passOf({ answers, isFinished }: Found): Pass {
  const given = answers.map(({ question, value, text }) => [question, text ? { text: '' } : value] as const)
  return { answers: new Map(given) as Map<string, Answer> satisfies Answers, isFinished }
}
