import { beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { Customer } from '#core/customers'
import type { Answers } from '#core/forms'
import type { Locale } from '#core/organisation'
import { json, randomId, VersionedModel } from '#core/platform'
import { Reservation } from '#core/scheduling'

/** What a customer booked: the person, their answers and the reservation of time and place. */
export class Appointment extends VersionedModel {
  static override table = 'booking_appointments'

  @column()
  declare publicId: string

  @column()
  declare reservationId: number

  @column()
  declare customerId: number

  /** The version of the form that the answers belong to. */
  @column()
  declare formVersionId: number | null

  @json()
  declare answers: Answers

  /** Language of every mail about it. */
  @column()
  declare locale: Locale

  /** The member of staff who booked for the customer (B12). */
  @column()
  declare bookedById: number | null

  @belongsTo(() => Reservation)
  declare reservation: BelongsTo<typeof Reservation>

  @belongsTo(() => Customer)
  declare customer: BelongsTo<typeof Customer>

  @beforeCreate()
  static fillDefaults(appointment: Appointment) {
    appointment.publicId ??= randomId()
  }
}
