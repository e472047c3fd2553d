import { urlFor } from '#core/platform'
import type { Viewer } from '#app/admin/definition'
import { presentQuestion, type Entered } from '#app/admin/presenters/question'
import type { RecordAction } from '#app/admin/queries/named_actions'
import type { AnyRecord } from '#app/admin/queries/records'
import { actionLabel } from '#app/admin/words'

type Asked = Entered & { record: AnyRecord; viewer: Viewer }

/** The question before an action on one record. */
export function presentAction(named: RecordAction, { record, ...asked }: Asked) {
  const { resource, words, action } = named
  const { viewer } = asked
  const id = Number(record.$primaryKeyValue)
  const name = resource.label(record, viewer)
  const label = actionLabel(words, action.id, viewer)
  return presentQuestion(words, action, {
    ...asked,
    title: viewer.t('admin.action.title', { action: label, name }),
    to: urlFor(`${named.name}.store`, { id }),
    back: { label: name, href: urlFor(`${resource.id}.show`, { id }) },
  })
}
