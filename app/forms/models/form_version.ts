import { BaseModel, column } from '@adonisjs/lucid/orm'
import { instant, json } from '#core/platform'
import type { FormField } from '#app/forms/domain/fields'

/** The fields of a form at one time. Never changed: stored answers are read with it. */
export class FormVersion extends BaseModel {
  static override table = 'forms_versions'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare definitionId: number

  /** 1, 2, 3 … within the definition. */
  @column()
  declare number: number

  @json()
  declare fields: FormField[]

  @instant()
  declare createdAt: number
}
