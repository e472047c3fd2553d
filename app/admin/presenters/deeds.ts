import type { AuditEntry } from '#core/audit'
import { allContributions } from '#core/platform'
import type { AnyResource, Viewer } from '#app/admin/definition'
import { kindOfRecord, labelOf } from '#app/admin/words'

const COMMON = /[._](created|changed|removed|saved)$/

/**
 * What an entry of the trail says was done. Owners write `<owner>.audit.<action>`; what every
 * record goes through has words for all; anything else stays as it is stored.
 */
export function deedOf({ action }: AuditEntry, viewer: Viewer): string {
  const [owner, ...rest] = action.split('.')
  const common = COMMON.exec(action)
  const shared = common ? viewer.t(`admin.audit.${common[1]}`) : action
  return viewer.word(`${owner}.audit.${rest.join('.')}`, shared)
}

/** The changed fields in the words of their form. */
export function fieldsOf({ object, fields }: AuditEntry, viewer: Viewer): string {
  const resource = resourceOf(object)
  const named = resource
    ? fields.map((field) => labelOf(resource, attributeOf(field), viewer))
    : fields
  return [...new Set(named)].join(', ')
}

/** "Service 12": what it was done to. What has no page in the panel is named by its owner. */
export function thingOf({ object, objectId }: AuditEntry, viewer: Viewer): string {
  const resource = resourceOf(object)
  const [owner, name] = object.split('.')
  const kind = resource
    ? kindOfRecord(resource, viewer)
    : viewer.word(`${owner}.audit.objects.${name}`, object)
  return `${kind} ${objectId}`
}

const resourceOf = (object: string): AnyResource | undefined =>
  allContributions('admin')
    .flatMap(({ value }) => value.resources ?? [])
    .find((resource) => resource.object === object)

const attributeOf = (column: string) =>
  column.replaceAll(/_(.)/g, (_, letter) => letter.toUpperCase())
