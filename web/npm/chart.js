// The parts of Apache ECharts that the page draws with, and no more.
import { BarChart, ScatterChart, CustomChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([AriaComponent, BarChart, CustomChart, GridComponent, LegendComponent, ScatterChart, SVGRenderer, TooltipComponent])

export { init }
