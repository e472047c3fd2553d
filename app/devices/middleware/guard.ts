import type { HttpContext } from '@adonisjs/core/http'
import { clock, transaction } from '#core/platform'
import { noteSeen } from '#app/devices/actions/note_seen'
import { deviceToken, deviceTokenHash, sendDeviceCookie } from '#app/devices/cookie'
import type { Device } from '#app/devices/definition'
import { E_DEVICE_NOT_PAIRED, E_OTHER_DEVICE } from '#app/devices/exceptions'
import type { PairedDevice } from '#app/devices/models/paired_device'
import { pairedByHash } from '#app/devices/queries/paired_devices'

const DAY = 24 * 3600_000
const found = new WeakMap<HttpContext, Device>()

/** Lets a paired device of this kind pass. Nobody is signed in, and no session is started. */
export async function guardDevice(ctx: HttpContext, kind: string): Promise<Device> {
  const paired = await pairedDevice(ctx)
  if (!paired) throw new E_DEVICE_NOT_PAIRED()
  if (paired.kind !== kind) throw new E_OTHER_DEVICE()
  ctx.response.header('cache-control', 'no-store')
  await renewCookie(ctx, paired)
  await noteSeen([paired])
  const device = paired.asDevice()
  found.set(ctx, device)
  return device
}

/** The device behind a request of a device route (its guard has found it). */
export function deviceOf(ctx: HttpContext): Device {
  const device = found.get(ctx)
  if (!device) throw new Error(`The route ${ctx.route?.name} is not one of a device`)
  return device
}

/** The paired device whose secret the request brings, also at the handshake of a socket. */
export async function pairedDevice(
  ctx: Pick<HttpContext, 'request'>
): Promise<PairedDevice | null> {
  const hash = deviceTokenHash(ctx)
  return hash === null ? null : pairedByHash(hash)
}

/** Browsers forget every cookie some day: one that is in use begins anew once a day. */
async function renewCookie(ctx: HttpContext, device: PairedDevice): Promise<void> {
  const now = clock.now()
  if (now - device.cookieSentAt < DAY) return
  sendDeviceCookie(ctx, deviceToken(ctx)!)
  await transaction((trx) =>
    trx.from('devices_devices').where('id', device.id).update({ cookie_sent_at: now })
  )
}
