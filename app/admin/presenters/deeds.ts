import type { AuditEntry } from '#core/audit'
import { allContributions } from '#core/platform'
import type { AnyResource, Viewer } from '#app/admin/definition'
import { attributeOf, changedValue } from '#app/admin/presenters/changed_value'
import { kindOfRecord, labelOf } from '#app/admin/words'

const COMMON = /[._](created|changed|removed|saved|viewed)$/

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
  const named = fields.map((field) => fieldLabel(object, field, { resource, viewer }))
  return [...new Set(named)].join(', ')
}

/** What was changed, in the words of the record's form where it has one. */
export function changesOf({ object, changes }: AuditEntry, viewer: Viewer) {
  const resource = resourceOf(object)
  return Promise.all(
    Object.entries(changes).map(async ([column, [before, after]]) => ({
      field: fieldLabel(object, column, { resource, viewer }),
      before: await changedValue({ object, column, resource }, { value: before, viewer }),
      after: await changedValue({ object, column, resource }, { value: after, viewer }),
    }))
  )
}

type Labelled = { resource: AnyResource | undefined; viewer: Viewer }

/** What has no form in the panel is named by its owner, `<owner>.audit.fields.<object>.<column>`. */
function fieldLabel(object: string, column: string, { resource, viewer }: Labelled): string {
  if (resource) return labelOf(resource, attributeOf(column), viewer)
  const [owner, name] = object.split('.')
  return viewer.word(`${owner}.audit.fields.${name}.${column}`, column)
}

/** "Service Fitting": what it was done to, by number where its name is not known. */
export const thingOf = ({ object, objectId }: AuditEntry, viewer: Viewer, name = objectId) =>
  `${kindOfObject(object, viewer)} ${name}`

/** "Service"; what has no page in the panel is named by its owner. */
export function kindOfObject(object: string, viewer: Viewer): string {
  const resource = resourceOf(object)
  const [owner, name] = object.split('.')
  const kind = resource
    ? kindOfRecord(resource, viewer)
    : viewer.word(`${owner}.audit.objects.${name}`, object)
  return kind.charAt(0).toLocaleUpperCase(viewer.locale) + kind.slice(1)
}

const resourceOf = (object: string): AnyResource | undefined =>
  allContributions('admin')
    .flatMap(({ value }) => value.resources ?? [])
    .find((resource) => resource.object === object)
