/** Answers to reminders, decisions about them and what everybody is told, in three languages, word for word: read them aloud when they change. */
import { expect, test } from 'vitest'
import type { Context } from '../../src/app/context.ts'
import { makeOccurrences } from '../../src/app/occurrences.ts'
import { render } from '../../src/app/render.ts'
import { inviteContact, inviteStaff } from '../../src/app/staff.ts'
import { printed } from '../../src/channels/terminal.ts'
import { reminderButton } from '../../src/domain/deadline.ts'
import type { Choice } from '../../src/domain/message.ts'
import { locales, type Locale } from '../../src/domain/phrase.ts'
import { dayOfDate } from '../../src/runtime/clock.ts'
import { buildCity } from '../support/city.ts'
import { lettersOf } from '../support/partner.ts'
import { transcript } from '../support/transcript.ts'

/** After the quarter has ended: its values are missing, and one step is overdue since October. */
const now = '2027-01-04T09:00:00Z'
const source = 'milestone/a2-1-1/m3'

test.each(locales)('a partner answers, in %s', async (locale) => {
  const { context } = await buildCity({ now })
  await makeOccurrences(context)
  const { talk, tap } = await partner(context, locale)
  await talk.types('/deadlines')
  await tap(await nameOf(context, locale))
  const reminder = talk.choices()
  await tap(':on_track')
  await talk.tapsAgain(button(reminder, ':on_track'))
  await talk.tapsAgain(button(reminder, ':more_time'))
  for (const day of ['?!', '3.1.2027', '1.2.2207']) await talk.types(day)
  await tap('2027-03-31')
  await talk.types('a'.repeat(501))
  await tap('dd:why:people')
  await talk.tapsAgain(button(reminder, ':more_time'))
  await tap('dd:drop')
  await tap(':blocked')
  await tap('dd:page:1')
  await talk.types('?!')
  await talk.types('SM')
  await talk.types('Objazdy.')
  await talk.tapsAgain(button(reminder, ':blocked'))
  await tap('dd:by:-')
  await tap('dd:skip')
  await talk.tapsAgain(button(reminder, ':not_ours'))
  await tap('dd:by:-')
  await talk.tapsAgain(button(reminder, ':not_ours'))
  await talk.types('zzm')
  await talk.tapsAgain(button(reminder, ':done'))
  await tap('dd:other-day')
  await talk.types('15.1.2027')
  await tap('dd:yesterday')
  await talk.types('ftp://example.org')
  await talk.types('https://example.org/raport')
  await tap('dd:enough')
  await talk.tapsAgain(button(reminder, ':on_track'))
  await tap(':evidence')
  await tap('dd:enough')
  await talk.tapsAgain(button(reminder, ':done'))
  await tap(':reopen')
  await expect(talk.text()).toMatchFileSnapshot(`./reminders.${locale}.txt`)
})

test.each(locales)('a partner reports values and looks at the plan, in %s', async (locale) => {
  const { context } = await buildCity({ now })
  await makeOccurrences(context)
  const { talk, tap } = await partner(context, locale)
  await talk.types('/report')
  await tap('rep:i08')
  await talk.types('?!')
  await talk.types('1')
  await tap('rep-no')
  await talk.types('3')
  await tap('rep:list')
  await tap('rep:i07')
  await talk.types('-')
  await talk.types('a'.repeat(501))
  await tap('rep-why:data')
  await talk.types('/plan')
  await expect(talk.text()).toMatchFileSnapshot(`./reports.${locale}.txt`)
})

