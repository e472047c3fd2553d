import type { Viewer } from '#core/admin'
import { FORMAT_LOCALES } from '#core/organisation'
import { brokenDown, type Counted, type Part } from '#plugins/shop-quotes/domain/figures'
import type { AskedStatistics } from '#plugins/shop-quotes/presenters/asked_statistics'
import { partNames } from '#plugins/shop-quotes/queries/part_names'

export type NamedPart = { name: string; part: Part }

/** The rows of the breakdown, those with most revenue first; what is in no catalogue comes last. */
export async function namedParts(
  { sold, requestedOf }: Counted,
  { by }: AskedStatistics,
  viewer: Viewer
): Promise<NamedPart[]> {
  const ids = [...sold, ...requestedOf].flatMap(({ serviceId }) => serviceId ?? [])
  const known = await partNames([...new Set(ids)], viewer.locale)
  const digits = { style: 'percent', maximumFractionDigits: 2 } as const
  const percent = new Intl.NumberFormat(FORMAT_LOCALES[viewer.locale], digits)
  const names = {
    ...{ service: known.serviceName, category: known.categoryName },
    rate: (rateBp: number) => percent.format(rateBp / 10_000),
  }
  const nameOf = (key: number | null) =>
    key === null ? viewer.t('shop-quotes.statistics.no_service') : names[by](key)
  return brokenDown({ sold, requestedOf }, by, known.categoryOf)
    .map((part) => ({ part, name: nameOf(part.key) }))
    .sort(
      (a, b) =>
        Number(a.part.key === null) - Number(b.part.key === null) ||
        b.part.netMinor - a.part.netMinor ||
        a.name.localeCompare(b.name, viewer.locale)
    )
}

/** What the parts are together; quotes are not added up, since one may ask for several services. */
export const wholeOf = (parts: readonly NamedPart[], requested: number | null): Part => ({
  key: null,
  netMinor: parts.reduce((sum, { part }) => sum + part.netMinor, 0),
  taxMinor: parts.reduce((sum, { part }) => sum + part.taxMinor, 0),
  lines: parts.reduce((sum, { part }) => sum + part.lines, 0),
  quotes: requested,
})
