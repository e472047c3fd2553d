import { column } from '@adonisjs/lucid/orm'
import { json, VersionedModel } from '#core/platform'
import type { Translated } from '#app/organisation/domain/translated'

/** A project that funds the organisation; its logo stands in the footer of every public page. */
export class Funder extends VersionedModel {
  static override table = 'organisation_funders'

  /** What staff call it. */
  @column()
  declare name: string

  /** What the logo says, for people who do not see it. */
  @json()
  declare alternative: Translated

  @column()
  declare link: string | null

  @column()
  declare position: number
}
