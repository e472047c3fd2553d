import { beforeCreate, column } from '@adonisjs/lucid/orm'
import { flag, randomId, VersionedModel } from '#core/platform'

export const RESOURCE_KINDS = ['person', 'room', 'device', 'counter'] as const
export type ResourceKind = (typeof RESOURCE_KINDS)[number]

/** What an appointment occupies: a person, room, device or counter of one location. */
export class Resource extends VersionedModel {
  static override table = 'scheduling_resources'

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

  @beforeCreate()
  static fillDefaults(resource: Resource) {
    resource.publicId ??= randomId()
    resource.units ??= 1
    resource.position ??= 0
    resource.active ??= true
  }
}
