// Places of the source text, in bytes, and places of the page. The text content of
// an element with data-o is the source text from that byte on.

const encoder = new TextEncoder()
const size = text => encoder.encode(text).length

export const blocks = () => [...document.querySelectorAll('.part > [data-o], .part tr[data-o]')]

// runs yields the text nodes of a block with the bytes they stand at.
function* runs(block) {
  let at = Number(block.dataset.o)
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.dataset.o !== undefined) at = Number(node.dataset.o)
      continue
    }
    const from = at
    at += size(node.data)
    yield { node, from, to: at }
  }
}

// offset returns how many UTF-16 units of text take so many bytes.
function offset(text, bytes) {
  let units = 0
  for (const char of text) {
    if (bytes <= 0) break
    bytes -= size(char)
    units += char.length
  }
  return units
}

// rangeOf returns the Range of the bytes, null where that part of the text is not there.
export function rangeOf(from, to) {
  const all = blocks()
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (Number(all[middle].dataset.o) <= from) low = middle + 1
    else high = middle
  }
  let range = null
  for (const block of all.slice(Math.max(0, low - 1), low + 40)) {
    for (const run of runs(block)) {
      if (!range && from >= run.from && from < run.to) {
        range = new Range()
        range.setStart(run.node, offset(run.node.data, from - run.from))
      }
      if (range && to <= run.to) {
        range.setEnd(run.node, offset(run.node.data, Math.max(0, to - run.from)))
        return range
      }
    }
    if (!range) return null
  }
  return range
}

// bytesOf returns the bytes of a Range within one block, null for any other.
export function bytesOf(range) {
  const from = range.startContainer
  const block = (from.nodeType === Node.TEXT_NODE ? from.parentElement : from).closest('.part > [data-o], .part tr[data-o]')
  if (!block) return null
  let out = null
  for (const run of runs(block)) {
    if (!range.intersectsNode(run.node)) continue
    const first = run.node === range.startContainer ? range.startOffset : 0
    const last = run.node === range.endContainer ? range.endOffset : run.node.length
    if (first >= last) continue
    out ??= { from: run.from + size(run.node.data.slice(0, first)) }
    out.to = run.from + size(run.node.data.slice(0, last))
  }
  return out
}
