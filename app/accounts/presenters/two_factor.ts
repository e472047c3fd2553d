import type { HttpContext } from '@adonisjs/core/http'
import { qrCode } from '#core/documents'
import { urlFor } from '#core/platform'
import type { FieldErrors } from '#core/web'
import { renderAccount } from '#app/accounts/account_pages'
import { totpUri } from '#app/accounts/drivers/totp'
import { landingPath } from '#app/accounts/queries/landing_path'
import {
  hasTwoFactor,
  lacksTwoFactor,
  recoveryCodesLeft,
  totpSecretOf,
} from '#app/accounts/queries/two_factor'

/** The page in the state in which the person is: nothing yet, half set up, on. */
export async function renderTwoFactor(ctx: HttpContext, errors: FieldErrors) {
  const { auth, i18n, organisation, response } = ctx
  const user = auth.use('web').getUserOrFail()
  const isOn = hasTwoFactor(user)
  const secret = isOn ? null : await totpSecretOf(user.id)
  const issuer = organisation.name || 'Sportello'
  if (Object.keys(errors).length > 0) response.status(422)
  return renderAccount(ctx, 'accounts/pages/two_factor', {
    title: i18n.t('accounts.two_factor.title'),
    isOn,
    mustHave: await lacksTwoFactor(user),
    left: isOn ? await recoveryCodesLeft(user.id) : 0,
    secret: secret?.replaceAll(/(.{4})(?=.)/g, '$1 ') ?? null,
    qr: secret ? qrCode(totpUri(secret, { issuer, label: user.email })) : null,
    errors,
  })
}

/** The only time that these codes can be read. */
export async function renderRecoveryCodes(ctx: HttpContext, codes: string[]) {
  const user = ctx.auth.use('web').getUserOrFail()
  const lines = [ctx.i18n.t('accounts.two_factor.codes.title'), user.email, '', ...codes, '']
  return renderAccount(ctx, 'accounts/pages/recovery_codes', {
    title: ctx.i18n.t('accounts.two_factor.codes.title'),
    codes,
    download: `data:text/plain;charset=utf-8,${encodeURIComponent(lines.join('\r\n'))}`,
    next: user.isStaff ? landingPath(user) : urlFor('accounts.two_factor.show'),
  })
}
