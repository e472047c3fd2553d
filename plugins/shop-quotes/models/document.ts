import { BaseModel, beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { Locale } from '#core/organisation'
import { amount, instant, json, randomId } from '#core/platform'
import type { Series } from '#plugins/shop-quotes/domain/document_number'
import type { PaperContent, PaperKind } from '#plugins/shop-quotes/domain/papers'
import { Order } from '#plugins/shop-quotes/models/order'

/** A receipt or credit note as it was issued; the database refuses to change or remove it. */
export class Document extends BaseModel {
  static override table = 'shop_quotes_documents'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare publicId: string

  @column()
  declare series: Series

  @column()
  declare year: number

  @column()
  declare nth: number

  /** `R-2026-00042` */
  @column()
  declare number: string

  @column()
  declare kind: PaperKind

  @column()
  declare orderId: number

  /** What a credit note gives back. */
  @column()
  declare refundId: number | null

  /** Local day of the organisation. */
  @column()
  declare issuedOn: string

  @column()
  declare locale: Locale

  @json()
  declare content: PaperContent

  @amount()
  declare totalMinor: number

  @instant()
  declare createdAt: number

  @belongsTo(() => Order)
  declare order: BelongsTo<typeof Order>

  @beforeCreate()
  static fillDefaults(document: Document) {
    document.publicId ??= randomId()
    document.refundId ??= null
  }
}
