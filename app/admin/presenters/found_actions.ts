import { urlFor } from '#core/platform'
import type { AnyResource, FoundRecord, Viewer } from '#app/admin/definition'
import { refusalOf } from '#app/admin/queries/action_preview'
import { isOffered } from '#app/admin/queries/named_actions'
import type { AnyRecord } from '#app/admin/queries/records'
import { actionLabel } from '#app/admin/words'

/** What this person may do with the record as it is now; from here it always asks first. */
export function foundActions(
  resource: AnyResource,
  record: AnyRecord,
  viewer: Viewer
): FoundRecord[] {
  return resource.actions
    .filter((action) => isOffered(action, 'palette') && viewer.can(action.permission))
    .filter((action) => refusalOf(action, record) === null)
    .map(({ id, icon }) => ({
      label: `${actionLabel(resource, id, viewer)} · ${resource.label(record, viewer)}`,
      note: resource.palette?.note?.(record, viewer) ?? '',
      href: urlFor(`${resource.id}.${id}.create`, { id: Number(record.$primaryKeyValue) }),
      icon: icon ?? resource.icon,
      asks: true,
    }))
}
