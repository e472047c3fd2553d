import { audit } from '#core/audit'
import { isStillUsed, transaction } from '#core/platform'
import { recordChanged } from '#app/admin/actions/record_changed'
import { removeRecordFiles } from '#app/admin/actions/save_files'
import type { Action, ActionResult, AnyResource, Viewer } from '#app/admin/definition'
import { removeChildren } from '#app/admin/actions/save_children'
import { fieldsFor } from '#app/admin/queries/form_values'
import { recordOf } from '#app/admin/queries/records'

type Options = Pick<Action, 'fresh'>

/** The action that deletes a record, for kinds to which nothing else is tied. */
export function removal(
  permission: string,
  resource: () => AnyResource,
  options: Options = {}
): Action {
  return {
    ...options,
    id: 'remove',
    permission,
    icon: 'trash-2',
    danger: true,
    confirm: true,
    run: ({ record, viewer }) => removeRecord(resource(), record.id, viewer),
  }
}

async function removeRecord(
  resource: AnyResource,
  id: number,
  viewer: Viewer
): Promise<ActionResult> {
  try {
    await transaction(async (trx) => {
      const record = await recordOf(resource, id, { viewer, trx })
      record.useTransaction(trx)
      const fields = fieldsFor(resource, 'edit')
      await removeChildren(fields, { record, trx, viewer })
      await resource.form.removed?.(record, { trx, viewer })
      await removeRecordFiles(trx, { fields, recordId: id, viewer })
      await record.delete()
      const { object } = resource
      const action = `${object}_removed`
      await audit(trx, { actor: viewer.actor, action, object, objectId: id })
      if (resource.live) await recordChanged(trx, resource.id, id)
    })
  } catch (error) {
    if (isStillUsed(error)) return { ok: false, reason: 'admin.errors.still_used' }
    throw error
  }
  return { ok: true, notice: 'admin.removed', to: `${resource.id}.index` }
}
