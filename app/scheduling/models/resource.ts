import { BaseModel, beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import { clock, flag, instant, randomId } from '#core/platform'
import { Location } from '#core/organisation'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

export const RESOURCE_KINDS = ['person', 'room', 'device', 'counter'] as const
export type ResourceKind = (typeof RESOURCE_KINDS)[number]

/** What an appointment occupies: a person, room, device or counter of one location. */
export class Resource extends BaseModel {
  static override table = 'scheduling_resources'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare publicId: string

  @column()
  declare locationId: number

  @column()
  declare kind: ResourceKind

  @column()
  declare name: string

  /** How many identical ones; three cabins are one resource with 3 units. */
  @column()
  declare units: number

  @column()
  declare position: number

  /** An inactive one is not used for new reservations. */
  @flag()
  declare active: boolean

  @column()
  declare version: number

  @instant()
  declare createdAt: number

  @instant()
  declare updatedAt: number

  @belongsTo(() => Location)
  declare location: BelongsTo<typeof Location>

  @beforeCreate()
  static fillDefaults(resource: Resource) {
    resource.publicId ??= randomId()
    resource.units ??= 1
    resource.position ??= 0
    resource.active ??= true
    resource.version ??= 1
    resource.createdAt ??= clock.now()
    resource.updatedAt ??= resource.createdAt
  }
}
