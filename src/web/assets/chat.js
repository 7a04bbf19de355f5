/** Makes the chat quicker: sends without a reload, sends again what a dropped connection lost, shows what arrives. */
const find = (name) => document.querySelector(`[data-${name}]`)
const log = find('log')
const answers = find('answers')
const progress = find('progress')
const notice = find('status')
const words = find('words').dataset
const calmly = matchMedia('(prefers-reduced-motion: reduce)')

/** Pauses before each further attempt; after the last one the person is asked. */
const pausesMs = [400, 1000, 2000, 4000, 8000, 15000]
const doubleTapMs = 350
let isSending = false
let saying
let stream

addEventListener('submit', (event) => {
  const form = event.target.closest('[data-act]')
  if (!form) return
  event.preventDefault()
  if (isSending || isTooLarge(form)) return
  void act(form, bodyOf(form, event.submitter), spoken(form, event.submitter))
})
addEventListener('change', (event) => keepToMax(event.target))
addEventListener('keydown', sendByEnter)
addEventListener('click', leave)
addEventListener('pageshow', (event) => event.persisted && location.reload())
document.addEventListener('visibilitychange', listen)
listen()

/** One act: shown at once as waiting, sent until it is heard, answered. */
async function act(form, body, said) {
  isSending = true
  answers.setAttribute('aria-busy', 'true')
  const mine = said ? bubble(said) : undefined
  if (mine) log.append(mine)
  say(words.sending, 600)
  try {
    const reply = await sendUntilHeard(form.action, body)
    say('')
    show(reply, { form, mine })
  } catch (error) {
    offerAgain(error, { form, body, mine, said })
  } finally {
    isSending = false
    answers.removeAttribute('aria-busy')
    if (form.isConnected) form.elements.id.value = freshId()
  }
}

/** The id stays the same, so that an act which did arrive is answered again and not done again. */
async function sendUntilHeard(action, body) {
  for (const pauseMs of [...pausesMs, undefined]) {
    const heard = await send(action, body)
    if (heard.reply) return heard.reply
    if (heard.refusal && !heard.waitMs) throw new Error(heard.refusal)
    if (pauseMs === undefined) break
    say(heard.refusal ?? words.retrying)
    await pause(Math.max(pauseMs, heard.waitMs ?? 0))
  }
  throw new Error(words.unsent)
}

async function send(action, body) {
  try {
    const response = await fetch(action, {
      method: 'POST',
      body,
      headers: { Accept: 'application/json' },
      redirect: 'error',
    })
    const answer = await response.json()
    if (response.ok) return { reply: answer }
    if (response.status >= 500) return {}
    const waitMs = Number(response.headers.get('retry-after') ?? 0) * 1000
    return { refusal: answer.words, waitMs }
  } catch {
    return {}
  }
}

/** Ends early when the connection comes back. */
function pause(ms) {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
    addEventListener('online', resolve, { once: true })
  })
}

function show(reply, { form, mine, isPushed = false } = {}) {
  if (reply.locale !== document.documentElement.lang) return location.reload()
  mine?.classList.remove('waiting')
  const wasAtEnd = innerHeight + scrollY > document.body.scrollHeight - 160
  const added = addBubbles(reply.log, mine)
  if (reply.progress || !(isPushed || reply.answers === null)) progress.innerHTML = reply.progress
  const tapped = document.activeElement?.value
  if (reply.answers !== null) changeAnswers(reply.answers, isPushed)
  changeField(reply.field, form, isPushed)
  for (const { text, lang } of reply.notices) say(text, 0, lang)
  if (reply.answers === null) return
  if (added.length > 0 && (wasAtEnd || !isPushed))
    scrollTo({ top: top(mine ?? added[0]), behavior: calmly.matches ? 'auto' : 'smooth' })
  if (isPushed) return
  moveFocus(added.length > 0 ? undefined : tapped)
}

/** A message that takes the place of the question and says the same is no news: only its answers change. */
function addBubbles(html, mine) {
  const last = [...log.querySelectorAll('.bubble:not(.mine)')].at(-1)
  const arrived = [...fragment(html).children]
  const news = arrived.filter(
    (one) => !(one.dataset.replaces !== undefined && one.textContent === last?.textContent),
  )
  if (news.length === 0 && arrived.length > 0) {
    last.id = arrived.at(-1).id
    mine?.remove()
  }
  for (const one of news) one.classList.add('new')
  log.append(...news)
  return news
}

/** Replies bring the whole set of answers; the newest stand right below their message, and what was sent unasked stays until it is used. */
function changeAnswers(html, isPushed) {
  const groups = [...fragment(html).children]
  if (isPushed) for (const group of groups) group.dataset.pushed = ''
  const kept = [...answers.children].filter(
    (group) => (isPushed || group.dataset.pushed !== undefined) && !isSame(group, groups),
  )
  const used = document.activeElement?.closest('.group')
  for (const group of groups) keepTicks(group)
  settle()
  answers.replaceChildren(...groups, ...kept.filter((group) => isPushed || group !== used))
}

