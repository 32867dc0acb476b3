// What every page has: the token on each request, messages, and the keyboard.
import { startDesk, undoLast } from './desk.js'
import { chosenStep, say, seen, step } from './step.js'

const token = document.querySelector('meta[name=token]').content

document.addEventListener('htmx:configRequest', e => { e.detail.headers['X-Suyuan-Token'] = token })
document.addEventListener('htmx:responseError', e => say(e.detail.xhr.responseText.slice(0, 300) || e.detail.xhr.statusText))
document.addEventListener('htmx:sendError', () => say(document.body.dataset.gone || 'suyuan serve ?'))

// An element with data-press is clicked by its key; the chosen step's own come first.
function press(key) {
  for (const room of [chosenStep(), document.getElementById('card'), document]) {
    const button = [...(room?.querySelectorAll('[data-press]') ?? [])].find(e => e.dataset.press === key && !e.disabled && seen(e))
    if (!button) continue
    if (button.matches('input:not([type=checkbox]), textarea, select')) button.focus()
    else button.click()
    return true
  }
  return false
}

// What a key means, whichever width or input method it was typed with.
function keyOf(e) {
  if (e.key === 'Process' || e.isComposing) return /^Key[A-Z]$/.test(e.code) ? e.code[3].toLowerCase() : e.code === 'Slash' ? (e.shiftKey ? '?' : '/') : ''
  return e.key === '？' ? '?' : e.key
}

// While a verdict is on its way, keys wait: what they mean depends on its answer.
let posting = 0
const held = []
const posts = e => e.detail.requestConfig?.verb === 'post'
document.addEventListener('htmx:beforeRequest', e => { if (posts(e)) posting++ })
document.addEventListener('htmx:afterRequest', e => {
  if (!posts(e)) return
  posting--
  for (const key of held.splice(0)) act(key)
})

// act does what a key means, and reports whether it means anything.
function act(key) {
  if (posting) {
    held.push(key)
    return true
  }
  if (key === 'j' || key === 'k') {
    step(key === 'j' ? 1 : -1)
    return true
  }
  if (press(key) || key === 'u' && undoLast()) return true
  if (key === 'h') location.href = '/help'
  return key === 'h'
}

document.addEventListener('keydown', e => {
  if (e.ctrlKey || e.metaKey || e.altKey) return
  if (e.target.matches('input:not([type=checkbox], [type=radio]), textarea, select')) {
    if (e.key === 'Escape') e.target.blur()
    return
  }
  if (act(keyOf(e))) e.preventDefault()
})

// Forms that filter send themselves.
document.addEventListener('change', e => {
  if (e.target.form?.matches('form[data-auto]') && !e.target.matches('input[type=search], input[type=text]')) e.target.form.requestSubmit()
})

// A search field with data-filters narrows the labels of a list.
document.addEventListener('input', e => {
  const list = document.getElementById(e.target.dataset?.filters ?? '')
  const words = e.target.value.trim().toLowerCase()
  for (const label of list?.children ?? []) label.hidden = !label.textContent.toLowerCase().includes(words) && !label.querySelector(':checked')
})

if (document.querySelector('.desk')) startDesk()
if (document.querySelector('[data-chart]')) import('./chart.js').then(m => m.drawAll())
