import type { Viewer } from '#core/admin'
import { FALLBACK_LOCALE, translatedIn } from '#core/organisation'
import { urlFor } from '#core/platform'
import { grantedTo, isOwnRole, isSuggested, OWNER } from '#app/accounts/domain/roles'
import { permissionGroups } from '#app/accounts/presenters/permission_groups'
import { allPermissions } from '#app/accounts/queries/permissions'
import { allRoles } from '#app/accounts/queries/roles'

/** Who may do what, as a table: permissions down, roles across. */
export async function presentMatrix(viewer: Viewer) {
  const declared = await allPermissions()
  const roles = [...(await allRoles()).values()].map((role) => ({
    key: role.key,
    name: translatedIn(role.name, viewer.locale, FALLBACK_LOCALE),
    href: urlFor('accounts.roles.show', { id: role.id }),
    held: grantedTo(role, declared),
  }))
  const groups = await permissionGroups(viewer)
  return {
    title: viewer.t('accounts.admin.rights.title'),
    roles,
    groups: groups.map(({ title, permissions }) => ({
      title,
      rows: permissions.map((permission) => ({
        name: permission.name,
        hint: permission.hint,
        cells: roles.map(({ key, name, held }) => {
          const granted = held.has(permission.id)
          const asSuggested =
            key === OWNER || isOwnRole(key) || granted === isSuggested(key, permission)
          return { role: name, granted, asSuggested }
        }),
      })),
    })),
  }
}
