import { contributions, urlFor } from '#core/platform'
import type { AnyResource, SearchProvider, Viewer } from '#app/admin/definition'
import { bestFirst, RANK, rankOf, type Rank } from '#app/admin/domain/found_rank'
import { foundActions } from '#app/admin/presenters/found_actions'
import { guarded, type Line } from '#app/admin/presenters/found_line'
import { FOUND, findRecords } from '#app/admin/queries/find_records'
import type { AnyRecord } from '#app/admin/queries/records'
import { titleOf } from '#app/admin/words'

/** Lines under one heading; the group that has the best one comes first. */
export type Group = { title: string; rank: Rank; found: Line[]; all?: string | null }

const nothing = (): Group => ({ title: '', rank: RANK.beside, found: [] })

/** Among so many of a kind the best are looked for. */
const CANDIDATES = 40

/** Records that this person may see, by kind; a kind that fails takes nothing else with it. */
export async function recordGroups(search: string, viewer: Viewer): Promise<Group[]> {
  const kinds = (await contributions('admin'))
    .flatMap(({ value }) => value.resources ?? [])
    .filter(({ palette, permission }) => palette && viewer.can(permission.view))
  const providers = (await contributions('search'))
    .flatMap(({ value }) => value)
    .filter(({ permission }) => viewer.can(permission))
  return Promise.all([
    ...kinds.map((kind) => guarded(kind.id, nothing(), () => groupOfKind(kind, search, viewer))),
    ...providers.map((one) =>
      guarded(one.id, nothing(), () => groupOfProvider(one, search, viewer))
    ),
  ])
}

async function groupOfKind(resource: AnyResource, search: string, viewer: Viewer): Promise<Group> {
  const records = await findRecords(resource, search, { viewer, most: CANDIDATES })
  const rankIn = (record: AnyRecord) => rankOf(namesOf(resource, record, viewer), search)
  const best = bestFirst(records, rankIn).slice(0, FOUND)
  const rank = best.length > 0 ? rankIn(best[0]) : RANK.beside
  // Whether the first of several is meant is known only when it is named in full.
  const isMeant = records.length === 1 || rank === RANK.named
  return {
    title: titleOf(resource, viewer),
    rank,
    found: best.flatMap((record, at) => [
      lineOf(resource, record, viewer),
      ...(isMeant && at === 0 ? actionLines(resource, record, viewer) : []),
    ]),
    all: records.length > FOUND ? urlFor(`${resource.id}.index`, {}, { q: search }) : null,
  }
}

function namesOf({ label, palette }: AnyResource, record: AnyRecord, viewer: Viewer): string[] {
  const further = palette?.names?.(record) ?? []
  return [label(record, viewer), ...further.filter((name) => name !== null)]
}

const targetOf = ({ id }: AnyResource, record: AnyRecord) =>
  `${id}:${String(record.$primaryKeyValue)}`

/** Done once, an action may not be possible again: its record is what is remembered. */
const actionLines = (resource: AnyResource, record: AnyRecord, viewer: Viewer): Line[] =>
  foundActions(resource, record, viewer).map((line) => {
    return { ...line, target: targetOf(resource, record) }
  })

export const lineOf = (resource: AnyResource, record: AnyRecord, viewer: Viewer): Line => ({
  label: resource.label(record, viewer),
  note: resource.palette?.note?.(record, viewer) ?? '',
  href: urlFor(`${resource.id}.show`, { id: Number(record.$primaryKeyValue) }),
  icon: resource.icon,
  target: targetOf(resource, record),
})

async function groupOfProvider(
  { title, find }: SearchProvider,
  search: string,
  viewer: Viewer
): Promise<Group> {
  const found = await find(search, viewer, FOUND)
  return groupOf(viewer.t(title), found.slice(0, FOUND), search)
}

/** The lines in the order of their labels' rank. */
export function groupOf(title: string, found: Line[], search: string): Group {
  const rank = ({ label }: Line) => rankOf([label], search)
  const best = bestFirst(found, rank)
  return { title, rank: best.length > 0 ? rank(best[0]) : RANK.beside, found: best }
}