test.each(locales)('those who decide are asked, and everybody is told, in %s', async (locale) => {
  const { context } = await buildCity({ now })
  const asker = await partner(context, locale)
  const desk = await coordinator(context, locale)
  await invited(context, { entityId: 'zzm', locale })
  await invited(context, { entityId: 'sm', locale })
  await asker.talk.types('/deadlines')
  await asker.tap(await nameOf(context, locale))
  const reminder = asker.talk.choices()
  const again = (end: string) => asker.talk.tapsAgain(button(reminder, end))
  await again(':blocked')
  await asker.talk.types('SM')
  await asker.talk.types('Objazdy.')
  await again(':not_ours')
  await asker.tap('dd:by:-')
  await desk.talk.types('/deadlines')
  await desk.talk.tapsAgain(await chooseOf(context, desk))
  await desk.tap('dd:drop')
  await desk.talk.tapsAgain(button(await requestOf(context, desk), ':no'))
  await again(':not_ours')
  await asker.talk.types('zzm')
  await again(':more_time')
  await asker.tap('2027-03-31')
  await asker.tap('dd:why:money')
  await desk.talk.types('/deadlines')
  const request = await requestOf(context, desk)
  await desk.talk.tapsAgain(button(request, ':yes'))
  await desk.talk.tapsAgain(button(request, ':no'))
  await again(':on_track')
  await expect(desk.talk.text()).toMatchFileSnapshot(`./decisions.${locale}.txt`)
  await expect(await told(context, locale)).toMatchFileSnapshot(`./told.${locale}.txt`)
})

type Talking = Awaited<ReturnType<typeof partner>>

function partner(context: Context, locale: Locale) {
  return invited(context, { entityId: 'zdt', locale })
}

async function invited(context: Context, { entityId, locale }: { entityId: string; locale: Locale }) {
  const { code } = await inviteContact(context, { entityId, role: 'contact', label: '', actor: 'test' })
  return begun(context, `${entityId}-${locale}`, locale, code)
}

async function coordinator(context: Context, locale: Locale): Promise<Talking> {
  const { code } = await inviteStaff(context, { role: 'coordinator', label: 'Krakogród', actor: 'test' })
  return begun(context, `desk-${locale}`, locale, code)
}

async function begun(context: Context, name: string, locale: Locale, code: string) {
  const talk = transcript(context, name, locale)
  await talk.types(`/start i-${code}`)
  talk.forgets()
  return {
    talk,
    locale,
    tap: (end: string) => talk.taps(({ id, label }) => id.endsWith(end) || label.endsWith(end)),
  }
}

function button(choices: readonly Choice[], end: string): Choice {
  return choices.find(({ id }) => id.endsWith(end))!
}

async function nameOf({ store, text }: Context, locale: Locale): Promise<string> {
  const { names } = await store.db.deadline.findUniqueOrThrow({ where: { source } })
  return text.phrase(locale, { text: names as Record<Locale, string> })
}

/** The buttons of the request that waits, as the coordinator has them. */
async function requestOf({ store, text }: Context, { talk, locale }: Talking): Promise<readonly Choice[]> {
  const { id } = await store.db.changeRequest.findFirstOrThrow({ orderBy: { id: 'desc' } })
  const known = talk.choices()
  return ['yes', 'no'].map(
    (end) =>
      known.find((one) => one.id === `chg:${id}:${end}`) ?? {
        id: `chg:${id}:${end}`,
        label: text.say(locale, `change-${end}`),
      },
  )
}

/** The button by which the coordinator chooses whose it is. */
async function chooseOf({ store, text }: Context, { locale }: Talking): Promise<Choice> {
  const { id: deadlineId, dueOn } = await store.db.deadline.findUniqueOrThrow({ where: { source } })
  const about = { deadlineId, dueOn: dayOfDate(dueOn), step: '' }
  return { id: reminderButton(about, 'not_ours'), label: text.say(locale, 'change-choose') }
}

/** Every message that waits for the sender, once. */
async function told(context: Context, locale: Locale): Promise<string> {
  const letters = await lettersOf(context, /./)
  const said = letters.map(({ reply }) => printed(render(context.text, locale, reply)))
  return `${[...new Set(said)].join('\n\n')}\n`
}
