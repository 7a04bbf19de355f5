/** How long results take to be counted and published, of ten thousand and of a hundred thousand responses, and how quickly their page is read by 200 people a second; the peer holds the same bytes and writes them. */
import { publishResults } from '../src/app/publications.ts'
import { startPeer, startProgram, type Child } from './platform/children.ts'
import { openGrounds, type BenchGround } from './platform/grounds.ts'
import { freePort } from './platform/http.ts'
import { fetchOnce, readPage, type Reading } from './platform/readers.ts'
import { addResponses, consultation } from './platform/responses.ts'
import { until } from './platform/waiting.ts'
import { atMost, machine, median, quantile, round, type Benchmark } from './report.ts'

const perSecond = 200
const rounds = 3

export const results: Benchmark = async ({ isQuick, onProgress }) => {
  const sizes = isQuick ? { few: 10_000, many: 20_000 } : { few: 10_000, many: 100_000 }
  const readingMs = isQuick ? 5_000 : 30_000
  const grounds = await openGrounds({ max_wal_size: '4GB' })
  try {
    const few = await fill(await grounds.add(), sizes.few)
    const many = await fill(await grounds.add(), sizes.many)
    onProgress(`${sizes.few} and ${sizes.many} responses stored`)
    const times = { few: [] as number[], many: [] as number[], bare: [] as number[] }
    for (let turn = 0; turn < rounds; turn += 1) {
      times.few.push(await publishing(few))
      times.many.push(await publishing(many))
      times.bare.push(await barelyCounting(many))
      onProgress(`published in ${round(times.few[turn]!)} s and ${round(times.many[turn]!)} s`)
    }
    const reading = await readBoth(many, readingMs, onProgress)
    return report(times, sizes, reading)
  } finally {
    await grounds.close()
  }
}

async function fill(ground: BenchGround, count: number): Promise<BenchGround> {
  await addResponses(ground.context, count)
  return ground
}

/** From nothing: what was counted before is forgotten. In seconds. */
async function publishing({ context }: BenchGround): Promise<number> {
  await context.store.db.setting.deleteMany({
    where: { name: { in: [`results/${consultation}`, `publication/${consultation}`] } },
  })
  const begunAt = performance.now()
  const done = await publishResults(context, consultation, 'bench')
  if (done !== 'published') throw new Error('The results were there already.')
  return (performance.now() - begunAt) / 1_000
}

/** Answers by question and value, whoever gave them and however they came there: the least that counting can cost. In seconds. */
async function barelyCounting({ context }: BenchGround): Promise<number> {
  const begunAt = performance.now()
  await context.store.db.$queryRaw`
    select question, value, count(*)::int from answer join response on response.id = response_id
    where consultation_id = ${consultation} group by 1, 2`
  return (performance.now() - begunAt) / 1_000
}

interface Readings {
  readonly ours: readonly Reading[]
  readonly bare: readonly Reading[]
}

async function readBoth(
  ground: BenchGround,
  durationMs: number,
  onProgress: (what: string) => void,
): Promise<Readings> {
  const ports = { ours: await freePort(), bare: await freePort() }
  const ours = startProgram('web', { ...ground.environment, WEB_PORT: String(ports.ours) })
  const url = `http://127.0.0.1:${ports.ours}/results/${consultation}`
  const isServed = () =>
    fetchOnce(url).then(
      ({ status }) => status === 200,
      () => false,
    )
  if (!(await until(isServed, 60_000))) throw new Error('The page is not served.')
  const page = await fetchOnce(url)
  const bare: Child = startPeer('page', [String(ports.bare)])
  await bare.says()
  bare.tell({ body: page.body.toString('base64'), headers: page.headers })
  await bare.says()
  const readings = { ours: [] as Reading[], bare: [] as Reading[] }
  for (let turn = 0; turn < rounds; turn += 1)
    for (const [side, port] of Object.entries(ports) as ['ours' | 'bare', number][]) {
      const reading = await readPage(
        `http://127.0.0.1:${port}/results/${consultation}`,
        perSecond,
        durationMs,
      )
      readings[side].push(reading)
      onProgress(`${side}: p99 ${round(quantile(reading.times, 0.99))} ms of ${reading.times.length}`)
    }
  await Promise.all([ours.kill(), bare.kill()])
  return readings
}

interface Times {
  readonly few: readonly number[]
  readonly many: readonly number[]
  readonly bare: readonly number[]
}

function report(times: Times, sizes: { few: number; many: number }, { ours, bare }: Readings) {
  const p99 = (reading: readonly Reading[]) => median(reading.map((one) => quantile(one.times, 0.99)))
  const publication = { few: median(times.few), many: median(times.many) }
  return {
    name: 'results',
    runs: rounds,
    ours: round(p99(ours)),
    peers: { 'node:http with the packed bytes in memory': round(p99(bare)) },
    ratio: round(p99(ours) / p99(bare)),
    checks: [
      atMost(`seconds to publish ${sizes.many} responses`, publication.many, 60),
      atMost(
        `publishing ${sizes.many} ÷ publishing ${sizes.few}`,
        publication.many / publication.few,
        (12 * sizes.many) / sizes.few / 10,
      ),
      atMost(
        `of ${perSecond} readers a second, how many went without the page`,
        ours.reduce((sum, { failed }) => sum + failed, 0),
        0,
      ),
    ],
    details: {
      unit: `ms until a page is read, p99 at ${perSecond} a second`,
      'p50, ms': {
        ours: round(
          quantile(
            ours.flatMap(({ times: all }) => all),
            0.5,
          ),
        ),
        peer: round(
          quantile(
            bare.flatMap(({ times: all }) => all),
            0.5,
          ),
        ),
      },
      'slowest, ms': {
        ours: round(Math.max(...ours.map(({ times: all }) => quantile(all, 1)))),
        peer: round(Math.max(...bare.map(({ times: all }) => quantile(all, 1)))),
      },
      'a page, packed bytes': ours[0]!.bytes,
      'to publish, s': { [sizes.few]: round(publication.few), [sizes.many]: round(publication.many) },
      'only counting values in SQL, s': round(median(times.bare)),
    },
    machine: machine(),
  }
}
