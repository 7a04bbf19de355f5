/** The first page of the embedded run: three seats side by side, and a clock that can be moved forward. */
import { Hono, type Context } from 'hono'
import { html, raw } from 'hono/html'
import { formIn, textIn } from './act.ts'
import { daysLater, instantInWords } from './dates.ts'
import { call, icon } from './drawings.ts'
import { languageLinks, page, titled, type Html } from './page.ts'
import { seats, type Env, type Seat, type Trial, type View, type WebParts } from './parts.ts'

const hourMs = 3_600_000
const steps = ['hour', 'day', 'week'] as const
type Upcoming = Awaited<ReturnType<NonNullable<Trial['upcoming']>>>[number]

/** `/` with the three seats, and `/try/clock`. */
export function tryRoutes(web: WebParts, trial: Trial): Hono<Env> {
  return new Hono<Env>()
    .get('/', async (c) => c.html(tryPage(c.var.view, await clockPanel(web, trial, c.var.view))))
    .get('/try/clock', async (c) => c.html(await clockPanel(web, trial, c.var.view)))
    .post('/try/clock', (c) => moveClock(web, trial, c))
}

async function moveClock(web: WebParts, trial: Trial, c: Context<Env>): Promise<Response> {
  const by = textIn(await formIn(c), 'by') ?? ''
  const target = targetOf(by, web)
  if (!target) return await c.var.refuse(400)
  if (target > web.clock.now()) await trial.moveTo(target)
  if (c.req.header('accept') === 'text/html; part=clock')
    return c.html(await clockPanel(web, trial, c.var.view))
  return c.redirect('/', 303)
}

/** `by` is a step, or the instant of something that is coming up. */
function targetOf(by: string, { clock, timeZone }: Pick<WebParts, 'clock' | 'timeZone'>): Date | undefined {
  const now = clock.now()
  if (by === 'hour') return new Date(now.getTime() + hourMs)
  if (by === 'day' || by === 'week') return daysLater(now, by === 'day' ? 1 : 7, timeZone)
  const instant = new Date(by)
  return Number.isNaN(instant.getTime()) ? undefined : instant
}

/** What the clock shows and how it can be moved; the script puts a fresh one in its place. */
async function clockPanel({ clock, timeZone }: WebParts, trial: Trial, view: View): Promise<Html> {
  const now = clock.now()
  const { day, time } = instantInWords(now, view.locale, timeZone)
  const upcoming = (await trial.upcoming?.(view.locale)) ?? []
  return html`<section class="clock" aria-labelledby="clock" data-clock>
    <h2 id="clock" class="unseen">${view.say('web-try-clock')}</h2>
    <p class="now" role="status">
      ${icon('clock')}<span
        ><span class="hint">${view.say('web-try-clock')}</span>
        <time datetime="${now.toISOString()}"><b>${time}</b> ${day}</time></span
      >
    </p>
    <form method="post" action="/try/clock" data-move>
      ${steps.map((step) => html`<button name="by" value="${step}">${view.say(`web-try-${step}`)}</button>`)}
      ${upcoming.slice(0, 3).map((next) => jump(next, view, timeZone))}
    </form>
  </section>`
}

function jump({ is, title, at }: Upcoming, view: View, timeZone: string): Html {
  const { day } = instantInWords(at, view.locale, timeZone)
  const words = view.say(`web-try-to-${is}`, { title })
  return html`<button class="jump" name="by" value="${at.toISOString()}" title="${day}">${words}</button>`
}

function tryPage(view: View, clock: Html): Html {
  const body = html`<main id="main" class="try">
    <div class="top">
      <section class="intro">
        ${call()}
        <div>
          <h1>${view.say('web-try-title')}</h1>
          <p>${view.say('web-try-lead')}</p>
        </div>
      </section>
      ${clock}
    </div>
    <div class="seats">
      ${seats.map((seat, index) => tab(view, seat, index === 0))} ${seats.map((seat) => chair(view, seat))}
    </div>
    <footer class="small">
      <span>${view.say('web-try-fiction')}</span>
      <a href="/results">${view.say('results-page-list')}</a>
      <a href="/class">${view.say('web-class-title')}</a> <a href="/privacy">${view.say('web-privacy')}</a>
      <a href="/health">${view.say('web-try-health')}</a>
    </footer>
  </main>`
  const title = titled(view, view.say('web-try-title'))
  return page(view, {
    title,
    body,
    kind: 'try',
    styles: ['try.css'],
    scripts: ['try.js'],
    aside: languageLinks(view),
  })
}

/** On a narrow screen one seat is shown at a time; the style sheet does it, without a script. */
function tab(view: View, seat: Seat, isFirst: boolean): Html {
  return html`<input
      class="unseen tab"
      type="radio"
      name="seat"
      id="tab-${seat}"
      ${isFirst ? raw('checked') : ''}
    />
    <label class="tab-label" for="tab-${seat}"
      >${icon(seat)}<span>${view.say(`web-try-${seat}`)}</span></label
    >`
}

function chair(view: View, seat: Seat): Html {
  const name = view.say(`web-try-${seat}`)
  return html`<section class="seat ${seat}" aria-labelledby="seat-${seat}">
    <header>
      <span class="badge">${icon(seat)}</span>
      <div>
        <h2 id="seat-${seat}">${name}</h2>
        <p>${view.say(`web-try-${seat}-about`)}</p>
      </div>
    </header>
    <iframe src="/chat?seat=${seat}" title="${view.say('web-try-frame', { seat: name })}"></iframe>
  </section>`
}
