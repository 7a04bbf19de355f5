/** What was answered, under a key that belongs to nobody once the consultation's secret is destroyed. */
import type { AboutQuestion, Answer } from '../domain/consultation.ts'
import type { Keyring } from '../runtime/crypto.ts'
import { skippedBand } from './participation.ts'

/** What one turn adds to one pass through a consultation. */
export interface Responded {
  readonly consultation: string
  readonly version: number
  readonly key: Uint8Array<ArrayBuffer>
  readonly answer?: { readonly question: string; readonly answer: Answer } | undefined
  /** A band that was told; null is "skipped". */
  readonly about?: { readonly about: AboutQuestion['id']; readonly option: string | null } | undefined
  /** The pass is whole: answers off its path go, so that a changed mind leaves nothing behind. */
  readonly finish?: { readonly path: readonly string[]; readonly ageBand: string | null } | undefined
}

/** The columns of a turn's statement that keep what was answered in it; free text is sealed and waits for a moderator. */
export function responseRow(
  keyring: Keyring,
  { consultation, version, key, answer, about, finish }: Responded,
) {
  return {
    consultation,
    version,
    pass: hex(key),
    ...(answer ? answerColumns(keyring, answer) : {}),
    ...(finish ? { path: finish.path, age_band: finish.ageBand } : {}),
    ...(about ? { [columnOf[about.about]]: about.option ?? skippedBand } : {}),
  }
}

const columnOf = { age_band: 'age_band', gender: 'gender', city_part: 'district' } as const

function answerColumns(keyring: Keyring, { question, answer }: NonNullable<Responded['answer']>) {
  return answer && 'text' in answer
    ? { question, sealed: base64(keyring.seal(answer.text, 'answer')) }
    : { question, value: answer }
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
