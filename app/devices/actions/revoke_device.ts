import { audit } from '#core/audit'
import { transaction, type Actor } from '#core/platform'
import type { PairedDevice } from '#app/devices/models/paired_device'

/** Its secret opens nothing from now on; open sockets end at their next check. */
export async function revokeDevice({ id, name }: PairedDevice, actor: Actor): Promise<void> {
  await transaction(async (trx) => {
    await trx.from('devices_devices').where('id', id).delete()
    await audit(trx, {
      ...{ actor, action: 'devices.revoked', object: 'devices.device', objectId: id },
      changes: { name: [name, null] },
    })
  })
}
