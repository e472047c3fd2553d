import { column } from '@adonisjs/lucid/orm'
import { instant, VersionedModel } from '#core/platform'
import type { Device } from '#app/devices/definition'

/** A browser that staff let in as a kiosk or screen, until they revoke it: then there is no row. */
export class PairedDevice extends VersionedModel {
  static override table = 'devices_devices'

  @column()
  declare name: string

  @column()
  declare kind: string

  @column()
  declare subjectId: number

  @column()
  declare locationId: number

  /** Of the secret in its cookie, which is stored nowhere. */
  @column({ serializeAs: null })
  declare tokenHash: string

  @instant()
  declare cookieSentAt: number

  @instant()
  declare lastSeenAt: number

  asDevice(): Device {
    const { id, kind, subjectId, locationId, name } = this
    return { id, kind, subjectId, locationId, name }
  }
}
