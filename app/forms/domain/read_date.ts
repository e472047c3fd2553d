const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const DAY_FIRST = /^(\d{1,2})[./\-\s]+(\d{1,2})[./\-\s]+(\d{4})$/

/**
 * A real day as `2026-11-23`, or null. Browsers send the ISO form; typed dates are read day
 * first, as all eight languages write them: `23/11/2026`, `23.11.2026`.
 */
export function readDate(text: string): string | null {
  const iso = ISO.exec(text)
  const dayFirst = DAY_FIRST.exec(text)
  if (iso) return existingDay(iso[1], iso[2], iso[3])
  return dayFirst ? existingDay(dayFirst[3], dayFirst[2], dayFirst[1]) : null
}

function existingDay(year: string, month: string, day: string): string | null {
  if (Number(year) < 1900 || Number(year) > 2200) return null
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  // 30 February would roll over into March.
  if (at.getUTCMonth() !== Number(month) - 1 || at.getUTCDate() !== Number(day)) return null
  return at.toISOString().slice(0, 10)
}
