const SERVED = [
  { label: '9', name: '9:00–10:00', value: '14', y: 65, height: 75 },
  { label: '10', name: '10:00–11:00', value: '22', y: 22, height: 118 },
  { label: '11', name: '11:00–12:00', value: '9', y: 92, height: 48 },
]

export const FIGURES = {
  figures: [
    { label: 'Served', value: '45', note: '3 left before', before: '41 in the week before' },
    { label: 'Waiting time', value: '6 min', href: '?' },
  ],
}

export const BAR_CHART = {
  unit: 'Served an hour',
  drawing: { width: 216, height: 170, base: 140 },
  bars: SERVED.map(({ label, value, y, height }, index) => ({
    ...{ x: 16 + 72 * index, y, width: 40, height, middle: 36 + 72 * index },
    ...{ label, words: value },
  })),
}

export const FIGURE_TABLE = {
  caption: 'Served an hour',
  heads: ['Hour', 'Served'],
  rows: [
    ...SERVED.map(({ name, value }) => ({ name, cells: [value] })),
    { name: 'Together', cells: ['45'], sum: true },
  ],
}
