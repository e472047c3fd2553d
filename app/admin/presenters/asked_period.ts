import { isLocalDate } from '#core/scheduling'
import type { Viewer } from '#app/admin/definition'
import {
  periodNamed,
  periodOf,
  PERIODS,
  type Period,
  type PeriodName,
} from '#app/admin/domain/periods'

export type AskedPeriod = { name: PeriodName; period: Period }

/** The days that the address of a page of figures asks for; words that make no sense are the last seven. */
export function askedPeriod(address: Record<string, unknown>, viewer: Viewer): AskedPeriod {
  const today = viewer.formats().localDay(viewer.now)
  const own = { from: dayIn(address.from), to: dayIn(address.to) }
  const isOwn = own.from !== undefined || own.to !== undefined
  const asked = PERIODS.find((one) => one === address.period) ?? 'last_7'
  const name = isOwn ? periodNamed(periodOf('own', today, own), today) : asked
  return { name, period: periodOf(name, today, own) }
}

const dayIn = (text: unknown) => (typeof text === 'string' && isLocalDate(text) ? text : undefined)
