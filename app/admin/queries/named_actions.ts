import { allContributions } from '#core/platform'
import type {
  Action,
  ActionPlace,
  AdminContribution,
  AdminPage,
  AnyResource,
  PageAction,
} from '#app/admin/definition'

/** A list or a page, as far as actions belong to it. */
export type Home = {
  id: string
  owner: string
  name: string
  icon: string
  permission: string
  route: string
  /** Address of its actions after that of the owner. */
  path: string
  fresh: boolean
}

type Named<A> = { name: string; action: A }
export type RecordAction = Named<Action> & { resource: AnyResource }
export type HomeAction = Named<PageAction> & { home: Home }

/** Over chosen rows it must be declared: there it is done many times. */
export const isOffered = ({ on }: Pick<Action, 'on'>, place: ActionPlace): boolean =>
  on?.includes(place) ?? place !== 'bulk'

/** What the routes of an action ask of whoever takes them. */
export const guardOf = (resource: AnyResource, { permission, fresh = false }: Action) => ({
  permission,
  fresh: fresh || resource.fresh.changes,
})

/** What is done with one record. */
export const recordActions = ({ resources = [] }: AdminContribution): RecordAction[] =>
  resources.flatMap((resource) =>
    resource.actions.map((action) => ({ name: `${resource.id}.${action.id}`, resource, action }))
  )

/** Every page asks for them. */
const actionsByHome = new WeakMap<AdminContribution, HomeAction[]>()

/** What is done with a list as a whole, or on a page. */
export function homeActions(contribution: AdminContribution): HomeAction[] {
  const known = actionsByHome.get(contribution)
  if (known) return known
  const { resources = [], pages = [] } = contribution
  const homes = [
    ...resources.map((resource) => ({ home: homeOfList(resource), own: resource.list.actions })),
    ...pages.map((page) => ({ home: homeOfPage(page), own: page.actions ?? [] })),
  ]
  const named = homes.flatMap(({ home, own }) =>
    own.map((action) => ({ name: `${home.id}.${action.id}`, home, action }))
  )
  actionsByHome.set(contribution, named)
  return named
}

/** Every action that the command line may run, by its full name. */
export function namedActions(): (RecordAction | HomeAction)[] {
  return allContributions('admin')
    .flatMap(({ value }) => [...recordActions(value), ...homeActions(value)])
    .filter(({ action }) => isOffered(action, 'command'))
}

function homeOfList(resource: AnyResource): Home {
  const { id, owner, name, icon, permission, single } = resource
  const route = `${id}.${single === null ? 'index' : 'edit'}`
  const path = `/${name.replaceAll('_', '-')}/actions`
  const fresh = resource.fresh.changes
  return { id, owner, name, icon, permission: permission.view, route, path, fresh }
}

function homeOfPage({ id, path, permission, icon = 'file-text', fresh = false }: AdminPage): Home {
  const [owner, ...rest] = id.split('.')
  return { id, owner, name: rest.join('.'), icon, permission, route: id, path, fresh }
}
