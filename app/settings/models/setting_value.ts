import { BaseModel, column } from '@adonisjs/lucid/orm'
import { instant, json } from '#core/platform'

/** A stored value of a setting, for the organisation (`locationId` 0) or for one location. */
export class SettingValue extends BaseModel {
  static override table = 'settings_values'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare key: string

  @column()
  declare locationId: number

  @json()
  declare value: unknown

  @column()
  declare version: number

  @instant()
  declare updatedAt: number
}
