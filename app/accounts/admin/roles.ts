import { resource, type FieldErrors, type Values, type Viewer } from '#core/admin'
import { FALLBACK_LOCALE, translatedIn, type Translated } from '#core/organisation'
import type { Trx } from '#core/platform'
import { copyRole } from '#app/accounts/actions/copy_role'
import { removeRole } from '#app/accounts/actions/remove_role'
import { peopleOfRole } from '#app/accounts/admin/people_of_role'
import { rolePermissionsField } from '#app/accounts/admin/role_permissions_field'
import { decided, roleKey } from '#app/accounts/domain/role_changes'
import { grantedTo, isOwnRole, OWNER } from '#app/accounts/domain/roles'
import { StaffRole } from '#app/accounts/models/staff_role'
import { covers, declaredPermissions } from '#app/accounts/queries/role_limits'
import { forgetRoles } from '#app/accounts/queries/roles'

const permission = 'accounts.roles'

/** Without these nobody who edits roles could come back and undo it. */
const WAY_BACK = ['admin.view', permission]

/** What people with a role may do, and whether they need a second factor. */
export const roles = resource({
  id: 'accounts.roles',
  model: StaffRole,
  permission: { view: permission, manage: permission },
  fresh: true,
  icon: 'shield',
  label: ({ name }, { locale }) => translatedIn(name, locale, FALLBACK_LOCALE),
  preload: ['people'],
  list: {
    columns: [
      { name: 'name', value: nameOf, strong: true },
      { name: 'people', value: ({ people }, viewer) => peopleIn(people.length, viewer) },
      { name: 'requiresTwoFactor' },
      { name: 'updatedAt', value: changedAt, sort: true },
    ],
    search: ['name', 'key'],
    defaultSort: 'id',
  },
  show: {
    columns: [
      { name: 'name' },
      { name: 'key' },
      { name: 'requiresTwoFactor' },
      { name: 'permissions' },
    ],
    panels: [peopleOfRole],
  },
  form: {
    sections: [
      {
        name: 'main',
        fields: [
          { name: 'name', kind: 'translated', max: 60, required: true },
          { name: 'requiresTwoFactor', kind: 'flag', hint: true },
        ],
      },
      { name: 'rights', fields: [rolePermissionsField] },
    ],
    read: async (role) => ({ permissions: heldBy(role) }),
    check: async ({ values, record, viewer }) => refusals(values, record, viewer),
    fill,
  },
  actions: [
    {
      id: 'copy',
      permission,
      icon: 'copy',
      form: [{ name: 'name', kind: 'translated', max: 60, required: true }],
      run: async ({ record, values, viewer }) => {
        if (!covers(viewer.user, record.key)) return { ok: false, reason: said('beyond_own') }
        const name = values.name as Translated
        await copyRole({ roleId: record.id, name, actor: viewer.actor })
        return { ok: true, notice: said('copied'), to: 'accounts.roles.index' }
      },
    },
    {
      id: 'remove',
      permission,
      icon: 'trash-2',
      danger: true,
      confirm: true,
      when: ({ key }) => isOwnRole(key),
      run: async ({ record, viewer }) => {
        const removed = await removeRole(record.id, viewer.actor)
        if (!removed.ok) return { ok: false, reason: said(removed.reason) }
        return { ok: true, notice: said('removed'), to: 'accounts.roles.index' }
      },
    },
  ],
})

const said = (word: string) => `accounts.admin.roles.said.${word}`

function nameOf({ name }: StaffRole, { locale }: Viewer): string {
  return translatedIn(name, locale, FALLBACK_LOCALE)
}

const peopleIn = (count: number, viewer: Viewer) =>
  viewer.t('accounts.admin.roles.people', { count })

const heldBy = (role: StaffRole) => [...grantedTo(role, declaredPermissions())]

const tickedIn = ({ permissions }: Values) => new Set((permissions as string[] | null) ?? [])

async function refusals(
  values: Values,
  role: StaffRole | null,
  viewer: Viewer
): Promise<FieldErrors> {
  if (!role || role.key === OWNER) return {}
  if (!covers(viewer.user, role.key)) return { name: said('beyond_own') }
  const ticked = tickedIn(values)
  const isOwn = viewer.user.role === role.key
  return isOwn && WAY_BACK.some((id) => !ticked.has(id)) ? { permissions: said('way_back') } : {}
}

/** Answers what the role then holds, for the trail: boxes that were locked come back empty. */
async function fill(
  role: StaffRole,
  values: Values,
  { trx, viewer }: { trx: Trx; viewer: Viewer }
) {
  const before = (role.$original.permissions ?? {}) as StaffRole['permissions']
  const choice = {
    before,
    declared: declaredPermissions(),
    ticked: tickedIn(values),
    mayDecide: viewer.can,
  }
  role.permissions = role.key === OWNER ? before : decided(choice)
  if (!role.key) role.key = await newKey(values.name as Translated, trx)
  trx.after('commit', forgetRoles)
  return { permissions: heldBy(role) }
}

async function newKey(name: Translated, trx: Trx): Promise<string> {
  const taken = await StaffRole.query({ client: trx }).select('key')
  return roleKey(Object.values(name)[0], new Set(taken.map(({ key }) => key)))
}

/** The first roles come with the product and are of no time. */
function changedAt({ updatedAt }: StaffRole, viewer: Viewer): string {
  return updatedAt === 0 ? '' : viewer.formats().shortDateTime(updatedAt)
}
