import type { HttpContext } from '@adonisjs/core/http'
import { clock, hashToken, urlFor } from '#core/platform'
import { deviceToken } from '#app/devices/cookie'
import { pairingCode, writtenCode } from '#app/devices/domain/pairing_code'
import { activeKinds } from '#app/devices/queries/kinds'
import { pairedByHash } from '#app/devices/queries/paired_devices'
import { waitingUntil } from '#app/devices/queries/waiting_until'

/** How far this browser is on its way to be a kiosk or screen. */
export type Pairing =
  | { state: 'none' | 'expired' | 'resting' }
  | { state: 'waiting'; code: string }
  | { state: 'paired'; start: string }

/** Seconds after which the page looks again by itself. */
export const LOOKS_AGAIN: Partial<Record<Pairing['state'], number>> = { waiting: 5, resting: 30 }

export async function pairingOf(ctx: HttpContext): Promise<Pairing> {
  const token = deviceToken(ctx)
  if (token === null) return { state: 'none' }
  const hash = hashToken(token)
  const device = await pairedByHash(hash)
  if (device) {
    const kind = (await activeKinds()).find(({ id }) => id === device.kind)
    return kind ? { state: 'paired', start: urlFor(kind.start) } : { state: 'resting' }
  }
  const until = await waitingUntil(hash)
  if (until === null) return { state: 'none' }
  if (until <= clock.now()) return { state: 'expired' }
  return { state: 'waiting', code: writtenCode(pairingCode(token)) }
}
