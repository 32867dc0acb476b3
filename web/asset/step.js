// What the keys j and k go to, and messages to the reader.
let silence
export function say(text) {
  const at = document.getElementById('say')
  at.textContent = text
  at.classList.add('on')
  clearTimeout(silence)
  silence = setTimeout(() => at.classList.remove('on'), 4000)
}

export const seen = e => e.getClientRects().length > 0

// A step is what j and k go to: a row of a list, a finding, a hit.
const steps = () => [...document.querySelectorAll('[data-step]')].filter(seen)
let chosen = null
export const chosenStep = () => chosen?.isConnected ? chosen : null

export function choose(step) {
  chosen?.classList.remove('chosen')
  chosen = step
  step?.classList.add('chosen')
  step?.scrollIntoView({ block: 'nearest' })
}

// htmx gives an element that it puts in place of another the classes of the answer.
document.addEventListener('htmx:afterSettle', () => {
  if (chosen && !chosen.isConnected && chosen.id) chosen = document.getElementById(chosen.id)
  chosenStep()?.classList.add('chosen')
})

export function step(way) {
  const all = steps()
  const now = all.indexOf(chosenStep())
  const next = all[now < 0 ? (way > 0 ? 0 : all.length - 1) : now + way]
  if (!next) {
    document.querySelector(way > 0 ? '.fetch.after' : '.fetch.before')?.dispatchEvent(new Event('fetch'))
    return
  }
  choose(next)
  const open = next.querySelector('[data-open]')
  if (open?.hasAttribute('hx-get')) open.click()
  else open?.focus({ preventScroll: true }) // Enter follows it
}
