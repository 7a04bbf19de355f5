/** From what is to be said to what is shown: phrases become sentences in the person's language. */
import type { Offer, Reply } from '../domain/dialogue.ts'
import type { Choice, Outgoing, Picture } from '../domain/message.ts'
import type { Locale } from '../domain/phrase.ts'
import type { Text } from '../runtime/text.ts'

/** A reply in words. */
export function render(
  text: Text,
  locale: Locale,
  {
    parts,
    offers,
    progress,
    sample,
    picture,
    file: _file,
    shows: _shows,
    isSecret: _isSecret,
    ...shape
  }: Reply,
): Outgoing {
  if (sample) return sample
  return {
    ...shape,
    text: joined(parts.map((part) => text.phrase(locale, part))),
    lang: locale,
    ...(offers ? { choices: offers.map((offer) => choiceOf(text, locale, offer)) } : {}),
    ...(progress ? { progress } : {}),
    ...(picture ? { picture: pictureOf(picture) } : {}),
  }
}

function pictureOf({ base64, ...picture }: NonNullable<Reply['picture']>): Picture {
  return { ...picture, content: Buffer.from(base64, 'base64') }
}

function choiceOf(text: Text, locale: Locale, { label, ...rest }: Offer): Choice {
  return { ...rest, label: text.phrase(locale, label) }
}

/** Paragraphs, but items of a list close together. */
function joined([first = '', ...others]: readonly string[]): string {
  return others.reduce(
    (before, part) =>
      `${before}${part.startsWith('•') && /(^|\n)•[^\n]*$/.test(before) ? '\n' : '\n\n'}${part}`,
    first,
  )
}
