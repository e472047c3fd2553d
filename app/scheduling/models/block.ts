import { BaseModel, beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import { clock, instant } from '#core/platform'
import { Location } from '#core/organisation'
import { Resource } from '#app/scheduling/models/resource'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** An interval in which a resource, or a whole location, takes nobody. */
export class Block extends BaseModel {
  static override table = 'scheduling_blocks'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare locationId: number

  /** Null: every resource of the location. */
  @column()
  declare resourceId: number | null

  @instant()
  declare startsAt: number

  @instant()
  declare endsAt: number

  @column()
  declare reason: string | null

  @column()
  declare version: number

  @instant()
  declare createdAt: number

  @instant()
  declare updatedAt: number

  @belongsTo(() => Location)
  declare location: BelongsTo<typeof Location>

  @belongsTo(() => Resource)
  declare resource: BelongsTo<typeof Resource>

  @beforeCreate()
  static fillDefaults(block: Block) {
    block.version ??= 1
    block.createdAt ??= clock.now()
    block.updatedAt ??= block.createdAt
  }
}
