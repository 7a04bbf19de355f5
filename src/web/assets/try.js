/** Moves the clock without reloading the seats, and keeps it ticking. */
const tickMs = 20_000
const headers = { Accept: 'text/html; part=clock' }

addEventListener('submit', (event) => {
  const form = event.target.closest('[data-move]')
  if (!form) return
  event.preventDefault()
  const body = new URLSearchParams([[event.submitter.name, event.submitter.value]])
  void change(form.action, { method: 'POST', headers, body }, event.submitter.value)
})
setInterval(() => {
  if (!document.hidden && !document.activeElement?.closest('[data-move]'))
    void change('/try/clock', { headers })
}, tickMs)

async function change(address, options, pressed) {
  const clock = document.querySelector('[data-clock]')
  if (pressed) clock.setAttribute('aria-busy', 'true')
  const response = await fetch(address, options).catch(() => undefined)
  clock.removeAttribute('aria-busy')
  if (!response?.ok) return
  const template = document.createElement('template')
  template.innerHTML = await response.text()
  const fresh = template.content.firstElementChild
  if (pressed) return replaceParts(clock, fresh, pressed)
  clock.querySelector('time').replaceWith(fresh.querySelector('time'))
}

/** The line that shows the time stays in place, so that a screen reader says what it became. */
function replaceParts(clock, fresh, pressed) {
  clock.querySelector('time').replaceWith(fresh.querySelector('time'))
  clock.querySelector('form').replaceWith(fresh.querySelector('form'))
  const again = [...clock.querySelectorAll('button')].find(({ value }) => value === pressed)
  ;(again ?? clock.querySelector('button')).focus()
}
