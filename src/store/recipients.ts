/** Who gets an announcement, and who is left out and why: the same conditions count it beforehand and send it. */
import type { ChannelName } from '../domain/message.ts'
import type { Locale } from '../domain/phrase.ts'
import {
  announcingChannels,
  consentOf,
  type Audience,
  type LeftOutReason,
  type Selection,
} from '../domain/recipients.ts'
import { contactRoles, staffRoles } from '../domain/staff.ts'
import { Prisma } from './prisma/client.ts'
import type { Db } from './store.ts'

/** How much a young person gets in seven days, announcements of all kinds together. */
export interface Budget {
  readonly perWeek: number
  /** Numbers of the other announcements that began within seven days. */
  readonly recent: readonly number[]
}

/** A budget before it is known which announcements count: those that began after `since`. */
export interface BudgetRule {
  readonly perWeek: number
  readonly since: Date
}

/** People or places with the same fate; `reason` is null for those who get it. */
export interface Judged {
  readonly channel: ChannelName | null
  readonly locale: Locale
  readonly isYouth: boolean
  readonly reason: LeftOutReason | null
  readonly count: number
}

/** Counts the audience by channel, language and fate. Reads everybody: seconds for a million people. */
export async function countRecipients(
  db: Db,
  audience: Audience,
  budget: Budget,
): Promise<readonly Judged[]> {
  const rows = await db.$queryRaw<(Omit<Judged, 'count'> & { count: bigint })[]>`
    select channel, locale, is_youth as "isYouth", reason, count(*) as count from (
      ${judgedPeople(audience, budget)} union all ${judgedPlaces(audience)}) judged
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** The budget as it stands, for the announcement `but`. */
export async function budgetNow(db: Db, { perWeek, since }: BudgetRule, but: number): Promise<Budget> {
  const rows = await db.announcement.findMany({
    where: { startedAt: { gt: since }, number: { not: but } },
    select: { number: true },
  })
  return { perWeek, recent: rows.map(({ number }) => number) }
}

/** A stretch of people in the order of their ids: behind `after`, up to `upTo`. */
export interface Stretch {
  readonly after: string
  readonly upTo: string
}

/** Before and behind everybody. */
export const everybody: Stretch = {
  after: '00000000-0000-0000-0000-000000000000',
  upTo: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
}

/** The end of the stretch of `size` people behind `after`; undefined when there are fewer. */
export async function endOfStretch(
  db: Db,
  audience: Audience,
  { after, size }: { after: string; size: number },
): Promise<string | undefined> {
  const people = isAmongEverybody(audience)
    ? Prisma.sql`select id from person`
    : Prisma.sql`select distinct person_id as id from ${office} o`
  const [row] = await db.$queryRaw<{ id: string }[]>`
    select id from (${people}) people where id > ${after}::uuid order by id offset ${size - 1} limit 1`
  return row?.id
}

const office = Prisma.sql`(select person_id from staff where revoked_at is null union all select person_id from contact where ended_at is null)`

/** Whether it is looked for among everybody, and not only among those who hold a role. */
export function isAmongEverybody({ who }: Audience): boolean {
  return who.includes('youth')
}

/**
 * Everybody of a stretch who belongs to the audience: id, locale, is_youth, channel and the reason to leave them out.
 * Addresses and consents are read by stretch as well, in the order of their indexes and not person by person, and a person's own row only
 * where the audience asks for what stands in it: three times as fast.
 */
export function judgedPeople(audience: Audience, budget: Budget, at: Stretch = everybody): Prisma.Sql {
  const channels = channelsOf(audience)
  return Prisma.sql`
    select p.id, p.locale, p.is_youth, a.channel,
      case when s.id is not null then 'stopped'
        when p.is_youth and c.person_id is null then 'no-consent'
        when a.channel is null then
          case when exists (select from address where person_id = p.id and channel = any(${channels}::text[])) then 'blocked' else 'no-address' end
        when p.is_youth and b.recipient_id is not null then 'budget' end as reason
    from (
      select p.id, p.locale, p.district, p.age_band, o.person_id is null as is_youth
      from person p left join (select distinct person_id from ${office} o) o on o.person_id = p.id
      where ${within('p.id', audience, at)}) p
    left join (select id from person where stopped_at is not null and ${within('id', audience, at)}) s on s.id = p.id
    left join (
      select distinct on (person_id) person_id, channel from address
      where ${within('person_id', audience, at)} and suppressed_at is null and channel = any(${channels}::text[])
      order by person_id, is_preferred desc, channel) a on a.person_id = p.id
    left join (
      select distinct person_id from consent c where ${within('person_id', audience, at)} and ${isGiven(audience)}) c on c.person_id = p.id
    left join (${spent(audience, budget, at)}) b on b.recipient_id = p.id
    where ${belongs(audience)} and (${anyOf((audience.except ?? []).map(isExcepted))}) is not true`
}

/** Few hold a role: where only they are asked, nobody else is looked at. */
function within(
  column: 'p.id' | 'id' | 'person_id' | 'recipient_id',
  audience: Audience,
  { after, upTo }: Stretch,
): Prisma.Sql {
  const id = Prisma.raw(column)
  return allOf([
    ...(after === everybody.after ? [] : [Prisma.sql`${id} > ${after}::uuid`]),
    ...(upTo === everybody.upTo ? [] : [Prisma.sql`${id} <= ${upTo}::uuid`]),
    ...(isAmongEverybody(audience) ? [] : [Prisma.sql`${id} in ${office}`]),
  ])
}

/** The places of the audience, in the same columns. */
export function judgedPlaces({ places, languages, except = [], ...audience }: Audience): Prisma.Sql {
  const excepted = except
    .filter((one) => one.places === true)
    .map((one) => allOf([...inList('l.locale', one.languages), ...inList('l.channel', one.channels)]))
  return Prisma.sql`
    select l.id, l.locale, false as is_youth, l.channel, case when l.suppressed_at is not null then 'blocked' end as reason
    from place l where ${places === true} and l.channel = any(${channelsOf(audience)}::text[])
      and ${allOf(inList('l.locale', languages))} and (${anyOf(excepted)}) is not true`
}

function channelsOf({ channels }: Pick<Selection, 'channels'>): readonly string[] {
  return announcingChannels.filter((one) => channels?.includes(one) ?? true)
}

/** About a row `c` of consents. What was agreed to for one consultation counts only for an announcement about it. */
function isGiven(selection: Selection): Prisma.Sql {
  const subjects = ['', ...(selection.consultation ? [selection.consultation.id] : [])]
  return Prisma.sql`c.purpose = ${consentOf(selection)} and c.subject = any(${subjects}::text[]) and c.withdrawn_at is null`
}

/** Whoever had the week's budget already; what failed or was called off used up nothing. */
function spent(audience: Audience, { perWeek, recent }: Budget, at: Stretch): Prisma.Sql {
  return recent.length < perWeek
    ? Prisma.sql`select null::uuid as recipient_id where false`
    : Prisma.sql`
      select recipient_id from delivery
      where batch = any(${recent}::int[]) and ${within('recipient_id', audience, at)} and about = ''
        and status in ('waiting', 'held', 'sending', 'accepted', 'unknown')
      group by recipient_id having count(*) >= ${perWeek}`
}

function belongs({ who, entities, ...selection }: Selection): Prisma.Sql {
  const contacts = contactRoles.filter((role) => who.includes(role))
  const staff = staffRoles.filter((role) => who.includes(role))
  const parts = [
    ...(who.includes('youth') ? [allOf([Prisma.sql`p.is_youth`, ...youthConditions(selection)])] : []),
    ...(contacts.length > 0
      ? [
          Prisma.sql`p.id in (select k.person_id from contact k where k.ended_at is null and k.role = any(${contacts}::text[])
            and ${allOf(inList('k.entity_id', entities))})`,
        ]
      : []),
    ...(staff.length > 0
      ? [
          Prisma.sql`p.id in (select s.person_id from staff s where s.revoked_at is null and s.role = any(${staff}::text[]))`,
        ]
      : []),
  ]
  return allOf([anyOf(parts), ...inList('p.locale', selection.languages)])
}

function youthConditions({
  districts,
  ageBands,
  consultation,
}: Pick<Selection, 'districts' | 'ageBands' | 'consultation'>): Prisma.Sql[] {
  return [
    ...inList('p.district', districts),
    ...inList('p.age_band', ageBands),
    ...(consultation
      ? [
          Prisma.sql`exists (select from participation t where t.person_id = p.id and t.consultation_id = ${consultation.id}
            and t.state = any(${consultation.states}::text[]))`,
        ]
      : []),
  ]
}

function isExcepted(selection: Selection): Prisma.Sql {
  const { channels, consent } = selection
  return allOf([
    belongs(selection),
    ...(consent
      ? [
          Prisma.sql`(not p.is_youth or exists (select from consent c where c.person_id = p.id and ${isGiven(selection)}))`,
        ]
      : []),
    ...(channels
      ? [
          Prisma.sql`exists (select from address x where x.person_id = p.id and x.suppressed_at is null and x.channel = any(${channels}::text[]))`,
        ]
      : []),
  ])
}

function inList(column: string, values: readonly string[] | undefined): Prisma.Sql[] {
  return values ? [Prisma.sql`${Prisma.raw(column)} = any(${values}::text[])`] : []
}

function allOf(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.sql`(${Prisma.join([...conditions], ' and ')})`
}

function anyOf(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join([...conditions], ' or ')})`
}
