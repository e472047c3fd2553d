const DAY = 86_400_000

export const PERIODS = ['last_30', 'last_12'] as const
export type PeriodName = (typeof PERIODS)[number]

/** The parts whose sums are shown: days `2027-01-19` or months `2027-01`, the oldest first. */
export interface Period {
  readonly name: PeriodName
  /** First local day. */
  readonly from: string
  readonly parts: readonly string[]
}

/** Thirty days or twelve months, the running one included. */
export function periodOf(name: PeriodName, today: string): Period {
  const parts = name === 'last_30' ? daysUntil(today, 30) : monthsUntil(today.slice(0, 7), 12)
  const from = name === 'last_30' ? parts[0] : `${parts[0]}-01`
  return { name, from, parts }
}

const daysUntil = (today: string, length: number): string[] =>
  Array.from({ length }, (_, index) =>
    new Date(Date.parse(`${today}T00:00:00Z`) - (length - 1 - index) * DAY)
      .toISOString()
      .slice(0, 10)
  )

function monthsUntil(month: string, length: number): string[] {
  const [year, number] = month.split('-').map(Number)
  return Array.from({ length }, (_, index) =>
    new Date(Date.UTC(year, number - length + index, 1)).toISOString().slice(0, 7)
  )
}
