/** What a person means who types instead of tapping: a number, a label, or something close to one. */
import { distance } from 'fastest-levenshtein'
import type { Choice, Incoming, Outgoing } from './message.ts'

/** The incoming message with the button it stands for, when it clearly stands for one that was just offered. */
export function understood(incoming: Incoming, shown: readonly Outgoing[]): Incoming {
  const text = incoming.text?.trim()
  if (!text || incoming.file || incoming.choice || incoming.choices || text.startsWith('/')) return incoming
  const prompt = shown.findLast(({ choices }) => choices?.length)
  if (!prompt?.choices) return incoming
  const ids = prompt.expects ? exactly(text, prompt.choices) : chosenBy(text, prompt)
  if (!ids) return incoming
  return prompt.pick === 'several' && ids.every((id) => isAnswer(prompt.choices, id))
    ? { ...incoming, choices: ids }
    : { ...incoming, choice: ids[0]! }
}

/** Labels folded for comparing: no case, no diacritics, no punctuation. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/[’'ʼ`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function chosenBy(text: string, prompt: Outgoing): string[] | undefined {
  const choices = prompt.choices ?? []
  return (
    exactly(text, choices) ??
    (prompt.pick === 'several' ? byNumbers(text, choices) : undefined) ??
    byNumber(text, choices) ??
    closely(text, choices)
  )
}

function exactly(text: string, choices: readonly Choice[]): string[] | undefined {
  const match = choices.find(
    ({ label }) => folded(label) === folded(text) && isNegative(label) === isNegative(text),
  )
  return match && [match.id]
}

/** Folding drops the sign, and "-1" is not the step 1 of a scale. */
function isNegative(text: string): boolean {
  return /^\s*[-−]\d/.test(text)
}

function byNumber(text: string, choices: readonly Choice[]): string[] | undefined {
  const number = /^(\d{1,2})[.)]?$/.exec(text)?.[1]
  const match = number && choices.filter(({ row }) => row === 'answer')[Number(number) - 1]
  return match ? [match.id] : undefined
}

function byNumbers(text: string, choices: readonly Choice[]): string[] | undefined {
  if (!/^\d{1,2}([\s,;.]+\d{1,2})+$/.test(text)) return undefined
  const found = text.split(/\D+/).flatMap((number) => byNumber(number, choices) ?? [])
  return found.length === text.split(/\D+/).length ? [...new Set(found)] : undefined
}

function closely(text: string, choices: readonly Choice[]): string[] | undefined {
  const typed = folded(text)
  if (typed.length < 4) return undefined
  const near = choices.filter(({ label }) => isNear(typed, folded(label)))
  return near.length === 1 ? [near[0]!.id] : undefined
}

function isNear(typed: string, label: string): boolean {
  const allowed = label.length >= 8 ? 2 : 1
  return label.startsWith(typed) || distance(typed, label) <= allowed
}

function isAnswer(choices: readonly Choice[] | undefined, id: string): boolean {
  return choices?.find((choice) => choice.id === id)?.row === 'answer'
}
