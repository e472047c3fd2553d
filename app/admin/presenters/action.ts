import { urlFor } from '#core/platform'
import type { Viewer } from '#app/admin/definition'
import { presentQuestion, type Entered } from '#app/admin/presenters/question'
import type { RecordAction } from '#app/admin/queries/named_actions'
import type { AnyRecord } from '#app/admin/queries/records'
import { actionLabel } from '#app/admin/words'

type Asked = Entered & { record: AnyRecord; viewer: Viewer }

/** The question before an action on one record. */
export function presentAction(named: RecordAction, { record, ...asked }: Asked) {
  const to = urlFor(`${named.name}.store`, { id: Number(record.$primaryKeyValue) })
  const frame = frameOf(named, record, asked.viewer)
  return presentQuestion(named.words, named.action, { ...asked, ...frame, to })
}

type Refused = { record: AnyRecord; viewer: Viewer; reason: string }

/** Its place while the action does not apply: why, and the way back to the record. */
export const presentRefusal = (named: RecordAction, { record, viewer, reason }: Refused) => ({
  ...frameOf(named, record, viewer),
  text: viewer.t(reason),
})

function frameOf({ resource, words, action }: RecordAction, record: AnyRecord, viewer: Viewer) {
  const name = resource.label(record, viewer)
  const label = actionLabel(words, action.id, viewer)
  return {
    title: viewer.t('admin.action.title', { action: label, name }),
    back: {
      label: name,
      href: urlFor(`${resource.id}.show`, { id: Number(record.$primaryKeyValue) }),
    },
  }
}
