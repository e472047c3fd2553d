import type { Viewer, Widget } from '#app/admin/definition'
import { barChart, type Bar } from '#app/admin/domain/bar_chart'

/** A number that people read at a glance, and where it comes from. */
export type Figure = { label: string; value: string; note?: string; href?: string }

/** A bar with its word below it, its full name for the table, and its number in words. */
export type ChartRow = Bar & { label: string; name: string; href?: string }

type Of<Rows> = {
  id: string
  permission: string
  /** Lang key of the heading. */
  title: string
  /** Null or no rows leave it out. */
  rows: (viewer: Viewer) => Promise<Rows[] | null>
}

/** A widget of a few figures side by side; its owner writes no HTML. */
export const figures = ({ id, permission, title, rows }: Of<Figure>): Widget => ({
  id,
  permission,
  view: 'admin/widgets/figures',
  async data(viewer) {
    const shown = await rows(viewer)
    return shown?.length ? { title: viewer.t(title), figures: shown } : null
  },
})

/** A widget of columns, drawn on the server, with the same as a table beside it. */
export const columns = ({
  id,
  permission,
  title,
  heads,
  rows,
}: Of<ChartRow> & {
  /** Lang keys of what the rows and their numbers are. */
  heads: [rows: string, values: string]
}): Widget => ({
  id,
  permission,
  view: 'admin/widgets/columns',
  async data(viewer) {
    const shown = await rows(viewer)
    if (!shown?.length) return null
    const { bars, ...drawing } = barChart(shown)
    const number = (value: number) => viewer.formats().number(value)
    return {
      title: viewer.t(title),
      heads: heads.map((key) => viewer.t(key)),
      drawing,
      bars: bars.map((bar, index) => ({
        ...bar,
        ...shown[index],
        words: number(shown[index].value),
      })),
    }
  },
})
