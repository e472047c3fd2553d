import { BaseModel, beforeCreate, column } from '@adonisjs/lucid/orm'
import { instant, json, randomId, type Actor } from '#core/platform'
import type { Deed } from '#plugins/shop-quotes/domain/deeds'

/** What was said or done about an order or a quote; the database refuses to change or remove it. */
export class Entry extends BaseModel {
  static override table = 'shop_quotes_entries'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare publicId: string

  @column()
  declare orderId: number | null

  @column()
  declare quoteId: number | null

  @column()
  declare deed: Deed

  /** Null of the first. */
  @column()
  declare fromState: string | null

  @column()
  declare toState: string

  @column()
  declare text: string | null

  /** What staff changed, before and after: `{ assigneeId: [null, 3] }`. */
  @json()
  declare changes: Record<string, [before: unknown, after: unknown]> | null

  @column()
  declare actorKind: Actor['kind']

  @column()
  declare actorId: number | null

  @instant()
  declare createdAt: number

  @beforeCreate()
  static fillDefaults(entry: Entry) {
    entry.publicId ??= randomId()
    entry.orderId ??= null
    entry.quoteId ??= null
    entry.text ??= null
    entry.changes ??= null
  }
}
