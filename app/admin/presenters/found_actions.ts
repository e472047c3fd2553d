import { urlFor } from '#core/platform'
import type { AnyResource, FoundRecord, Viewer } from '#app/admin/definition'
import { refusalOf } from '#app/admin/queries/action_preview'
import { actionsOn } from '#app/admin/queries/named_actions'
import type { AnyRecord } from '#app/admin/queries/records'
import { actionLabel } from '#app/admin/words'

/** What this person may do with the record as it is now; from here it always asks first. */
export function foundActions(
  resource: AnyResource,
  record: AnyRecord,
  viewer: Viewer
): FoundRecord[] {
  return actionsOn(resource, 'palette', viewer)
    .filter(({ action }) => refusalOf(action, record) === null)
    .map(({ name, words, action }) => ({
      label: `${actionLabel(words, action.id, viewer)} · ${resource.label(record, viewer)}`,
      note: resource.palette?.note?.(record, viewer) ?? '',
      href: urlFor(`${name}.create`, { id: Number(record.$primaryKeyValue) }),
      icon: action.icon ?? resource.icon,
      asks: true,
    }))
}
