/** Users, sessions, roles and permissions, passwords. */
export { leadToAccount, renderAccount, signedInCustomer } from '#app/accounts/account_pages'
export type { AccountSection, OpenMatter } from '#app/accounts/definition'
export { User } from '#app/accounts/models/user'
export type { Looks } from '#app/accounts/domain/looks'
export { ROLES, type PermissionDefinition, type SuggestedRole } from '#app/accounts/domain/roles'
export { isSafePath } from '#app/accounts/domain/safe_path'
export { normalEmail } from '#app/accounts/domain/email_address'
export { allPermissions, can, permissionsOf } from '#app/accounts/queries/permissions'
export { allRoles, requiresTwoFactor, roleName } from '#app/accounts/queries/roles'
export { staffWhoMay } from '#app/accounts/queries/staff_who_may'
export { hasTwoFactor, lacksTwoFactor } from '#app/accounts/queries/two_factor'
export { sessionTime } from '#app/accounts/drivers/database_session_store'
export { sessionUser } from '#app/accounts/queries/session_row'
export { endSession, endSessionsOf, sessionsOf } from '#app/accounts/queries/sessions'
export {
  assertVisible,
  mayVisit,
  visibleLocationIds,
} from '#app/accounts/queries/visible_locations'
export { firstRunGuide } from '#app/accounts/presenters/first_run_guide'
export { createUser, type NewUser } from '#app/accounts/actions/create_user'
export { createDemoUser } from '#app/accounts/actions/create_demo_user'
export { assignRole, disableUser, enableUser } from '#app/accounts/actions/switch_user'
export { assertFresh } from '#app/accounts/middleware/fresh'
export { guardAccount, guardStaff, signedInUser } from '#app/accounts/middleware/guards'
