/** What came of a consultation, as it is told and as it is asked for, in three languages, word for word: read it aloud when it changes. */
import { expect, test } from 'vitest'
import { tellOutcomes } from '../../jobs/tell-outcomes.ts'
import type { Context } from '../../src/app/context.ts'
import { closeConsultation } from '../../src/app/consultations.ts'
import { importOutcome } from '../../src/app/outcome-import.ts'
import { publishOutcome } from '../../src/app/outcomes.ts'
import { render } from '../../src/app/render.ts'
import { printed } from '../../src/channels/terminal.ts'
import { locales, type Locale } from '../../src/domain/phrase.ts'
import { buildCity } from '../support/city.ts'
import { answered, moveMeasure, outcomeFile, points } from '../support/outcome.ts'
import { lettersOf } from '../support/partner.ts'
import { transcript } from '../support/transcript.ts'

test.each(locales)('what came of it, in %s', async (locale) => {
  const { context, putClock } = await buildCity()
  const talk = transcript(context, `outcomes-${locale}`, locale)
  const tap = (end: string) => talk.taps(({ id }) => id.endsWith(end))
  const nobody = transcript(context, `nobody-${locale}`, locale)
  await nobody.types('/outcomes')
  for (const id of [answered, 'free-time-and-sport']) {
    await talk.types(`/start c-${id}`)
    if (id === answered) await tap(':a16_17')
    await talk.taps(({ id: button }) => button.startsWith('y:'))
    while (talk.isAsked()) await tap(':skip')
    await tap(':yes')
  }
  talk.forgets()
  await talk.types('/outcomes')
  putClock('2026-10-20T10:00:00Z')
  await closeConsultation(context, answered, 'test')
  await importOutcome(context, { source: outcomeFile(), actor: 'cli' })
  putClock('2026-11-05T10:00:00Z')
  await publishOutcome(context, answered, 'cli')
  await talk.types('/outcomes')
  await tap(`out:${answered}`)
  await talk.types('/start')
  putClock('2027-01-20T10:00:00Z')
  await tap('outcomes')
  const stranger = transcript(context, `stranger-${locale}`, locale)
  await stranger.types('/outcomes')
  await expect([nobody, talk, stranger].map((one) => one.text()).join('\n')).toMatchFileSnapshot(
    `./outcomes.${locale}.txt`,
  )
  await expect(await toldIn(context, locale)).toMatchFileSnapshot(`./outcomes-told.${locale}.txt`)
})

/** Everything that somebody who wanted to know is told over the months, in its order. */
async function toldIn(context: Context, locale: Locale): Promise<string> {
  await tellOutcomes(context)
  await moveMeasure(context, points, { status: 'in_progress' })
  await tellOutcomes(context)
  await moveMeasure(context, points, {
    status: 'done',
    evidence: [
      {
        kind: 'link',
        title: { pl: 'Mapa punktów', en: 'Map of the points' },
        date: '2027-01-19',
        link: 'https://example.org/punkty',
      },
    ],
  })
  await tellOutcomes(context)
  const letters = await lettersOf(context, /^outcome\//)
  const order = ['published', 'delayed', 'started', 'done']
  const rank = (about: string) => order.indexOf(about.split('/')[2]!)
  return `${letters
    .toSorted((one, other) => rank(one.about) - rank(other.about))
    .map(({ reply }) => printed(render(context.text, locale, reply)))
    .join('\n\n')}\n`
}
