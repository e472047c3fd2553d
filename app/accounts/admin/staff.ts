import {
  resource,
  resourceNamed,
  stateCell,
  type FieldErrors,
  type Values,
  type Viewer,
} from '#core/admin'
import { LOCALE_NAMES, LOCALES, type Locale } from '#core/organisation'
import type { Trx } from '#core/platform'
import { resetTwoFactor } from '#app/accounts/actions/end_two_factor'
import { inviteAgain, inviteStaff } from '#app/accounts/actions/invite_staff'
import { assignRole, disableUser, enableUser } from '#app/accounts/actions/switch_user'
import { User } from '#app/accounts/models/user'
import { knownRoles, roleName } from '#app/accounts/queries/roles'
import { rightsOfPerson } from '#app/accounts/admin/rights_of_person'
import { beyondReach, placesBeyond, roleBeyond, staffWithin } from '#app/accounts/admin/staff_reach'
import { locationsOf, setLocationsOf } from '#app/accounts/admin/user_locations'

const permission = 'accounts.manage'
const languages = () => LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))
const roleKeys = () => [...knownRoles().keys()]
const roleLabel = (key: string, { locale }: Viewer) => roleName(key, locale)
const roles = (viewer: Viewer) =>
  roleKeys().map((value) => ({ value, label: roleLabel(value, viewer) }))
const locations = () => resourceNamed('organisation.locations')

/** The people who work here, and what they may do. */
export const staff = resource({
  id: 'accounts.staff',
  model: User,
  object: 'accounts.user',
  permission: { view: permission, manage: permission },
  palette: { note: ({ email }) => email, names: ({ email }) => [email] },
  fresh: true,
  personal: true,
  icon: 'id-card',
  label: (user) => user.name,
  scope: staffWithin,
  list: {
    columns: [
      { name: 'lastName', value: sortedName, sort: true, thenBy: 'firstName', strong: true },
      { name: 'email', sort: true },
      { name: 'role', value: roleOf, sort: true },
      { name: 'disabledAt', value: stateOf, sort: true },
    ],
    search: ['firstName', 'lastName', 'email'],
    filters: [{ name: 'role', kind: 'choice', choices: roleKeys, label: roleLabel }],
    defaultSort: 'lastName',
  },
  show: {
    columns: [
      { name: 'firstName' },
      { name: 'lastName' },
      { name: 'email' },
      { name: 'role', value: roleOf },
      { name: 'disabledAt', value: stateOf },
      { name: 'locale', value: ({ locale }) => LOCALE_NAMES[locale] },
      { name: 'locationIds' },
      { name: 'twoFactorAt' },
      { name: 'createdAt' },
    ],
    panels: [rightsOfPerson],
  },
  form: {
    fields: [
      { name: 'firstName', kind: 'text', max: 100, required: true },
      { name: 'lastName', kind: 'text', max: 100, required: true },
      { name: 'email', kind: 'email', unique: true, required: true, hint: true },
      {
        name: 'role',
        kind: 'choice',
        choices: roles,
        default: 'desk',
        required: true,
        only: 'create',
      },
      { name: 'locale', kind: 'choice', choices: languages, required: true },
      { name: 'locationIds', kind: 'relations', to: locations, hint: true },
    ],
    read: async (user, client) => ({ locationIds: await locationsOf(client, user.id) }),
    check: async ({ values, record, trx, viewer }) => beyondReach(values, { record, trx, viewer }),
    create,
    store: async (user, values, { trx }) => setLocations(trx, user.id, values),
  },
  actions: [
    {
      id: 'assign_role',
      permission,
      icon: 'shield',
      form: [{ name: 'role', kind: 'choice', choices: roles, required: true }],
      run: async ({ record, values, viewer }) =>
        told(await assignRole(record.id, values.role as string, viewer.actor), 'role_assigned'),
    },
    {
      id: 'invite',
      permission,
      icon: 'send',
      when: isInvited,
      run: async ({ record, viewer }) =>
        told(await inviteAgain(record.id, viewer.actor), 'invited'),
    },
    {
      id: 'reset_two_factor',
      permission,
      icon: 'key',
      danger: true,
      confirm: true,
      when: (user) => user.twoFactorAt !== null,
      run: async ({ record, viewer }) =>
        told(await resetTwoFactor(record.id, viewer.actor), 'two_factor_reset'),
    },
    {
      id: 'disable',
      permission,
      icon: 'user-x',
      danger: true,
      confirm: true,
      when: (user) => user.disabledAt === null,
      run: async ({ record, viewer }) =>
        told(await disableUser(record.id, viewer.actor), 'disabled'),
    },
    {
      id: 'enable',
      permission,
      icon: 'user-check',
      when: (user) => user.disabledAt !== null,
      run: async ({ record, viewer }) => told(await enableUser(record.id, viewer.actor), 'enabled'),
    },
  ],
})

/** "Feldstern, Orla": the order in which the list sorts. */
function sortedName({ firstName, lastName }: User): string {
  return [lastName, firstName].filter(Boolean).join(', ')
}

function roleOf({ role }: User, viewer: Viewer): string {
  return role === null
    ? viewer.t('accounts.admin.staff.choices.role.none')
    : roleName(role, viewer.locale)
}

/** Has not come yet: there is no password to sign in with. */
function isInvited({ disabledAt, password }: User): boolean {
  return disabledAt === null && password === null
}

function stateOf(user: User, viewer: Viewer) {
  const state = user.disabledAt === null ? (isInvited(user) ? 'invited' : 'open') : 'shut'
  const label = viewer.t(`accounts.admin.staff.states.${state}`)
  return stateCell(({ invited: 'waiting', open: 'called', shut: 'ended' } as const)[state], label)
}

const sentence = (word: string) => `accounts.admin.staff.said.${word}`

const told = (result: { ok: true } | { ok: false; reason: string }, notice: string) =>
  result.ok
    ? ({ ok: true, notice: sentence(notice) } as const)
    : ({ ok: false, reason: sentence(result.reason) } as const)

/** The person chooses a password through the link of the invitation. */
async function create(values: Values, viewer: Viewer) {
  const { firstName, lastName, email, role, locale } = values as {
    firstName: string
    lastName: string
    email: string
    role: string
    locale: Locale
  }
  const errors: FieldErrors = {
    ...roleBeyond(role, viewer),
    ...(await placesBeyond(values, viewer)),
  }
  if (Object.keys(errors).length > 0) return { errors }
  const created = await inviteStaff({ firstName, lastName, email, role, locale }, viewer.actor)
  if (!created.ok) return { errors: { email: 'admin.errors.taken' } }
  await setLocationsOf(created.user.id, (values.locationIds as number[]) ?? [])
  return { id: created.user.id }
}

async function setLocations(trx: Trx, userId: number, { locationIds }: Values) {
  await setLocationsOf(userId, (locationIds as number[]) ?? [], trx)
}
