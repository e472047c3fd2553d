import type { Viewer } from '#core/admin'
import { localDateOf } from '#core/scheduling'
import { PERIODS, periodOf, type Period } from '#app/statistics/domain/periods'

/** What the address of the page asks for; words that make no sense are the usual ones. */
export function askedPeriod(address: Record<string, unknown>, viewer: Viewer): Period {
  const name = PERIODS.find((one) => one === address.period) ?? 'last_30'
  return periodOf(name, localDateOf(viewer.zone, viewer.now))
}
