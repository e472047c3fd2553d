import type { Viewer } from '#core/admin'
import {
  brokenDown,
  type Counted,
  type Figures,
  type PartKey,
} from '#plugins/helpdesk/domain/figures'
import type { AskedStatistics } from '#plugins/helpdesk/presenters/asked_statistics'
import { partNames } from '#plugins/helpdesk/queries/part_names'

export type NamedPart = { name: string; figures: Figures }

/** The rows of the breakdown, those with most to do first; nobody comes last. */
export async function namedParts(
  counted: readonly Counted[],
  { by }: AskedStatistics,
  viewer: Viewer
): Promise<NamedPart[]> {
  const parts = brokenDown(counted, by)
  const keys = parts.map(({ key }) => key)
  const names = await partNames(by, keys, viewer.locale)
  const nobody = viewer.t('helpdesk.statistics.nobody')
  const nameOf = (key: PartKey) => (key === null ? nobody : (names.get(key) ?? String(key)))
  return parts
    .map(({ key, figures }) => ({ key, figures, name: nameOf(key) }))
    .sort(
      (a, b) =>
        Number(a.key === null) - Number(b.key === null) ||
        b.figures.opened - a.figures.opened ||
        a.name.localeCompare(b.name, viewer.locale)
    )
}
