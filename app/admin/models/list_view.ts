import { column } from '@adonisjs/lucid/orm'
import { flag, json, VersionedModel } from '#core/platform'

/** What a list shows, kept under a name by the person who uses it so. */
export class ListView extends VersionedModel {
  static override table = 'admin_list_views'

  @column()
  declare publicId: string

  @column()
  declare userId: number

  /** Id of the resource. */
  @column()
  declare list: string

  @column()
  declare name: string

  /** Names that differ by case alone are one. */
  @column()
  declare nameKey: string

  /** Query of the list's address. */
  @json()
  declare address: Record<string, string>

  /** Also for all others who may see the list. */
  @flag()
  declare shared: boolean
}
