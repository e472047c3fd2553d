import { beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { FormVersion, type Answers } from '#core/forms'
import { json, randomId, VersionedModel } from '#core/platform'

/** What was answered to the version of a form that was shown. */
export type Answered = { formVersionId: number; answers: Answers }

/**
 * Answers to the form of a service, with their files. The same row goes from the line of a cart to
 * that of an order or of a request for a quote, so files never change hands.
 */
export class FilledForm extends VersionedModel {
  static override table = 'shop_quotes_filled_forms'

  @column()
  declare publicId: string

  @column()
  declare formVersionId: number

  @json()
  declare answers: Answers

  @belongsTo(() => FormVersion)
  declare formVersion: BelongsTo<typeof FormVersion>

  @beforeCreate()
  static fillDefaults(form: FilledForm) {
    form.publicId ??= randomId()
  }
}
