import { beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { Translated } from '#core/organisation'
import { flag, json, keepWhole, VersionedModel } from '#core/platform'

/** S1: a place in the tree of what the shop offers. */
export class Category extends VersionedModel {
  static override table = 'shop_quotes_categories'

  /** Its part of the address, `lenses`. */
  @column()
  declare slug: string

  @column()
  declare parentId: number | null

  @json()
  declare name: Translated

  @json()
  declare description: Translated | null

  /** Among those with the same parent, lowest first. */
  @column()
  declare position: number

  @flag()
  declare active: boolean

  @belongsTo(() => Category, { foreignKey: 'parentId' })
  declare parent: BelongsTo<typeof Category>

  @beforeCreate()
  static fillDefaults(category: Category) {
    category.parentId ??= null
    category.position ??= 0
    category.active ??= true
  }
}

keepWhole(Category)
