import { BaseModel, column } from '@adonisjs/lucid/orm'
import { instant } from '#core/platform'

/** A message of a provider that has been dealt with: a second one of the same id does nothing. */
export class ProviderEvent extends BaseModel {
  static override table = 'shop_quotes_provider_events'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare provider: string

  /** The provider's own id of the message. */
  @column()
  declare eventId: string

  /** `checkout.session.completed` */
  @column()
  declare kind: string

  @column()
  declare paymentId: number | null

  @instant()
  declare receivedAt: number
}
