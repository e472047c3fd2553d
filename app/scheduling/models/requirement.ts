import { BaseModel, beforeCreate, column, manyToMany } from '@adonisjs/lucid/orm'
import { Resource } from '#app/scheduling/models/resource'
import type { ManyToMany } from '@adonisjs/lucid/types/relations'

/** A service needs `need` places out of these resources; all its requirements at once. */
export class Requirement extends BaseModel {
  static override table = 'scheduling_requirements'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare serviceId: number

  @column()
  declare need: number

  @column()
  declare position: number

  @manyToMany(() => Resource, { pivotTable: 'scheduling_requirement_resources' })
  declare resources: ManyToMany<typeof Resource>

  @beforeCreate()
  static fillDefaults(requirement: Requirement) {
    requirement.need ??= 1
    requirement.position ??= 0
  }
}
