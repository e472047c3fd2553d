import type { Panel, Viewer } from '#core/admin'
import { lookupIn } from '#core/admin'
import db from '@adonisjs/lucid/services/db'
import { locationsOf } from '#app/accounts/admin/user_locations'
import type { User } from '#app/accounts/models/user'
import { permissionGroups } from '#app/accounts/presenters/permission_groups'
import { permissionsOf } from '#app/accounts/queries/permissions'

/** What this person may do now, by module and plugin, and at which locations. */
export const rightsOfPerson: Panel<User> = {
  id: 'rights',
  view: 'admin/accounts/person_rights',
  data: presentRights,
}

async function presentRights(person: User, viewer: Viewer) {
  const held = await permissionsOf(person)
  const groups = (await permissionGroups(viewer)).map(({ title, permissions }) => ({
    title,
    names: permissions.filter(({ id }) => held.has(id)).map(({ name }) => name),
  }))
  return {
    places: await placesOf(person, viewer),
    groups: groups.filter(({ names }) => names.length > 0),
  }
}

async function placesOf({ id }: User, viewer: Viewer): Promise<string> {
  const limited = await locationsOf(db.connection(), id)
  if (limited.length === 0) return viewer.t('accounts.admin.rights.everywhere')
  const known = await lookupIn('organisation.locations', viewer)
  const names = known.filter(({ value }) => limited.includes(Number(value)))
  const places = viewer.formats().list(names.map(({ label }) => label))
  return viewer.t('accounts.admin.rights.only_at', { places })
}
