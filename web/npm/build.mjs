// Writes the libraries, as package-lock.json has them, to ../asset: htmx as it is
// published, of ECharts the parts that chart.js names.
import { build } from 'esbuild'
import { copyFile, readFile, writeFile } from 'node:fs/promises'

const asset = new URL('../asset/', import.meta.url).pathname

await copyFile('node_modules/htmx.org/dist/htmx.min.js', asset + 'htmx.min.js')
await build({
  entryPoints: ['chart.js'],
  outfile: asset + 'echarts.min.js',
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2020',
  charset: 'utf8',
  legalComments: 'inline',
})

// The licences of all that is embedded, in one text.
const licences = [
  ['htmx.org', 'LICENSE'], ['echarts', 'NOTICE'], ['echarts', 'LICENSE'], ['zrender', 'LICENSE'], ['tslib', 'LICENSE.txt'],
]
let text = ''
for (const [name, file] of licences) {
  const { version } = JSON.parse(await readFile(`node_modules/${name}/package.json`, 'utf8'))
  text += `${name} ${version}: ${file}\n\n${(await readFile(`node_modules/${name}/${file}`, 'utf8')).trim()}\n\n\n`
}
await writeFile(asset + 'licences.txt', text.trimEnd() + '\n')
