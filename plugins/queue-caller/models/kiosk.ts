import { beforeCreate, column } from '@adonisjs/lucid/orm'
import type { Locale } from '#core/organisation'
import { json, keepWhole, VersionedModel } from '#core/platform'

/** What a ticket dispenser offers. */
export class Kiosk extends VersionedModel {
  static override table = 'queue_caller_kiosks'

  @column()
  declare locationId: number

  @column()
  declare name: string

  /** Empty: all lines of the location. */
  @json()
  declare lineIds: number[]

  @json()
  declare locales: Locale[]

  @beforeCreate()
  static fillDefaults(kiosk: Kiosk) {
    kiosk.lineIds ??= []
  }
}

keepWhole(Kiosk)
