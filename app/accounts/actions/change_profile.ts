import { audit } from '#core/audit'
import type { Locale } from '#core/organisation'
import { transaction } from '#core/platform'
import type { User } from '#app/accounts/models/user'

type Profile = {
  firstName: string
  lastName: string
  locale: Locale
  formatLocale: Locale | null
}

/** A person changes their own name and language. */
export async function changeProfile(user: User, profile: Profile): Promise<void> {
  const { firstName, lastName, locale, formatLocale } = user
  await transaction(async (trx) => {
    user.merge({ ...profile, version: user.version + 1 })
    await user.useTransaction(trx).save()
    await audit(trx, {
      actor: { kind: user.kind, id: user.id },
      action: 'accounts.profile_changed',
      object: 'accounts.user',
      objectId: user.id,
      changes: {
        firstName: [firstName, user.firstName],
        lastName: [lastName, user.lastName],
        locale: [locale, user.locale],
        formatLocale: [formatLocale, user.formatLocale],
      },
    })
  })
}
