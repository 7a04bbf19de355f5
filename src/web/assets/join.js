/** Takes the code out of the address, where no server has seen it, and puts it into the form; going in stays the person's own act. */
const code = decodeURIComponent(location.hash.slice(1))
if (code) {
  document.querySelector('[data-code]').value = code
  history.replaceState(null, '', location.pathname + location.search)
  document.querySelector('[data-code] ~ button').focus()
}
