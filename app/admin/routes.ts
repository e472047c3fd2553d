import type { HttpContext } from '@adonisjs/core/http'
import type { Contributions, RouteGroups } from '#core/platform'
import type { AnyResource } from '#app/admin/definition'
import { takesFiles } from '#app/admin/file_fields'
import {
  actionsFrom,
  guardOf,
  homeActions,
  isOffered,
  type HomeAction,
  type RecordAction,
} from '#app/admin/queries/named_actions'
import { itself } from '#app/admin/queries/part_sources'

type Staff = RouteGroups['staff']
type Owner = Pick<Contributions, 'admin'> & { id: string }

/**
 * Every route of the resources and pages that an owner adds to the panel. They are data like all
 * others, so that the checks and the route × role matrix see them.
 *
 * @param folder where the owner begins inside its staff group: `/scheduling`, '' for a plugin
 */
export function adminRoutes({ id, admin }: Owner, folder: string) {
  return ({ staff }: RouteGroups): void => {
    for (const home of homeActions(admin ?? {})) homeRoutes(staff, home, folder)
    for (const resource of admin?.resources ?? []) {
      if (resource.owner !== id) throw new Error(`resource ${resource.id} lacks the prefix ${id}.`)
      const at = `${folder}/${resource.name.replaceAll('_', '-')}`
      if (resource.single === null) listRoutes(staff, resource, at)
      else formRoutes(staff, resource, at)
      for (const named of actionsFrom(itself(resource))) actionRoutes(staff, named, at)
    }
    for (const page of admin?.pages ?? []) {
      const name = page.id.slice(id.length + 1)
      if (page.id !== `${id}.${name}`) throw new Error(`page ${page.id} lacks the prefix ${id}.`)
      staff.get(folder + page.path, page.handler, {
        name,
        permission: page.permission,
        fresh: page.fresh,
        firstRun: page.firstRun,
      })
    }
  }
}

function listRoutes(staff: Staff, resource: AnyResource, at: string): void {
  const { name, permission } = resource
  const see = { permission: permission.view }
  staff.get(at, show(resource, 'index'), { name: `${name}.index`, ...see })
  staff.get(`${at}/export`, exported(resource), {
    name: `${name}.export`,
    permission: 'admin.export',
    fresh: resource.fresh.export,
  })
  if (resource.list.filters.some(({ kind }) => kind === 'relation')) {
    const lookup = show(resource, 'filterLookup')
    staff.get(`${at}/filters/lookup/:field`, lookup, { name: `${name}.filter_lookup`, ...see })
  }
  if (permission.manage) {
    const manage = { permission: permission.manage, fresh: resource.fresh.changes }
    staff.get(`${at}/create`, edit(resource, 'create'), { name: `${name}.create`, ...manage })
    const sent = { ...manage, upload: takesFiles(resource) }
    staff.post(at, edit(resource, 'store'), { name: `${name}.store`, ...sent })
    staff.get(`${at}/lookup/:field`, show(resource, 'lookup'), {
      name: `${name}.lookup`,
      ...manage,
    })
    staff.get(`${at}/:id/edit`, edit(resource, 'edit'), { name: `${name}.edit`, ...manage })
    staff.post(`${at}/:id`, edit(resource, 'update'), { name: `${name}.update`, ...sent })
  }
  staff.get(`${at}/:id`, show(resource, 'show'), { name: `${name}.show`, ...see })
}

function formRoutes(staff: Staff, resource: AnyResource, at: string): void {
  const { name } = resource
  const permission = resource.permission.manage ?? resource.permission.view
  const guarded = { permission, fresh: resource.fresh.changes }
  staff.get(at, edit(resource, 'edit'), { name: `${name}.edit`, ...guarded })
  const upload = takesFiles(resource)
  staff.post(at, edit(resource, 'update'), { name: `${name}.update`, ...guarded, upload })
  staff.get(`${at}/lookup/:field`, show(resource, 'lookup'), { name: `${name}.lookup`, permission })
}

/** Declared before those of one record, as those over many are. */
function homeRoutes(staff: Staff, { name: full, home, action }: HomeAction, folder: string): void {
  const path = `${folder}${home.path}/${action.id.replaceAll('_', '-')}`
  const { permission, firstRun, fresh = home.fresh } = action
  const guarded = { permission, firstRun, fresh }
  const run = (method: 'create' | 'store') => async (ctx: HttpContext) => {
    const { default: Controller } = await import('#app/admin/controllers/page_actions_controller')
    return new Controller({ name: full, home, action })[method](ctx)
  }
  const name = `${home.name}.${action.id}`
  staff.get(path, run('create'), { name: `${name}.create`, ...guarded })
  staff.post(path, run('store'), { name: `${name}.store`, ...guarded })
}

/** Of the resource itself, or of an owner who adds it. */
export function actionRoutes(staff: Staff, named: RecordAction, at: string): void {
  const { action } = named
  if (isOffered(action, 'bulk')) bulkRoutes(staff, named, at)
  const path = `${at}/:id/${action.id.replaceAll('_', '-')}`
  const name = nameWithin(named)
  const guarded = guardOf(named)
  const run = (method: 'create' | 'store') => async (ctx: HttpContext) => {
    const { default: Controller } = await import('#app/admin/controllers/actions_controller')
    return new Controller(named)[method](ctx)
  }
  staff.get(path, run('create'), { name: `${name}.create`, ...guarded })
  staff.post(path, run('store'), { name: `${name}.store`, ...guarded })
}

/** Declared before those of one record, whose `:id` would take the word for an id. */
function bulkRoutes(staff: Staff, named: RecordAction, at: string): void {
  const path = `${at}/bulk/${named.action.id.replaceAll('_', '-')}`
  const name = nameWithin(named)
  const guarded = guardOf(named)
  const run = (method: 'create' | 'store') => async (ctx: HttpContext) => {
    const { default: Controller } = await import('#app/admin/controllers/bulk_actions_controller')
    return new Controller(named)[method](ctx)
  }
  staff.get(path, run('create'), { name: `${name}.bulk_create`, ...guarded })
  staff.post(path, run('store'), { name: `${name}.bulk_store`, ...guarded })
}

/** Without the owner, whose prefix every route gets. */
const nameWithin = ({ name, words }: RecordAction) => name.slice(words.owner.length + 1)

const show =
  (resource: AnyResource, method: 'index' | 'show' | 'lookup' | 'filterLookup') =>
  async (ctx: HttpContext) => {
    const { default: Controller } = await import('#app/admin/controllers/records_controller')
    return new Controller(resource)[method](ctx)
  }

const edit =
  (resource: AnyResource, method: 'create' | 'store' | 'edit' | 'update') =>
  async (ctx: HttpContext) => {
    const { default: Controller } = await import('#app/admin/controllers/record_forms_controller')
    return new Controller(resource)[method](ctx)
  }

const exported = (resource: AnyResource) => async (ctx: HttpContext) => {
  const { default: Controller } = await import('#app/admin/controllers/exports_controller')
  return new Controller(resource).show(ctx)
}
