/** What an announcement would do, on the screen: for whom, how many, who is left out and why, how it looks and how long it takes. */
import type { Preview } from '../app/announcements.ts'
import { outgoingOf } from '../domain/announcement.ts'
import { locales } from '../domain/phrase.ts'
import { announcementAsJson } from './announcement-show.ts'
import type { Cli } from './cli.ts'

/** For people, line by line. */
export function previewLines(cli: Cli, preview: Preview): string[] {
  return [
    cli.paint.bold(cli.say('cli-announcement-for')),
    ...preview.audience.map((line) => `  • ${cli.words(line)}`),
    '',
    ...(preview.isTooFew ? [cli.paint.red(cli.say('cli-announcement-too-few'))] : numberLines(cli, preview)),
    ...warningLines(cli, preview),
    ...sampleLines(cli, preview),
  ]
}

function numberLines(cli: Cli, { total, recipients, leftOut, durationMs }: Preview): string[] {
  const head = ['channel', 'language', 'count'].map((name) => cli.say(`cli-column-${name}`))
  const rows = recipients.map(({ channel, locale, count }) => [
    cli.say(`channel-${channel}`),
    cli.say(`language-${locale}`),
    count,
  ])
  return [
    cli.paint.bold(cli.say('cli-announcement-total', { count: total })),
    ...(rows.length > 0 ? [cli.table(head, rows)] : []),
    ...(leftOut.length > 0 ? ['', cli.say('cli-announcement-left-out')] : []),
    ...leftOut.map(({ reason, count }) => `  • ${cli.say(`cli-left-out-${reason}`)}: ${count}`),
    ...(total > 0
      ? ['', cli.say('cli-announcement-duration', { duration: durationIn(cli, durationMs) })]
      : []),
  ]
}

function durationIn({ locale }: Cli, ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1_000))
  const spans = [
    { unit: 'second', length: 1, upTo: 90 },
    { unit: 'minute', length: 60, upTo: 5_400 },
    { unit: 'hour', length: 3_600, upTo: Infinity },
  ]
  const { unit, length } = spans.find(({ upTo }) => seconds < upTo)!
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })
  return format.format(Math.round(seconds / length))
}

function warningLines(cli: Cli, { missingLanguages, lengths }: Preview): string[] {
  const languages = missingLanguages.map((one) => cli.say(`language-${one}`)).join(', ')
  const tooLong = lengths
    .filter(({ tooLongFor }) => tooLongFor.length > 0)
    .map(({ locale, characters, tooLongFor }) =>
      cli.say('cli-announcement-too-long', {
        language: cli.say(`language-${locale}`),
        characters,
        channels: tooLongFor.map((one) => cli.say(`channel-${one}`)).join(', '),
      }),
    )
  return [
    ...(languages ? [cli.say('cli-announcement-language-missing', { languages })] : []),
    ...tooLong,
  ].map((line) => cli.paint.yellow(line))
}

function sampleLines(cli: Cli, { announcement }: Preview): string[] {
  return locales
    .filter((locale) => announcement.texts[locale] !== undefined)
    .flatMap((locale) => {
      const { text, picture } = outgoingOf(announcement, locale)
      return [
        '',
        cli.say('cli-announcement-sample', { language: cli.say(`language-${locale}`) }),
        ...(picture ? [`  ${cli.paint.dim(cli.say('cli-announcement-picture', { alt: picture.alt }))}`] : []),
        ...text.split('\n').map((line) => `  ${line}`.trimEnd()),
        ...(announcement.link ? [`  ${cli.paint.dim(announcement.link.url)}`] : []),
      ]
    })
}

/** For programs; phrases become sentences. */
export function previewAsJson(cli: Cli, { announcement, audience, samples, ...preview }: Preview): object {
  return {
    announcement: announcementAsJson(announcement),
    audience: audience.map((line) => cli.words(line)),
    ...preview,
    samples: samples.map(({ channel, message: { text, lang } }) => ({ channel, text, lang })),
  }
}
