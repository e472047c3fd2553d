import { urlFor } from '#core/platform'
import type { Action, AnyResource, Viewer } from '#app/admin/definition'
import { presentQuestion, type Entered } from '#app/admin/presenters/question'
import type { AnyRecord } from '#app/admin/queries/records'
import { actionLabel } from '#app/admin/words'

type Asked = Entered & { record: AnyRecord; viewer: Viewer }

/** The question before an action on one record. */
export function presentAction(resource: AnyResource, action: Action, { record, ...asked }: Asked) {
  const { viewer } = asked
  const id = Number(record.$primaryKeyValue)
  const name = resource.label(record, viewer)
  const label = actionLabel(resource, action.id, viewer)
  return presentQuestion(resource, action, {
    ...asked,
    title: viewer.t('admin.action.title', { action: label, name }),
    to: urlFor(`${resource.id}.${action.id}.store`, { id }),
    back: { label: name, href: urlFor(`${resource.id}.show`, { id }) },
  })
}
