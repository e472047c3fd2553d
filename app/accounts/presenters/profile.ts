import type { I18n } from '@adonisjs/i18n'
import { LOCALE_NAMES, type Locale } from '#core/organisation'
import type { User } from '#app/accounts/models/user'
import { roleName } from '#app/accounts/queries/roles'

/** The lines of a person's own account; staff see their role too. */
export function presentProfile(user: User, i18n: I18n) {
  const { role } = user
  const roleWords =
    role === null ? i18n.t('accounts.roles.none') : roleName(role, i18n.locale as Locale)
  return [
    { label: i18n.t('accounts.account.name'), text: user.name },
    { label: i18n.t('accounts.account.email'), text: user.email },
    { label: i18n.t('accounts.account.language'), text: LOCALE_NAMES[user.locale] },
    ...(user.isStaff ? [{ label: i18n.t('accounts.account.role'), text: roleWords }] : []),
  ]
}
