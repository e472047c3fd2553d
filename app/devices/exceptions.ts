import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'

/** A page of its own, which leads to the pairing of devices and never to a sign-in. */
class DeviceRefused extends Exception {
  async handle(error: this, { request, response, view, i18n }: HttpContext) {
    response.status(error.status).header('cache-control', 'no-store')
    if (request.accepts(['html', 'json']) === 'json') return response.send({ error: error.code })
    const [title, text] = ['title', 'text'].map((part) =>
      i18n.t(`devices.refused.${error.status}.${part}`)
    )
    return response.send(await view.render('devices/pages/refused', { title, text }))
  }
}

/** The page is one of a kiosk or screen, and this browser is none. */
export class E_DEVICE_NOT_PAIRED extends DeviceRefused {
  static override status = 401
  static override code = 'E_DEVICE_NOT_PAIRED'
  static override message = 'This page needs a paired device'
}

/** The page is one of another kind of device. */
export class E_OTHER_DEVICE extends DeviceRefused {
  static override status = 403
  static override code = 'E_OTHER_DEVICE'
  static override message = 'This page is for another kind of device'
}
