import { column, hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { VersionedModel } from '#core/platform'
import { FormVersion } from '#app/forms/models/form_version'

/** A form that staff edit, e.g. the questions of one service. Its fields live in versions. */
export class FormDefinition extends VersionedModel {
  static override table = 'forms_definitions'

  @column()
  declare publicId: string

  /** For staff only; customers read the labels of the fields. */
  @column()
  declare name: string

  /** Number of the version that new answers are given to. */
  @column()
  declare currentNumber: number

  @hasMany(() => FormVersion, { foreignKey: 'definitionId' })
  declare versions: HasMany<typeof FormVersion>
}
