import type { Viewer } from '#core/admin'
import { contributions } from '#core/platform'
import type { PermissionDefinition } from '#app/accounts/domain/roles'

export type DescribedPermission = PermissionDefinition & { name: string; hint: string }
export type PermissionGroup = { owner: string; title: string; permissions: DescribedPermission[] }

/** Everything that can be allowed now, by module and plugin, in words. */
export async function permissionGroups(viewer: Viewer): Promise<PermissionGroup[]> {
  return (await contributions('permissions')).map(({ owner, value }) => ({
    owner,
    title: areaName(owner, viewer),
    permissions: value.map((permission) => ({
      ...permission,
      name: permissionName(permission.id, viewer),
      hint: viewer.word(keyOf(permission.id, 'permission_hints'), ''),
    })),
  }))
}

/** "See appointments" */
export const permissionName = (id: string, viewer: Viewer): string =>
  viewer.word(keyOf(id, 'permissions'), id)

/** A plugin has a name; a module is called like its part of the menu. */
const areaName = (owner: string, viewer: Viewer): string =>
  viewer.word(
    `${owner}.plugin.name`,
    viewer.word(`accounts.admin.rights.areas.${owner}`, viewer.word(`${owner}.admin.title`, owner))
  )

function keyOf(id: string, kind: string): string {
  const [owner, ...rest] = id.split('.')
  return `${owner}.${kind}.${rest.join('.')}`
}
