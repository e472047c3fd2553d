import { beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { instant, json, randomId, VersionedModel } from '#core/platform'
import type { TaskKind } from '#plugins/shop-quotes/domain/arrival'
import { BankLine } from '#plugins/shop-quotes/models/bank_line'
import { Order } from '#plugins/shop-quotes/models/order'

/** What a payment or a message of a provider left for staff to decide. */
export class Task extends VersionedModel {
  static override table = 'shop_quotes_tasks'

  @column()
  declare publicId: string

  @column()
  declare kind: TaskKind

  @column()
  declare orderId: number | null

  /** That of the order; null: the whole organisation. */
  @column()
  declare locationId: number | null

  @column()
  declare paymentId: number | null

  @column()
  declare bankLineId: number | null

  /** The money it is about, and what a provider said. */
  @json()
  declare details: { amountMinor?: number; currency?: string; reason?: string }

  @instant()
  declare doneAt: number | null

  @column()
  declare doneById: number | null

  /** What was decided. */
  @column()
  declare decision: string | null

  @belongsTo(() => Order)
  declare order: BelongsTo<typeof Order>

  @belongsTo(() => BankLine)
  declare bankLine: BelongsTo<typeof BankLine>

  @beforeCreate()
  static fillDefaults(task: Task) {
    task.publicId ??= randomId()
    task.doneAt ??= null
  }
}
