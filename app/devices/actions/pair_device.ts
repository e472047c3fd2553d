import { audit } from '#core/audit'
import {
  clock,
  hashToken,
  rows,
  transaction,
  type Actor,
  type Result,
  type Trx,
} from '#core/platform'
import type { Device } from '#app/devices/definition'
import { PairedDevice } from '#app/devices/models/paired_device'

type Refusal = 'unknown_code' | 'expired_code'
type NewDevice = Omit<Device, 'id'> & { code: string; actor: Actor }

/** Turns a waiting browser into a device. A code serves once, however many people type it. */
export async function pairDevice({
  code,
  actor,
  ...values
}: NewDevice): Promise<Result<{ id: number }, Refusal>> {
  return transaction(async (trx) => {
    const codeHash = hashToken(code)
    const tokenHash = await useCode(trx, codeHash)
    if (!tokenHash) return { ok: false, reason: await whyNot(trx, codeHash) }
    const times = { cookieSentAt: clock.now(), lastSeenAt: clock.now() }
    const device = await PairedDevice.create({ ...values, tokenHash, ...times }, { client: trx })
    await audit(trx, {
      ...{ actor, action: 'devices.paired', object: 'devices.device', objectId: device.id },
      changes: { name: [null, values.name], location_id: [null, values.locationId] },
    })
    return { ok: true, id: device.id }
  })
}

/** The secret that waits under this code; its row is taken away by exactly one of any number. */
async function useCode(trx: Trx, codeHash: string): Promise<string | null> {
  const [used] = await rows<{ token_hash: string }>(
    trx,
    'delete from devices_pairings where code_hash = ? and expires_at > ? returning token_hash',
    [codeHash, clock.now()]
  )
  return used?.token_hash ?? null
}

async function whyNot(trx: Trx, codeHash: string): Promise<Refusal> {
  const expired = await trx.from('devices_pairings').where('code_hash', codeHash).first()
  return expired ? 'expired_code' : 'unknown_code'
}
