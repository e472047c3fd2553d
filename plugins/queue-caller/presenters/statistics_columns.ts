import type { Figures, Spread } from '#plugins/queue-caller/domain/figures'

/** What a table shows of its parts. */
export const MEASURES = ['tickets', 'waiting', 'walking', 'serving'] as const
export type Measure = (typeof MEASURES)[number]

/** Times are milliseconds, shares 0 … 1; null where there is nothing to divide by. */
export type FigureColumn = {
  key: string
  unit: 'count' | 'minutes' | 'percent'
  of: (figures: Figures) => number | null
}

export const share = (part: number, whole: number | undefined) => (whole ? part / whole : null)

const spreadColumns = (of: (figures: Figures) => Spread | null): FigureColumn[] => [
  { key: 'count', unit: 'count', of: (figures) => of(figures)?.count ?? 0 },
  ...(['average', 'median', 'p90', 'max'] as const).map((key): FigureColumn => {
    return { key, unit: 'minutes', of: (figures) => of(figures)?.[key] ?? null }
  }),
]

export const COLUMNS: Record<Measure, FigureColumn[]> = {
  tickets: [
    { key: 'tickets', unit: 'count', of: ({ tickets }) => tickets },
    { key: 'called', unit: 'count', of: ({ called }) => called },
    { key: 'served', unit: 'count', of: ({ outcomes }) => outcomes.served },
    { key: 'no_show', unit: 'count', of: ({ outcomes }) => outcomes.no_show },
    {
      key: 'no_show_share',
      unit: 'percent',
      of: ({ outcomes, called }) => share(outcomes.no_show, called),
    },
    { key: 'left', unit: 'count', of: ({ outcomes }) => outcomes.left },
    { key: 'closed', unit: 'count', of: ({ outcomes }) => outcomes.closed },
  ],
  waiting: [
    ...spreadColumns(({ waiting }) => waiting),
    { key: 'within', unit: 'percent', of: ({ within, waiting }) => share(within, waiting?.count) },
  ],
  walking: spreadColumns(({ walking }) => walking),
  serving: spreadColumns(({ serving }) => serving),
}

/** The bar that stands for a measure. */
export const BARS: Record<Measure, FigureColumn> = {
  tickets: COLUMNS.tickets[0],
  waiting: COLUMNS.waiting[1],
  walking: COLUMNS.walking[1],
  serving: COLUMNS.serving[1],
}
