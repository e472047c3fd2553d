import { beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { Answers } from '#core/forms'
import {
  clock,
  flag,
  hashToken,
  instant,
  json,
  rows,
  transaction,
  VersionedModel,
} from '#core/platform'
import { Reservation } from '#core/scheduling'

export type Details = {
  firstName: string | null
  lastName: string | null
  email: string | null
  phone: string | null
  answers: Answers
  formVersionId: number | null
}

/**
 * A booking in the making: the chosen time and everything typed so far. It outlives its hold, so
 * that a customer who was too slow or lost the time keeps what was typed.
 */
export class Draft extends VersionedModel {
  static override table = 'booking_drafts'

  @column()
  declare tokenHash: string

  @column()
  declare serviceId: number

  @column()
  declare locationId: number

  @instant()
  declare startsAt: number

  /** The hold; none after the customer gave it back. */
  @column()
  declare reservationId: number | null

  /** What became of it; a second submit leads there. */
  @column()
  declare appointmentId: number | null

  @column()
  declare firstName: string | null

  @column()
  declare lastName: string | null

  @column()
  declare email: string | null

  @column()
  declare phone: string | null

  @column()
  declare formVersionId: number | null

  @json()
  declare answers: Answers

  /** All required data were entered and valid. */
  @flag()
  declare complete: boolean

  @belongsTo(() => Reservation)
  declare reservation: BelongsTo<typeof Reservation>

  /** The draft behind a secret, with its reservation. */
  static async ofToken(token: string): Promise<Draft | null> {
    return this.query().where('tokenHash', hashToken(token)).preload('reservation').first()
  }

  /** The time is still kept for this customer, and not booked yet. */
  isHeld(now: number): boolean {
    if (this.reservationId === null || this.appointmentId !== null) return false
    return this.reservation.isLiving(now)
  }

  /** Keeps what was typed, valid or not. */
  async keep(details: Details, complete: boolean): Promise<void> {
    Object.assign(this, details)
    this.complete = complete
    this.updatedAt = clock.now()
    await transaction(async (trx) => {
      // In the database, so that of two tabs neither is overlooked by who reads the version.
      await this.useTransaction(trx).save()
      await rows(trx, `update ${Draft.table} set version = version + 1 where id = ?`, [this.id])
    })
  }

  @beforeCreate()
  static fillDefaults(draft: Draft) {
    draft.answers ??= {}
    draft.complete ??= false
  }
}