/** The second half of a double tap must not answer the next question. */
function settle() {
  answers.classList.add('settling')
  setTimeout(() => answers.classList.remove('settling'), doubleTapMs)
}

/** What was ticked but not sent yet survives a look at the help card. */
function keepTicks(group) {
  const old = [...answers.children].find((one) => group.querySelector('.ticks') && isSame(one, [group]))
  for (const tick of old?.querySelectorAll('[type=checkbox]') ?? [])
    group.querySelector(`[value="${CSS.escape(tick.value)}"]`).checked = tick.checked
}

function isSame(group, groups) {
  const idsOf = (one) => [...one.querySelectorAll('[name^=choice]')].map(({ value }) => value).join(' ')
  return groups.some((one) => idsOf(one) === idsOf(group))
}

/** What is being written stays, unless it was just sent or another kind of field is wanted. */
function changeField(html, form, isPushed) {
  const place = find('field')
  const fresh = fragment(html).firstElementChild
  const old = place.querySelector('.field')
  if (isPushed && fresh.dataset.kind === 'message') return
  if (form === place || fresh.dataset.kind !== old.dataset.kind) old.replaceWith(fresh)
}

function moveFocus(tapped) {
  const again = tapped && [...answers.querySelectorAll('button')].find(({ value }) => value === tapped)
  const field = find('field').querySelector(
    '[data-kind=text] textarea, [data-kind=file] textarea, [data-kind=number] input',
  )
  const target =
    again ||
    (!answers.querySelector('.answers') && field) ||
    (answers.children.length > 0 ? answers : document.querySelector('main'))
  target.focus({ preventScroll: true })
}

/** Nothing is queued silently: the person decides whether the same act is sent again. */
function offerAgain(error, { form, body, mine, said }) {
  mine?.remove()
  const line = document.createElement('p')
  line.className = 'unsent'
  line.textContent = error.message
  const button = document.createElement('button')
  button.className = 'quiet'
  button.textContent = words.again
  button.addEventListener('click', () => !isSending && void act(form, body, said))
  if (error.message === words.unsent) line.append(button)
  notice.replaceChildren(line)
}

function say(text, afterMs = 0, lang = document.documentElement.lang) {
  clearTimeout(saying)
  if (afterMs > 0) return void (saying = setTimeout(() => say(text, 0, lang), afterMs))
  const line = document.createElement('p')
  line.lang = lang
  line.textContent = text
  notice.replaceChildren(...(text ? [line] : []))
}

function bubble(text) {
  const mine = document.createElement('div')
  mine.className = 'bubble mine waiting new'
  const line = document.createElement('p')
  const who = document.createElement('span')
  who.className = 'unseen'
  who.textContent = `${words.you}: `
  line.append(who, text)
  mine.append(line)
  return mine
}

/** A file that would be refused is not sent at all. */
function isTooLarge(form) {
  const { file } = form.elements
  const isOver = file?.files[0]?.size > Number(file?.dataset.most)
  if (isOver) say(file.dataset.tooLarge)
  return isOver
}

function bodyOf(form, submitter) {
  const given = new FormData(form)
  const body = form.elements.file ? given : new URLSearchParams(given)
  if (submitter?.name) body.set(submitter.name, submitter.value)
  return body
}

/** What the person said, in their words: the label that was tapped, what was ticked, what was typed, what the file is called. */
function spoken(form, submitter) {
  if (submitter?.dataset.say) return submitter.dataset.say
  const ticked = [...form.querySelectorAll(':checked')].map((tick) => tick.dataset.say)
  const file = form.elements.file?.files[0]?.name
  return ticked.join(', ') || [form.elements.text?.value, file].filter(Boolean).join('\n')
}

function keepToMax(tick) {
  const form = tick.closest?.('[data-max]')
  if (!form || form.querySelectorAll(':checked').length <= Number(form.dataset.max)) return
  tick.checked = false
  say(form.querySelector('.hint')?.textContent ?? '')
}

function sendByEnter(event) {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.target.tagName !== 'TEXTAREA')
    return
  event.preventDefault()
  event.target.form.requestSubmit()
}

/** The exit button leaves nothing on the screen and nothing to come back to. */
function leave(event) {
  const exit = event.target.closest('[data-exit]')
  if (!exit) return
  event.preventDefault()
  const { href } = exit
  document.body.replaceChildren()
  document.title = ' '
  location.replace(href)
}

/** Listens while somebody looks; a hidden page lets go. */
function listen() {
  stream?.close()
  if (document.hidden) return
  stream = new EventSource(`/chat/events${location.search}`)
  stream.addEventListener('message', ({ data }) => show(JSON.parse(data), { isPushed: true }))
}

function fragment(html) {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content
}

function top(element) {
  return element.getBoundingClientRect().top + scrollY - 90
}

/** A random UUID; `crypto.randomUUID` is missing where the page came by plain http. */
function freshId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 15) | 64
  bytes[8] = (bytes[8] & 63) | 128
  return [...bytes]
    .map((byte, at) => ([4, 6, 8, 10].includes(at) ? '-' : '') + byte.toString(16).padStart(2, '0'))
    .join('')
}
