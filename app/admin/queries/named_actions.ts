import { allContributions } from '#core/platform'
import type {
  Action,
  ActionPlace,
  AdminContribution,
  AdminPage,
  AnyResource,
  PageAction,
  Viewer,
} from '#app/admin/definition'
import {
  isOpenTo,
  ownersOf,
  sourcesBy,
  sourcesOf,
  type PartSource,
} from '#app/admin/queries/part_sources'

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

/** The name is that of the command line, and begins those of its routes. */
type Named<A> = { name: string; action: A }
export type RecordAction = Named<Action> & PartSource
export type HomeAction = Named<PageAction> & { home: Home }

/** Over chosen rows it must be declared: there it is done many times. */
export const isOffered = ({ on }: Pick<Action, 'on'>, place: ActionPlace): boolean =>
  on?.includes(place) ?? place !== 'bulk'

/** What the routes of an action ask of whoever takes them. */
export const guardOf = ({ resource, action }: RecordAction) => ({
  permission: action.permission,
  fresh: action.fresh === true || resource.fresh.changes,
})

/** What is done with one record. */
export function actionsFrom(source: PartSource): RecordAction[] {
  const { resource, words, addition } = source
  const actions: readonly Action[] = addition ? (addition.actions ?? []) : resource.actions
  return actions.map((action) => ({ ...source, name: `${words.id}.${action.id}`, action }))
}

/** The same of all owners, enabled or not. */
export const recordActions = (): RecordAction[] =>
  allContributions('admin').flatMap(sourcesBy).flatMap(actionsFrom)

/** What this person may do with records of a kind; what others add comes last. */
export const actionsOn = (
  resource: AnyResource,
  place: ActionPlace,
  viewer: Viewer
): RecordAction[] =>
  sourcesOf(resource, viewer)
    .flatMap(actionsFrom)
    .filter(({ action }) => isOffered(action, place) && viewer.can(action.permission))

export const mayDo = (named: RecordAction, viewer: Viewer): boolean =>
  viewer.can(named.action.permission) && isOpenTo(named, viewer)

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
    .flatMap((owned) => [...sourcesBy(owned).flatMap(actionsFrom), ...homeActions(owned.value)])
    .filter(({ action }) => isOffered(action, 'command'))
}

/** Whether everybody is enabled on whom it depends. */
export const isOn = (named: RecordAction | HomeAction, isActive: Viewer['isActive']): boolean =>
  ('home' in named ? [named.home.owner] : ownersOf(named)).every((owner) => isActive(owner))

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
