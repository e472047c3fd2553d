import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { sendFormAgain } from '#core/web'
import { firstRunPath } from '#app/accounts/presenters/first_run_guide'
import { isSettingUp } from '#app/accounts/queries/first_run'

/** Leads to the sign-in page and back to the page that was asked for; a form is kept. */
export class E_SIGN_IN_REQUIRED extends Exception {
  static override status = 401
  static override code = 'E_SIGN_IN_REQUIRED'
  static override message = 'This page needs a signed-in user'

  async handle(error: this, ctx: HttpContext) {
    const { request, response, i18n } = ctx
    if (request.accepts(['html', 'json']) === 'json') {
      return response.status(error.status).send({ error: error.code })
    }
    if (request.method() !== 'GET' && request.method() !== 'HEAD') {
      return sendFormAgain(ctx, {
        title: i18n.t('accounts.signed_out.title'),
        text: i18n.t('accounts.signed_out.form_kept'),
        open: {
          label: i18n.t('accounts.signed_out.open'),
          href: urlFor('accounts.sign_in.create'),
        },
        status: error.status,
      })
    }
    const to = urlFor('accounts.sign_in.create', {}, { next: request.url(true) })
    return response.redirect().status(303).toPath(to)
  }
}

/**
 * The role asks for a second factor and the person has none: that is set up before all else, in
 * the first run after the steps before it.
 */
export class E_TWO_FACTOR_MISSING extends Exception {
  static override status = 403
  static override code = 'E_TWO_FACTOR_MISSING'
  static override message = 'This person must set up a second factor first'

  async handle(error: this, { request, response, auth }: HttpContext) {
    if (request.accepts(['html', 'json']) === 'json') {
      return response.status(error.status).send({ error: error.code })
    }
    const isFirstRun = await isSettingUp(auth.use('web').getUserOrFail())
    const to = isFirstRun ? firstRunPath() : urlFor('accounts.two_factor.show')
    return response.redirect().status(303).toPath(to)
  }
}

/**
 * The page is a dangerous one and the password was given too long ago. After a GET the person goes
 * on to the page; a form is not sent again for them, but nothing that they typed is lost.
 */
export class E_CONFIRMATION_REQUIRED extends Exception {
  static override status = 403
  static override code = 'E_CONFIRMATION_REQUIRED'
  static override message = 'This page asks for the password again'

  async handle(error: this, ctx: HttpContext) {
    const { request, response, i18n } = ctx
    if (request.accepts(['html', 'json']) === 'json') {
      return response.status(error.status).send({ error: error.code })
    }
    if (request.method() === 'GET') {
      const to = urlFor('accounts.confirmations.create', {}, { next: request.url(true) })
      return response.redirect().status(303).toPath(to)
    }
    return sendFormAgain(ctx, {
      title: i18n.t('accounts.confirmation.title'),
      text: i18n.t('accounts.confirmation.form_kept'),
      open: {
        label: i18n.t('accounts.confirmation.open'),
        href: urlFor('accounts.confirmations.create'),
      },
      status: error.status,
    })
  }
}

/** The user is known and may not do this. */
export class E_PERMISSION_MISSING extends Exception {
  static override status = 403
  static override code = 'E_PERMISSION_MISSING'
}

/** The record exists outside the locations that this user works for, which is nobody's business. */
export class E_OUT_OF_SCOPE extends Exception {
  static override status = 404
  static override code = 'E_OUT_OF_SCOPE'
  static override message = 'No such record for this user'
}
