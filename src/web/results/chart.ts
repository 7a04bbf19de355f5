/** A bar chart as an SVG picture that needs no script, no style of its own, and no colour to be understood. */
import { BarChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { html, raw } from 'hono/html'
import type { Html } from '../page.ts'
import type { View } from '../parts.ts'
import { wrapped } from './wrapped.ts'

use([BarChart, GridComponent, SVGRenderer])

export interface Bar {
  readonly label: string
  /** Between 0 and 1; undefined when it may not be shown. */
  readonly share: number | undefined
  /** What stands behind the label: the number in words, or that it is hidden. */
  readonly value: string
}

/** Widths in the units of the picture; letters are 16 high, so the style sheet shows each about that large. */
const chartWidths = { narrow: 290, wide: 620 } as const

const fontPx = 16
/** Half a letter's height is its usual width. */
const letterPx = 8.4
const lineHeightPx = 21
const barPx = 20
const gapPx = 16

/** Bars as one picture, read aloud as `finding`, in two widths of which the style sheet shows the one that fits. */
export function chartOf(bars: readonly Bar[], finding: string, view: View): Html {
  return html`<div class="chart" role="img" aria-label="${view.say('results-page-chart', { finding })}">
    <div class="narrow">${raw(barChart(bars, chartWidths.narrow))}</div>
    <div class="wide">${raw(barChart(bars, chartWidths.wide))}</div>
  </div>`
}

/**
 * The picture of some bars, the first on top, each under its own words. A share that is hidden has a frame of dashes as
 * long as the whole, because it could be anything. Colours are those of the page (`var(--…)`), so it turns dark with it.
 */
function barChart(bars: readonly Bar[], width: number): string {
  const labels = bars.map(({ label, value }) =>
    wrapped(`${label}: ${value}`, Math.floor(width / letterPx)).join('\n'),
  )
  const lines = Math.max(1, ...labels.map((label) => label.split('\n').length))
  const rowPx = lines * lineHeightPx + barPx + gapPx
  // a bar stands in the middle of its row, and the words of the first one above it
  const top = (lines * lineHeightPx) / 2
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: top + rowPx * bars.length })
  chart.setOption({
    animation: false,
    silent: true,
    grid: { left: 1, right: 1, top, bottom: 0 },
    xAxis: { type: 'value', min: 0, max: 1, show: false },
    yAxis: { type: 'category', inverse: true, show: false, data: labels },
    series: [seriesOf(bars, labels)],
  })
  const picture = chart.renderToSVGString({ useViewBox: true })
  chart.dispose()
  return plain(picture)
}

function seriesOf(bars: readonly Bar[], labels: readonly string[]) {
  return {
    type: 'bar' as const,
    barWidth: barPx,
    clip: false,
    silent: true,
    emphasis: { disabled: true },
    showBackground: true,
    backgroundStyle: { color: 'var(--tint)' },
    itemStyle: { color: 'var(--blue)' },
    label: {
      show: true,
      position: [0, -6] as [number, number],
      align: 'left' as const,
      verticalAlign: 'bottom' as const,
      color: 'var(--ink)',
      fontSize: fontPx,
      lineHeight: lineHeightPx,
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => labels[dataIndex]!,
    },
    data: bars.map(({ share }) => (share === undefined ? unknown : { value: share })),
  }
}

const unknown = {
  value: 1,
  itemStyle: {
    color: 'var(--paper)',
    borderColor: 'var(--edge)',
    borderWidth: 1.5,
    borderType: 'dashed' as const,
  },
}

/** Our content policy allows no styles inside a page: letters get theirs from the style sheet. */
function plain(picture: string): string {
  return picture
    .replaceAll(/<style\b[\s\S]*?<\/style>/g, '')
    .replaceAll(/<(path|rect)[^>]* fill="none"[^>]*><\/\1>/g, '')
    .replaceAll(/ (style|class|ecmeta_\w+)="[^"]*"/g, '')
    .replace('<svg ', '<svg aria-hidden="true" focusable="false" ')
}
