import { beforeCreate, belongsTo, column, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { User } from '#core/accounts'
import { Customer } from '#core/customers'
import { Location, type Locale } from '#core/organisation'
import { amount, instant, json, randomId, VersionedModel } from '#core/platform'
import type { Billing } from '#plugins/shop-quotes/domain/billing'
import type { OrderState } from '#plugins/shop-quotes/domain/order_states'
import type { Method } from '#plugins/shop-quotes/domain/payment_states'
import type { PaymentState } from '#plugins/shop-quotes/domain/paid'
import type { Totals } from '#plugins/shop-quotes/domain/totals'
import { Entry } from '#plugins/shop-quotes/models/entry'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'
import { QuoteVersion } from '#plugins/shop-quotes/models/quote_version'

/** What a customer has bound themselves to pay: docs/domain/orders-and-quotes.md. */
export class Order extends VersionedModel {
  static override table = 'shop_quotes_orders'

  @column()
  declare publicId: string

  /** `O-2026-00042` */
  @column()
  declare number: string

  @column()
  declare customerId: number

  /** Null: the whole organisation. */
  @column()
  declare locationId: number | null

  /** Where it came from: one cart, or one version of a quote, makes one order. */
  @column()
  declare cartId: number | null

  @column()
  declare quoteVersionId: number | null

  @column()
  declare locale: Locale

  @column()
  declare state: OrderState

  @column()
  declare currency: string

  @json()
  declare totals: Totals

  @amount()
  declare netMinor: number

  @amount()
  declare totalMinor: number

  /** Sum of settled payments, and of what was paid back. */
  @amount()
  declare paidMinor: number

  @amount()
  declare repaidMinor: number

  /** What is no longer owed since the customer has withdrawn. */
  @amount()
  declare withdrawnMinor: number

  /** Derived from the sums by `paymentState`; kept so that lists can ask for it. */
  @column()
  declare paymentState: PaymentState

  @column()
  declare method: Method

  /** Creditor reference of a bank transfer, `RF18…`. */
  @column()
  declare reference: string

  @json()
  declare billing: Billing

  @column()
  declare termsId: number | null

  /** When the customer asked to begin before the time for withdrawing is over. */
  @instant()
  declare earlyStartAt: number | null

  /** Last day to pay, and its end; null where nothing is to be paid or it has been. */
  @column()
  declare lastDay: string | null

  @instant()
  declare expiresAt: number | null

  @column()
  declare assigneeId: number | null

  /** Words of the staff about what came of it; files hang on the entry. */
  @column()
  declare outcome: string | null

  @instant()
  declare paidAt: number | null

  @instant()
  declare endedAt: number | null

  @instant()
  declare changedAt: number

  @belongsTo(() => Customer)
  declare customer: BelongsTo<typeof Customer>

  @belongsTo(() => Location)
  declare location: BelongsTo<typeof Location>

  @belongsTo(() => User, { foreignKey: 'assigneeId' })
  declare assignee: BelongsTo<typeof User>

  @belongsTo(() => QuoteVersion)
  declare quoteVersion: BelongsTo<typeof QuoteVersion>

  @hasMany(() => OrderLine)
  declare lines: HasMany<typeof OrderLine>

  @hasMany(() => Entry)
  declare entries: HasMany<typeof Entry>

  @beforeCreate()
  static fillDefaults(order: Order) {
    order.publicId ??= randomId()
    order.state ??= 'placed'
    order.paidMinor ??= 0
    order.repaidMinor ??= 0
    order.withdrawnMinor ??= 0
  }
}
