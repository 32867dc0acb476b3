// Charts of a comparison: from the baseline to the target of each region.
import { init } from './echarts.min.js'

const colour = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim()

// short writes a number of the axis with 万 and 亿 where it is large.
const chinese = document.documentElement.lang.startsWith('zh')
const short = v => {
  const of = (unit, word) => +(v / unit).toPrecision(4) + word
  const size = Math.abs(v)
  if (chinese) return size >= 1e8 ? of(1e8, '亿') : size >= 1e4 ? of(1e4, '万') : String(+v.toPrecision(6))
  return size >= 1e9 ? of(1e9, 'bn') : size >= 1e6 ? of(1e6, 'm') : size >= 1e4 ? of(1e3, 'k') : String(+v.toPrecision(6))
}

function draw(box) {
  const { unit, rows } = JSON.parse(box.dataset.chart)
  const shown = rows.filter(r => r.from !== null || r.to !== null)
  if (!shown.length) return box.remove()
  const dumbbell = shown.some(r => r.from !== null && r.to !== null)
  box.style.height = Math.min(900, 74 + shown.length * 30) + 'px'
  const chart = init(box, null, { renderer: 'svg' })
  const ink = colour('ink')
  const soft = colour('soft')
  const labels = shown.map(r => r.label)
  const dot = (name, key, fill, size) => ({
    name, type: 'scatter', symbolSize: size, cursor: 'pointer', itemStyle: { color: fill, opacity: 1, borderColor: colour('paper'), borderWidth: 1.5 }, z: 3,
    data: shown.map((r, i) => r[key] === null ? null : { value: [r[key], i], said: r[key + 'Text'], link: r[key + 'Link'], label: r.label }).filter(Boolean),
  })
  const way = {
    type: 'custom', silent: true, z: 2, data: shown.map((r, i) => [r.from, r.to, i]).filter(r => r[0] !== null && r[1] !== null),
    renderItem: (_, api) => {
      const a = api.coord([api.value(0), api.value(2)])
      const b = api.coord([api.value(1), api.value(2)])
      return { type: 'line', shape: { x1: a[0], y1: a[1], x2: b[0], y2: b[1] }, style: { stroke: colour('faint'), lineWidth: 3, lineCap: 'round' } }
    },
  }
  const bar = (name, key, fill) => ({
    name, type: 'bar', barMaxWidth: 14, cursor: 'pointer', itemStyle: { color: fill, borderRadius: [0, 3, 3, 0] },
    data: shown.map(r => ({ value: r[key], said: r[key + 'Text'], link: r[key + 'Link'], label: { show: false } })),
  })
  const { baseline, target } = box.dataset
  chart.setOption({
    animation: false,
    aria: { enabled: true },
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: ink },
    grid: { left: 8, right: 28, top: 34, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 10, textStyle: { color: soft }, data: [baseline, target] },
    tooltip: { renderMode: 'richText', confine: true, backgroundColor: colour('card'), borderColor: colour('line'), textStyle: { color: ink }, formatter: p => p.seriesName + '  ' + (p.data.said ?? '') },
    xAxis: { type: 'value', name: unit, nameTextStyle: { color: soft }, scale: dumbbell, axisLabel: { color: soft, formatter: short, hideOverlap: true }, splitLine: { lineStyle: { color: colour('line') } } },
    yAxis: { type: 'category', data: labels, inverse: true, axisTick: { show: false }, axisLine: { lineStyle: { color: colour('line') } }, axisLabel: { color: ink, width: box.clientWidth < 500 ? 110 : 200, overflow: 'truncate' } },
    series: dumbbell ? [way, dot(baseline, 'from', colour('date'), 11), dot(target, 'to', colour('target'), 14)] : [bar(baseline, 'from', colour('date')), bar(target, 'to', colour('target'))],
  })
  chart.on('click', p => { if (p.data?.link) location.href = p.data.link })
  return chart
}

export function drawAll() {
  let charts = []
  const all = () => {
    for (const c of charts) c?.dispose()
    charts = [...document.querySelectorAll('[data-chart]')].map(draw)
  }
  all()
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', all)
  addEventListener('resize', () => { for (const c of charts) c?.resize() })
}
