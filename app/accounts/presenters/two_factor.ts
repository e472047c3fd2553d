import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith, renderPanel } from '#core/admin'
import { qrCode } from '#core/documents'
import { urlFor } from '#core/platform'
import type { FieldErrors } from '#core/web'
import { leadToAccount, renderAccount } from '#app/accounts/account_pages'
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
  return renderForPerson(ctx, 'two_factor', {
    title: i18n.t('accounts.two_factor.title'),
    isOn,
    mustHave: await lacksTwoFactor(user),
    left: isOn ? await recoveryCodesLeft(user.id) : 0,
    secret: secret?.replaceAll(/(.{4})(?=.)/g, '$1 ') ?? null,
    qr: secret ? qrCode(totpUri(secret, { issuer, label: user.email })) : null,
    errors,
  })
}

/** Back to the page, which then says what happened. */
export function leadToTwoFactor(ctx: HttpContext, text: string): void {
  const lead = ctx.auth.use('web').getUserOrFail().isStaff ? redirectWith : leadToAccount
  lead(ctx, urlFor('accounts.two_factor.show'), { tone: 'success', text })
}

/** The only time that these codes can be read. */
export async function renderRecoveryCodes(ctx: HttpContext, codes: string[]) {
  const user = ctx.auth.use('web').getUserOrFail()
  const lines = [ctx.i18n.t('accounts.two_factor.codes.title'), user.email, '', ...codes, '']
  return renderForPerson(ctx, 'recovery_codes', {
    title: ctx.i18n.t('accounts.two_factor.codes.title'),
    codes,
    download: `data:text/plain;charset=utf-8,${encodeURIComponent(lines.join('\r\n'))}`,
    next: user.isStaff ? landingPath(user) : urlFor('accounts.two_factor.show'),
  })
}

/** People who work here stay in the panel, customers in "My account". */
function renderForPerson(
  ctx: HttpContext,
  page: string,
  data: Record<string, unknown> & { title: string }
) {
  if (!ctx.auth.use('web').getUserOrFail().isStaff) {
    return renderAccount(ctx, `accounts/pages/${page}`, data)
  }
  const settings = {
    label: ctx.i18n.t('accounts.me.title'),
    href: urlFor('accounts.own_settings.edit'),
  }
  const back = ctx.can('admin.view') ? settings : null
  return renderPanel(ctx, `admin/accounts/${page}`, { ...data, back })
}
