export type DayPart = 'morning' | 'afternoon' | 'evening'

const PARTS: readonly [DayPart, string][] = [
  ['morning', '12:00'],
  ['afternoon', '17:00'],
  ['evening', '24:00'],
]

/** Groups times of a day, given as local `HH:MM`, in the order morning, afternoon, evening. */
export function byDayPart<T extends { local: string }>(
  times: readonly T[]
): { part: DayPart; times: T[] }[] {
  return PARTS.map(([part, end], index) => {
    const start = index === 0 ? '00:00' : PARTS[index - 1][1]
    return { part, times: times.filter(({ local }) => local >= start && local < end) }
  }).filter(({ times: some }) => some.length > 0)
}
