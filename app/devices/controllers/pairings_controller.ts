import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { throttle } from '#core/web'
import { beginPairing } from '#app/devices/actions/begin_pairing'
import { deviceTokenHash, sendDeviceCookie } from '#app/devices/cookie'
import { PAIRING_LIMIT } from '#app/devices/limits'
import { LOOKS_AGAIN, pairingOf } from '#app/devices/presenters/pairing'

/** A browser becomes a kiosk or screen: it shows a code, and staff type it in the panel. */
export default class PairingsController {
  async show(ctx: HttpContext) {
    const { response, view, i18n } = ctx
    response.header('cache-control', 'no-store')
    const pairing = await pairingOf(ctx)
    if (pairing.state === 'paired') return response.redirect().status(303).toPath(pairing.start)
    const again = LOOKS_AGAIN[pairing.state]
    if (again) response.header('refresh', again)
    const title = i18n.t(`devices.pairing.${pairing.state}.title`)
    return view.render('devices/pages/pairing', { title, pairing })
  }

  async store(ctx: HttpContext) {
    await throttle(ctx, PAIRING_LIMIT)
    // Who sends the form of an old page again stays what they have become.
    const { state } = await pairingOf(ctx)
    if (state !== 'paired' && state !== 'resting')
      sendDeviceCookie(ctx, await beginPairing(deviceTokenHash(ctx)))
    return ctx.response.redirect().status(303).toPath(urlFor('devices.pairings.show'))
  }
}
