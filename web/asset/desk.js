// The desk: text on one side, records on the other, each leading to its counterpart.
import { bytesOf, rangeOf } from './place.js'
import { choose, say, step } from './step.js'

const desk = document.querySelector('.desk')
const $ = (selector, room = document) => room.querySelector(selector)
const groups = {
  value: 'value', unit: 'unit', comparator: 'comparator', indicator: 'indicator', name: 'name', measure: 'measure', time: 'time', baseline: 'baseline',
}
let quiet = false // the next card was asked for from the text: do not scroll it

export function startDesk() {
  sizeParts()
  desk.addEventListener('click', onClick)
  document.addEventListener('htmx:afterSwap', onSwap)
  document.addEventListener('selectionchange', onSelection)
  document.addEventListener('click', e => { if (e.target.closest('#offer button')) addSelection() })
  const filter = $('#filter')
  filter?.addEventListener('change', dim)
  dim()
  remember('onward')
  remember('aside')
  if ($('#card article')) showCard()
  else if (desk.dataset.at) showPlace(Number(desk.dataset.at), Number(desk.dataset.to || desk.dataset.at) || 0)
}

// remember keeps a switch as it was left.
function remember(id) {
  const box = document.getElementById(id)
  if (!box) return
  box.checked = localStorage.getItem(id) === 'on'
  const set = () => {
    localStorage.setItem(id, box.checked ? 'on' : '')
    desk.classList.toggle('show-' + id, box.checked)
  }
  box.addEventListener('change', set)
  set()
}

// Parts that are not there yet take about the room that they will.
function sizeParts() {
  const text = $('.text')
  const perLine = Math.max(12, Math.min(44, text.clientWidth / 17 - 4))
  for (const p of document.querySelectorAll('.part.waiting')) {
    p.style.minHeight = Math.round((p.dataset.to - p.dataset.from) / 3 / perLine * 1.5 * 31) + 'px'
  }
}

function onClick(e) {
  const mark = e.target.closest('mark[data-r]')
  if (mark && getSelection().isCollapsed) return openRecord(mark.dataset.r.split(' '), mark)
  const place = e.target.closest('[data-place]')
  if (place) {
    e.preventDefault()
    const [from, to] = place.dataset.place.split('-').map(Number)
    showPlace(from, to)
  }
  const shows = e.target.closest('[data-shows]')
  if (shows) {
    const form = document.getElementById(shows.dataset.shows)
    form.hidden = !form.hidden
    if (!form.hidden) $('input:not([type=hidden]), select', form)?.select?.()
  }
  if (e.target.closest('.flip')) desk.classList.toggle('listing')
}

// openRecord shows the record of a mark; a second click on the same place shows
// the next one that lies there.
function openRecord(ids) {
  const now = $('#card article')?.dataset.id
  const id = ids[(ids.indexOf(now) + 1) % ids.length]
  quiet = true
  const row = document.getElementById('row-' + id)
  if (row) $('[data-open]', row).click()
  else htmx.ajax('GET', `/records/${id}`, { target: '#card', swap: 'innerHTML' })
}

function onSwap(e) {
  if (e.detail.target.id === 'card') {
    showCard()
    const verdict = $('#card article')?.dataset.verdict
    if (e.detail.requestConfig.verb === 'post' && verdict !== undefined) afterVerdict(e)
  }
}

let last = '' // the record judged last
function afterVerdict(e) {
  const article = $('#card article')
  last = e.detail.requestConfig.path.endsWith('/verdict') ? article.dataset.id : ''
  for (const m of marksOf(article.dataset.id)) m.classList.toggle('wrong', article.dataset.verdict === 'wrong')
  if (e.detail.requestConfig.path.endsWith('/verdict') && $('#onward')?.checked) step(1)
}

// undoLast takes back the verdict given last, where the chosen record has none.
export function undoLast() {
  if (!last) return false
  htmx.ajax('POST', `/records/${last}/undo`, { target: '#card', swap: 'innerHTML' })
  return true
}

const marksOf = id => document.querySelectorAll(`mark[data-r~="${id}"]`)

async function showCard() {
  for (const m of document.querySelectorAll('mark.chosen')) m.classList.remove('chosen')
  CSS.highlights?.clear()
  const article = $('#card article')
  if (!article) return
  const { id, key, from, to } = article.dataset
  history.replaceState(null, '', location.pathname + '?record=' + key)
  const row = document.getElementById('row-' + id)
  choose(row)
  const still = quiet
  quiet = false
  await load(Number(from))
  for (const m of marksOf(id)) m.classList.add('chosen')
  if (!still) toView(Number(from), Number(to))
  for (const e of article.querySelectorAll('[data-role]')) {
    const [start, end] = e.dataset.place.split('-').map(Number)
    paint(groups[e.dataset.role] ?? 'other', start, end)
  }
}

function paint(name, from, to) {
  const range = CSS.highlights && rangeOf(from, to)
  if (!range) return
  const h = CSS.highlights.get(name) ?? new Highlight()
  h.add(range)
  CSS.highlights.set(name, h)
}

async function showPlace(from, to) {
  await load(from)
  CSS.highlights?.delete('place')
  paint('place', from, Math.max(to, from + 1))
  toView(from, Math.max(to, from + 1))
}

function toView(from, to) {
  const range = rangeOf(from, to)
  if (!range) return
  const text = $('.text')
  const box = range.getBoundingClientRect()
  const pane = text.getBoundingClientRect()
  if (box.top < pane.top + 60 || box.bottom > pane.bottom - 80) text.scrollTop += box.top - pane.top - pane.height * 0.36
}

// load fetches the part of the text that the byte lies in.
function load(at) {
  const part = [...document.querySelectorAll('.part.waiting')].find(p => p.dataset.from <= at && at < p.dataset.to)
  if (!part) return Promise.resolve()
  return new Promise(done => {
    const arrived = e => {
      if (e.detail.target !== part) return
      document.removeEventListener('htmx:afterSwap', arrived)
      done()
    }
    document.addEventListener('htmx:afterSwap', arrived)
    htmx.trigger(part, 'fetch')
  })
}

// dim takes the colour from the types that the filter leaves out.
function dim() {
  const chosen = [...document.querySelectorAll('#filter [name=type]:checked')].map(e => e.value).filter(Boolean)
  for (const type of ['figure', 'date', 'department', 'project']) {
    desk.classList.toggle('dim-' + type, chosen.length > 0 && !chosen.includes(type))
  }
}

// A selection in the text may become a record that was missed.
let selected = null
function onSelection() {
  const offer = document.getElementById('offer')
  if (!offer) return
  const selection = getSelection()
  const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null
  const bytes = range && $('.text').contains(range.commonAncestorContainer) ? bytesOf(range) : null
  selected = bytes ?? (document.activeElement?.closest?.('#offer') ? selected : null)
  offer.hidden = !selected
  if (!bytes) return
  const box = range.getBoundingClientRect()
  offer.style.left = Math.max(8, Math.min(innerWidth - 190, box.left)) + 'px'
  offer.style.top = Math.max(50, box.bottom + 6) + 'px'
}

function addSelection() {
  if (!selected) return say(document.getElementById('offer')?.dataset.none ?? '')
  htmx.ajax('GET', `/documents/${desk.dataset.id}/add?from=${selected.from}&to=${selected.to}`, { target: '#card', swap: 'innerHTML' })
  getSelection().removeAllRanges()
}
