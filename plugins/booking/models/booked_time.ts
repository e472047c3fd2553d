import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { Customer } from '#core/customers'
import { Reservation } from '#core/scheduling'

/** A reservation of this plugin as staff list it: with the customer it is for. */
export class BookedTime extends Reservation {
  static override table = 'scheduling_reservations'

  @belongsTo(() => Customer)
  declare customer: BelongsTo<typeof Customer>
}
