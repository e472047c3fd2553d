import { removal, type Action, type AnyResource } from '#core/admin'
import { menuLeadsTo } from '#plugins/helpdesk/admin/live_menu'

/** A published menu holds no references that the database knows: what it leads to stays. */
export function removeUnlessUsed(
  what: 'teamId' | 'serviceLevelId',
  resource: () => AnyResource
): Action {
  const plain = removal('helpdesk.set_up', resource)
  return {
    ...plain,
    run: async (input) => {
      if (await menuLeadsTo(what, input.record.id as number)) {
        return { ok: false, reason: 'helpdesk.admin.teams.errors.in_menu' }
      }
      return plain.run(input)
    },
  }
}
