/** A consultation with every kind of question, open in every channel, so that nobody can hide behind a kind that samples do not have. */
import { parseDocument } from 'yaml'
import { importConsultations } from '../../../src/app/consultation-import.ts'
import { openConsultation } from '../../../src/app/consultations.ts'
import { samplesOpenOn } from '../city.ts'
import type { House } from '../house.ts'

export const everything = 'every-kind'
/** The most characters its free text takes. */
export const mostChars = 100

const words = (name: string) => ({
  pl: `${name} po polsku`,
  en: `the word ${name}`,
  uk: `${name} українською`,
})
const options = (...ids: string[]) => ids.map((id) => ({ id, label: words(id) }))
const question = (id: string, type: string, more: object = {}) => ({
  id,
  type,
  text: words(`question ${id}`),
  ...more,
})

/** Its questions in order; two of them take several answers, under the same names. */
const questions = [
  question('one', 'single', { options: options('left', 'right', 'middle') }),
  question('some', 'multi', { options: options('bread', 'milk', 'apples'), max_choices: 2 }),
  question('others', 'multi', { options: options('bread', 'milk', 'apples'), max_choices: 2 }),
  question('words', 'text', { max_chars: mostChars }),
  question('rate', 'scale', { ends: { low: words('little'), high: words('much') } }),
  question('minutes', 'number', { min: 5, max: 120 }),
  question('order', 'ranking', { options: options('gold', 'silver', 'bronze') }),
  question('pairs', 'pairwise', { options: options('north', 'south', 'west'), rounds: 2 }),
  question('where', 'district'),
]

/** Imports it and opens it; returns the six digits that stand for it in buttons. */
export async function openEverything({ context }: Pick<House, 'context'>): Promise<string> {
  const document = parseDocument(await samplesOpenOn(context.clock.now().toISOString().slice(0, 10)))
  const [, second] = (document.toJS() as { consultations: object[] }).consultations
  const one = { ...second, id: everything, title: words('everything'), questions }
  document.set('consultations', document.createNode([one]))
  await importConsultations(context, { source: document.toString(), actor: 'test', isDryRun: false })
  await openConsultation(context, everything, 'test')
  const { definition } = await context.store.db.consultationVersion.findFirstOrThrow({
    where: { consultationId: everything },
  })
  return (definition as { tag: string }).tag
}
