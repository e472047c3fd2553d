import vine from '@vinejs/vine'
import type { Field, Viewer } from '#core/admin'
import { isSuggested, OWNER } from '#app/accounts/domain/roles'
import type { StaffRole } from '#app/accounts/models/staff_role'
import { permissionGroups, permissionName } from '#app/accounts/presenters/permission_groups'
import { allPermissions } from '#app/accounts/queries/permissions'

/** Every declared permission with a box; locked where the reader does not hold it themselves. */
export const rolePermissionsField: Field = {
  name: 'permissions',
  kind: 'custom',
  view: 'admin/accounts/permissions',
  hint: true,
  schema: () => vine.array(vine.string().maxLength(80)).maxLength(500).nullable().optional(),
  data: presentBoxes,
  words: permissionsInWords,
}

const idsIn = (value: unknown) => new Set([value ?? []].flat().map(String))

async function presentBoxes(viewer: Viewer, value: unknown, record?: StaffRole | null) {
  const held = idsIn(value)
  const isOwner = record?.key === OWNER
  const groups = await permissionGroups(viewer)
  return {
    isOwner,
    groups: groups.map(({ title, permissions }) => ({
      title,
      permissions: permissions.map((permission) => ({
        ...permission,
        checked: isOwner || held.has(permission.id),
        locked: isOwner || !viewer.can(permission.id),
        suggested: record ? isSuggested(record.key, permission) : false,
      })),
    })),
  }
}

/** A line each, in the order of the editor. */
async function permissionsInWords(viewer: Viewer, value: unknown): Promise<string> {
  const held = idsIn(value)
  const known = (await allPermissions()).filter(({ id }) => held.has(id))
  return known.map(({ id }) => permissionName(id, viewer)).join('\n')
}
