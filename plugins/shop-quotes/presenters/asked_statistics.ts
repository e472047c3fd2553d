import { askedPeriod, type AskedPeriod, type Viewer } from '#core/admin'
import { BREAKDOWNS, type Breakdown } from '#plugins/shop-quotes/domain/figures'

/** What the address of the page asks for. */
export type AskedStatistics = AskedPeriod & { by: Breakdown }

/** Words that make no sense are the usual ones. */
export const askedStatistics = (
  address: Record<string, unknown>,
  viewer: Viewer
): AskedStatistics => ({
  ...askedPeriod(address, viewer),
  by: BREAKDOWNS.find((one) => one === address.by) ?? 'service',
})

/** Of the page, with what is chosen on it; `changed` wins. */
export function addressOf(
  { name, period: { from, to }, by }: AskedStatistics,
  changed: Record<string, string> = {}
): Record<string, string> {
  const days: Record<string, string> = name === 'own' ? { from, to } : { period: name }
  return { ...days, by, ...changed }
}
