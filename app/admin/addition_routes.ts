import type { Contributions, RouteGroups } from '#core/platform'
import type { Addition, AnyResource } from '#app/admin/definition'
import { actionsFrom, type RecordAction } from '#app/admin/queries/named_actions'
import { sourceIn } from '#app/admin/queries/part_sources'
import { actionRoutes } from '#app/admin/routes'

type Owner = Pick<Contributions, 'admin'> & { id: string; enhances?: string[] }

/**
 * The routes of what an owner adds to the records of others, under its own address and its own
 * switch: `/admin/warranty/on/helpdesk/tickets/:id/check`.
 *
 * @param folder where the owner begins inside its staff group: `/scheduling`, '' for a plugin
 * @param resources those of everybody
 */
export function additionRoutes(owner: Owner, folder: string, resources: readonly AnyResource[]) {
  return ({ staff }: RouteGroups): void => {
    for (const addition of owner.admin?.additions ?? []) {
      const resource = resources.find(({ id }) => id === addition.to)
      if (!resource && mayBeMissing(owner, addition, resources)) continue
      if (!resource) throw new Error(`${owner.id}: adds to ${addition.to}, which nobody has`)
      const at = `${folder}/on/${resource.owner}/${resource.name.replaceAll('_', '-')}`
      for (const named of actionsFrom(sourceIn(owner.id, addition, resource))) {
        checkName(named)
        actionRoutes(staff, named, at)
      }
    }
  }
}

function checkName({ words, resource, action }: RecordAction): void {
  if (!resource.actions.some(({ id }) => id === action.id)) return
  const what = `adds an action ${action.id} to ${resource.id}, which has one of that name`
  throw new Error(`${words.owner}: ${what}`)
}

/** A plugin that it merely enhances need not be installed; a resource of one that is must be there. */
function mayBeMissing(
  { enhances = [] }: Owner,
  { to }: Addition,
  resources: readonly AnyResource[]
): boolean {
  const [other] = to.split('.')
  return enhances.includes(other) && !resources.some(({ owner }) => owner === other)
}
