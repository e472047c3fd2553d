import { contributions } from '#core/platform'
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
  return (await entriesOf(subjects, viewer)).map((entry) => ({
    ...entry,
    when: words.dateTime(entry.at),
  }))
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
  return entries.sort((one, other) => other.at - one.at).slice(0, LENGTH)
}
