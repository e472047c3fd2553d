import { randomId, urlFor } from '#core/platform'
import type { Action, AnyResource, FieldErrors, Values, Viewer } from '#app/admin/definition'
import { presentFields } from '#app/admin/presenters/form_fields'
import type { AnyRecord } from '#app/admin/queries/records'
import { actionLabel, actionText } from '#app/admin/words'

type Asked = {
  record: AnyRecord
  values: Values
  errors?: FieldErrors
  key?: string
  viewer: Viewer
}

/** The page that asks before an action runs. */
export async function presentAction(
  resource: AnyResource,
  action: Action,
  { record, values, errors = {}, key = randomId(), viewer }: Asked
) {
  const id = Number(record.$primaryKeyValue)
  const label = actionLabel(resource, action.id, viewer)
  const name = resource.label(record, viewer)
  const filled = { values, errors, viewer, mode: 'edit' } as const
  return {
    title: viewer.t('admin.action.title', { action: label, name }),
    text: actionText(resource, action.id, viewer),
    label,
    danger: action.danger ?? false,
    errors,
    fields: await presentFields(resource, action.form ?? [], filled),
    action: urlFor(`${resource.id}.${action.id}.store`, { id }),
    hidden: { form_key: key },
    back: { label: name, href: urlFor(`${resource.id}.show`, { id }) },
  }
}
