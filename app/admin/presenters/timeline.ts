import { User } from '#core/accounts'
import { contributions, type Actor } from '#core/platform'
import type { AnyResource, TimelineEntry, Viewer } from '#app/admin/definition'
import type { AnyRecord } from '#app/admin/queries/records'

/** So much one reads at a glance; the log has the rest. */
const LENGTH = 20

/**
 * What happened to a record, newest first: what people did to it, the mails about it, and what
 * further sources of modules and plugins know, in one column.
 */
export async function presentTimeline(resource: AnyResource, record: AnyRecord, viewer: Viewer) {
  const id = Number(record.$primaryKeyValue)
  const own = [{ object: resource.object, id }]
  const subjects = (await resource.show.subjects?.(record, viewer)) ?? own
  const words = viewer.formats(resource.zone(record))
  const entries = await entriesOf(subjects, viewer)
  const people = await namesOf(entries)
  return entries.map((entry) => ({
    ...entry,
    who: entry.by ? (nameOf(entry.by, people) ?? actorWord(entry.by, viewer)) : entry.who,
    when: words.shortDateTime(entry.at),
  }))
}

const nameOf = ({ kind, id }: Actor, people: Map<number, string>) =>
  kind === 'staff' ? people.get(id ?? 0) : undefined

const actorWord = ({ kind }: Actor, viewer: Viewer) => viewer.t(`admin.actors.${kind}`)

/** Members of staff by their names, one statement for the whole page. */
async function namesOf(entries: readonly TimelineEntry[]): Promise<Map<number, string>> {
  const ids = entries.flatMap(({ by }) => (by?.kind === 'staff' && by.id ? [by.id] : []))
  if (ids.length === 0) return new Map()
  const users = await User.query().whereIn('id', [...new Set(ids)])
  return new Map(users.map((user) => [user.id, user.name]))
}

async function entriesOf(
  subjects: { object: string; id: number }[],
  viewer: Viewer
): Promise<TimelineEntry[]> {
  if (subjects.length === 0) return []
  const entries: TimelineEntry[] = []
  for (const { value } of await contributions('admin')) {
    for (const { permission, entries: of } of value.timeline ?? []) {
      if (!permission || viewer.can(permission))
        entries.push(...(await of(subjects, viewer, LENGTH)))
    }
  }
  const once = toldOnce(entries)
  return once.sort((one, other) => other.at - one.at).slice(0, LENGTH)
}

/** One line for each deed of the trail: plugins come after the core and know it better. */
function toldOnce(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const lines = new Map(entries.map((entry) => [entry.trail ?? entry, entry]))
  return [...lines.values()]
}
