/** Counting answers inside PostgreSQL: what leaves it does not grow with the number of people. */
import type { Definition, Question } from '../domain/consultation.ts'
import type { Count } from '../domain/figure.ts'
import { bandWidth, mergeVersions } from '../domain/line.ts'
import type { Base, Tallies } from '../domain/results.ts'
import { Prisma } from './prisma/client.ts'
import type { Store } from './store.ts'

/** Half a million responses take less than this on two cores. */
const limitMs = 120_000

/** One imported version of a consultation. */
export interface Version {
  readonly number: number
  readonly definition: Definition
}

/**
 * Counts every answer that lies on its person's path, for everybody and by group, of one moment.
 * An answer left behind by going back and taking another way is not on the path and does not count.
 */
export function tallyConsultation({ db }: Store, id: string, versions: readonly Version[]): Promise<Tallies> {
  const work = async (tx: Prisma.TransactionClient): Promise<Tallies> => {
    await walkPaths(tx, id, versions)
    const [turnout] = await tx.$queryRaw<[{ respondents: number; finished: number }]>`
      select count(*) filter (where has_replied)::int as respondents, count(*) filter (where has_replied and is_finished)::int as finished
      from (select is_finished, bool_or(is_answered) as has_replied from walked group by response_id, is_finished) as people`
    return {
      ...turnout,
      bases: await basesOf(tx),
      counts: await countsOf(tx, versions),
      quartiles: await quartilesOf(tx),
    }
  }
  return db.$transaction(work, { timeout: limitMs })
}

/** Follows every response through the questions of its version, as `pathOf` of the domain does, into a passing table. */
async function walkPaths(
  tx: Prisma.TransactionClient,
  id: string,
  versions: readonly Version[],
): Promise<void> {
  const { steps, routes } = mapOf(versions)
  await tx.$executeRaw`
    create temporary table walked (
      response_id uuid, question text, is_answered boolean, value jsonb, has_text boolean,
      is_counted boolean, is_finished boolean, age_band text, gender text, district text
    ) on commit drop`
  await tx.$executeRaw`
    insert into walked
    with recursive
      steps as materialized (
        select * from jsonb_to_recordset(${steps}::jsonb) as step (version int, question text, next text, is_first boolean, is_counted boolean)),
      routes as materialized (
        select * from jsonb_to_recordset(${routes}::jsonb)
          as route (version int, question text, position int, "is" text, options text[], value numeric, next text)),
      path as (
        select response.id, response.version, steps.question, steps.next, steps.is_counted,
          answer.response_id is not null as is_answered, answer.value, answer.text is not null as has_text
        from response
        join steps on steps.version = response.version and steps.is_first
        left join answer on answer.response_id = response.id and answer.question = steps.question
        where response.consultation_id = ${id}
        union all
        select path.id, path.version, steps.question, steps.next, steps.is_counted,
          answer.response_id is not null, answer.value, answer.text is not null
        from path
        left join lateral (
          select routes.position, routes.next from routes
          where routes.version = path.version and routes.question = path.question and (
            routes."is" = 'always'
            or routes."is" = 'any' and path.value -> 'options' ?| routes.options
            or routes."is" = 'atMost' and (path.value ->> 'number')::numeric <= routes.value
            or routes."is" = 'atLeast' and (path.value ->> 'number')::numeric >= routes.value)
          order by routes.position limit 1
        ) as route on true
        join steps on steps.version = path.version
          and steps.question = case when route.position is null then path.next else route.next end
        left join answer on answer.response_id = path.id and answer.question = steps.question
        where path.is_answered
      )
    select path.id, path.question, path.is_answered, path.value, path.has_text,
      path.is_counted, response.is_finished, response.age_band, response.gender, response.district
    from path join response on response.id = path.id`
}

/** The questions and routes of all versions as rows; a way that does not lead forward ends the path. */
function mapOf(versions: readonly Version[]) {
  const kinds = new Map(
    mergeVersions(versions.map(({ definition }) => definition)).map(({ id, kind }) => [id, kind]),
  )
  const steps = versions.flatMap(({ number, definition: { questions } }) =>
    questions.map(({ id, kind }, index) => ({
      version: number,
      question: id,
      next: questions[index + 1]?.id ?? null,
      is_first: index === 0,
      is_counted: kinds.get(id) === kind,
    })),
  )
  const routes = versions.flatMap(({ number, definition: { questions } }) =>
    questions.flatMap((question, here) =>
      question.routes.map((route, position) => ({
        version: number,
        question: question.id,
        position,
        ...routeRow(questions, here, route),
      })),
    ),
  )
  return { steps: JSON.stringify(steps), routes: JSON.stringify(routes) }
}

function routeRow(questions: readonly Question[], here: number, { when, goto }: Question['routes'][number]) {
  const target = questions.findIndex(({ id }) => id === goto)
  const condition =
    when.is === 'always' ? {} : when.is === 'any' ? { options: when.options } : { value: when.value }
  return { is: when.is, ...condition, next: target > here ? goto : null }
}

const groups = Prisma.sql`
  cross join lateral (values ('all', ''), ('age_band', age_band), ('gender', gender), ('district', district)) as grouped ("by", "group")`

function basesOf(tx: Prisma.TransactionClient): Promise<Base[]> {
  return tx.$queryRaw<Base[]>`
    select question, "by", "group",
      count(*) filter (where is_answered and (value is not null or has_text))::int as answered,
      count(*) filter (where is_answered and value is null and not has_text)::int as skipped,
      count(*) filter (where not is_answered)::int as stopped
    from walked ${groups}
    where is_counted and "group" is not null
    group by 1, 2, 3`
}

/** Options and places count per option and never per combination; numbers fall into bands; a pair is a win and a loss. */
function countsOf(tx: Prisma.TransactionClient, versions: readonly Version[]): Promise<Count[]> {
  const numbers = mergeVersions(versions.map(({ definition }) => definition)).flatMap((question) => {
    if (question.kind === 'number')
      return [{ question: question.id, first: question.min, width: bandWidth(question) }]
    return question.kind === 'scale' ? [{ question: question.id, first: 0, width: 1 }] : []
  })
  return tx.$queryRaw<Count[]>`
    select question, "by", "group", line, is_loss as "isLoss", count(*)::int as people, sum(times)::int as times, sum(places)::int as places
    from walked
    cross join lateral (
      select line, is_loss, count(*) as times, coalesce(sum(place), 0) as places
      from (
        select line, false as is_loss, place from jsonb_array_elements_text(walked.value -> 'options') with ordinality as chosen (line, place)
        union all
        select floor(((walked.value ->> 'number')::numeric - band.first) / band.width)::int::text, false, null
        from jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) as band (question text, first numeric, width numeric)
        where band.question = walked.question and walked.value ? 'number'
        union all
        select pair ->> 0, false, null from jsonb_array_elements(walked.value -> 'pairs') as pair
        union all
        select pair ->> 1, true, null from jsonb_array_elements(walked.value -> 'pairs') as pair
      ) as chosen
      group by 1, 2
    ) as counted
    ${groups}
    where is_counted and "group" is not null
    group by 1, 2, 3, 4, 5`
}

async function quartilesOf(tx: Prisma.TransactionClient): Promise<Tallies['quartiles']> {
  const rows = await tx.$queryRaw<{ question: string; values: [number, number, number] }[]>`
    select question, percentile_cont(array[0.25, 0.5, 0.75]) within group (order by (value ->> 'number')::float8) as "values"
    from walked where is_counted and value ? 'number' group by 1`
  return new Map(rows.map(({ question, values }) => [question, values]))
}
