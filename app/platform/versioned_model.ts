import { BaseModel, beforeCreate, column } from '@adonisjs/lucid/orm'
import { clock } from '#app/platform/clock'
import { instant } from '#app/platform/columns'

/** A row that people edit: its version shows that somebody else was faster. */
export class VersionedModel extends BaseModel {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare version: number

  @instant()
  declare createdAt: number

  @instant()
  declare updatedAt: number

  @beforeCreate()
  static begin(row: VersionedModel) {
    row.version ??= 1
    row.createdAt ??= clock.now()
    row.updatedAt ??= row.createdAt
  }
}
