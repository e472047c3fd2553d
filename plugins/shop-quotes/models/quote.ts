import { beforeCreate, belongsTo, column, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { User } from '#core/accounts'
import { Customer } from '#core/customers'
import { Location, type Locale } from '#core/organisation'
import { instant, json, randomId, VersionedModel } from '#core/platform'
import type { QuoteState } from '#plugins/shop-quotes/domain/quote_states'
import { Entry } from '#plugins/shop-quotes/models/entry'
import { QuoteVersion } from '#plugins/shop-quotes/models/quote_version'
import { Wish } from '#plugins/shop-quotes/models/wish'

/** What is kept of an acceptance, as proof of what was agreed to. */
export type Acceptance = {
  at: number
  versionId: number
  /** Of the version as it was shown, and the total with the optional lines that were chosen. */
  digest: string
  totalMinor: number
  /** Public ids of the optional lines that were chosen. */
  chosen: string[]
  /** SHA-256 of the address from which it came. */
  addressDigest: string
  termsId: number | null
}

/** A request for a quote and what comes of it: docs/domain/orders-and-quotes.md. */
export class Quote extends VersionedModel {
  static override table = 'shop_quotes_quotes'

  @column()
  declare publicId: string

  /** `Q-2026-00042` */
  @column()
  declare number: string

  @column()
  declare customerId: number

  /** Null: the whole organisation. */
  @column()
  declare locationId: number | null

  /** The quote cart that it came from. */
  @column()
  declare cartId: number | null

  /** Language of its mails and of what staff write into it. */
  @column()
  declare locale: Locale

  /** As written; `standsAs` of the domain says whether its last day is over meanwhile. */
  @column()
  declare state: QuoteState

  /** What the customer wrote with the request (S8). */
  @column()
  declare message: string | null

  /** The version that was sent last. */
  @column()
  declare currentVersionId: number | null

  /** Last day of the current version, and the end of that day where the organisation is. */
  @column()
  declare lastDay: string | null

  @instant()
  declare expiresAt: number | null

  @column()
  declare assigneeId: number | null

  @json()
  declare acceptance: Acceptance | null

  /** First time that a version was sent. */
  @instant()
  declare sentAt: number | null

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

  @hasMany(() => Wish)
  declare wishes: HasMany<typeof Wish>

  @hasMany(() => QuoteVersion)
  declare versions: HasMany<typeof QuoteVersion>

  @belongsTo(() => QuoteVersion, { foreignKey: 'currentVersionId' })
  declare currentVersion: BelongsTo<typeof QuoteVersion>

  @hasMany(() => Entry)
  declare entries: HasMany<typeof Entry>

  @beforeCreate()
  static fillDefaults(quote: Quote) {
    quote.publicId ??= randomId()
    quote.state ??= 'requested'
    quote.currentVersionId ??= null
    quote.lastDay ??= null
    quote.expiresAt ??= null
    quote.assigneeId ??= null
    quote.acceptance ??= null
    quote.sentAt ??= null
    quote.endedAt ??= null
  }
}
