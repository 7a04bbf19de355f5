/** Announcements in words: the numbers of a preview, how far one is, and what each is called in a list. */
import { marked, type Announcement } from '../domain/announcement.ts'
import { inWords } from '../domain/moment.ts'
import { locales, say, wordingIn, type Localized, type Phrase } from '../domain/phrase.ts'
import type { Preview, Tally } from './announcements.ts'

/** So much of its beginning tells one announcement from another, and fits on a button. */
const mostTitleChars = 36

/** The first words of an announcement, in every language it has. */
export function opening({ texts }: Pick<Announcement, 'texts'>): Localized {
  return Object.fromEntries(
    locales.flatMap((locale) => (texts[locale] ? [[locale, cut(wordingIn(texts, locale))]] : [])),
  )
}

function cut(source: string): string {
  const [line = ''] = marked(source.trim()).text.split('\n')
  const characters = [...line]
  return characters.length > mostTitleChars
    ? `${characters
        .slice(0, mostTitleChars - 1)
        .join('')
        .trimEnd()}…`
    : line
}

/** Who gets it and who does not, in which languages, when, and how long it takes. */
export function numbersOf(preview: Preview, timeZone: string): readonly Phrase[] {
  const { announcement, audience, isTooFew, total, recipients, leftOut } = preview
  const line = (phrase: Phrase) => say('announcement-line', { words: phrase })
  return [
    say('announcement-for'),
    ...audience.map(line),
    ...(isTooFew ? [say('announcement-too-few')] : [say('announcement-count', { count: total })]),
    ...recipients.map(({ channel, locale, count }) =>
      say('announcement-count-line', {
        channel: say(`channel-${channel}`),
        language: say(`language-${locale}`),
        count,
      }),
    ),
    ...(leftOut.length > 0 ? [say('announcement-left-out')] : []),
    ...leftOut.map(({ reason, count }) => line(say(`left-out-${reason}`, { count }))),
    ...remarksOf(preview),
    whenOf(announcement, timeZone),
    ...(isTooFew || total === 0 ? [] : [durationOf(preview.durationMs)]),
  ]
}

function remarksOf({ missingLanguages, lengths }: Preview): Phrase[] {
  return [
    ...missingLanguages.map((locale) =>
      say('announcement-language-missing', { language: say(`language-${locale}`) }),
    ),
    ...lengths.flatMap(({ locale, characters, tooLongFor }) =>
      tooLongFor.map((channel) =>
        say('announcement-too-long', {
          language: say(`language-${locale}`),
          channel: say(`channel-${channel}`),
          characters,
        }),
      ),
    ),
  ]
}

/** When it goes out and until when it is of use. */
export function whenOf({ sendAt, notAfter }: Announcement, timeZone: string): Phrase {
  const at = sendAt
    ? say('announcement-at', { moment: inWords(sendAt, timeZone) })
    : say('announcement-at-once')
  return notAfter ? say('announcement-until', { at, moment: inWords(notAfter, timeZone) }) : at
}

function durationOf(durationMs: number): Phrase {
  const minutes = Math.ceil(durationMs / 60_000)
  if (minutes <= 1) return say('announcement-takes-moment')
  return minutes < 120
    ? say('announcement-takes-minutes', { count: minutes })
    : say('announcement-takes-hours', { count: Math.ceil(minutes / 60) })
}

/** Where its deliveries stand, a line for each fate that occurs, with the reasons of those that failed. */
export function tallyInWords(
  tally: Tally,
  failures: readonly { readonly reason: string | null; readonly count: number }[],
): readonly Phrase[] {
  const remaining = tally.waiting + tally.sending
  const lines = [
    ['remain', remaining],
    ['held', tally.held],
    ['failed', tally.failed],
    ['blocked', tally.blocked],
    ['unreachable', tally.unreachable],
    ['expired', tally.expired],
    ['unknown', tally.unknown],
    ['cancelled', tally.cancelled],
  ] as const
  return [
    say('tally-accepted', { accepted: tally.accepted, total: tally.total }),
    ...lines.flatMap(([fate, count]) => (count > 0 ? [say(`tally-${fate}`, { count })] : [])),
    ...failures.map(({ reason, count }) => say('tally-reason', { reason: reasonOf(reason), count })),
  ]
}

const knownReasons = ['refused', 'tried-too-often', 'no-answer']

function reasonOf(reason: string | null): Phrase {
  return say(`reason-${knownReasons.find((one) => one === reason) ?? 'other'}`)
}
