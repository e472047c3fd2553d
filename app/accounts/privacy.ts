import { dataMap, notPersonal, personal, type PersonalRule } from '#core/privacy'

/** The account itself: needed for as long as the person has one. */
const account: PersonalRule = {
  purpose: 'service',
  basis: 'contract',
  retention: 'with_owner',
  export: true,
  erase: 'delete',
}
/** Keeps strangers out; swept hourly, a day after it ended at the latest. */
const security: PersonalRule = {
  purpose: 'security',
  basis: 'legitimate_interest',
  retention: { months: 1 },
  export: true,
  erase: 'delete',
}
const secret: PersonalRule = { ...security, export: false }

export default dataMap({
  accounts_users: {
    ...notPersonal('id', 'public_id', 'kind', 'role', 'locale', 'format_locale', 'disabled_at'),
    ...notPersonal('theme', 'density', 'single_keys', 'is_demo', 'two_factor_at'),
    ...notPersonal('created_at', 'updated_at', 'version'),
    ...personal(account, 'email', 'first_name', 'last_name'),
    ...personal({ ...account, export: false }, 'password'),
  },
  accounts_roles: notPersonal(
    ...['id', 'key', 'name', 'permissions', 'requires_two_factor'],
    ...['created_at', 'updated_at', 'version']
  ),
  accounts_two_factors: {
    ...notPersonal('user_id', 'last_step', 'created_at'),
    ...personal({ ...secret, retention: 'with_owner' }, 'secret'),
  },
  accounts_recovery_codes: {
    ...notPersonal('id', 'user_id', 'used_at'),
    ...personal({ ...secret, retention: 'with_owner' }, 'hash'),
  },
  accounts_sign_in_steps: {
    ...notPersonal('user_id', 'expires_at'),
    ...personal(secret, 'id'),
  },
  accounts_user_locations: notPersonal('user_id', 'location_id'),
  accounts_sessions: {
    ...notPersonal('id', 'public_id', 'user_id'),
    ...personal(secret, 'data'),
    ...personal(security, 'device', 'signed_in_at', 'last_seen_at', 'expires_at'),
  },
  accounts_tokens: {
    ...notPersonal('id', 'user_id', 'purpose', 'created_at', 'expires_at', 'used_at'),
    ...personal(secret, 'hash'),
  },
  accounts_reset_requests: {
    ...notPersonal('id', 'requested_at'),
    ...personal(secret, 'email'),
  },
  accounts_registrations: {
    ...notPersonal('id', 'locale', 'requested_at', 'expires_at'),
    ...personal(account, 'email', 'first_name', 'last_name'),
    ...personal(secret, 'hash'),
  },
  accounts_email_changes: {
    ...notPersonal('id', 'user_id', 'requested_at', 'expires_at'),
    ...personal(account, 'email'),
    ...personal(secret, 'hash'),
  },
  accounts_sign_in_failures: {
    ...notPersonal('failures', 'since', 'retry_at'),
    ...personal(secret, 'account'),
  },
})
