import { BaseModel, belongsTo, column } from '@adonisjs/lucid/orm'
import { instant } from '#core/platform'
import type { Actor } from '#core/platform'
import { Location } from '#core/organisation'
import type {
  ReservationOutcome,
  ReservationState,
} from '#app/scheduling/domain/reservation_states'
import { Service } from '#app/scheduling/models/service'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** A person’s place in a session: docs/domain/reservations.md. */
export class Reservation extends BaseModel {
  static override table = 'scheduling_reservations'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare publicId: string

  @column()
  declare sessionId: number

  @column()
  declare place: number

  @column()
  declare serviceId: number

  @column()
  declare locationId: number

  @column()
  declare customerId: number | null

  /** Id of the plugin whose appointment or visit it is. */
  @column()
  declare owner: string

  @column()
  declare state: ReservationState

  @column()
  declare outcome: ReservationOutcome | null

  /** `AA042`, given when it is confirmed. */
  @column()
  declare number: string | null

  /** Local day of the location, `2026-11-23`. */
  @column()
  declare day: string

  @instant()
  declare startsAt: number

  @instant()
  declare endsAt: number

  @instant()
  declare heldAt: number

  @instant()
  declare expiresAt: number | null

  @instant()
  declare confirmedAt: number | null

  @instant()
  declare releasedAt: number | null

  @column()
  declare releasedBy: Actor['kind'] | null

  @column()
  declare releasedById: number | null

  @column()
  declare releaseReason: string | null

  /** Counts moves, for calendar invitations. */
  @column()
  declare sequence: number

  @column()
  declare version: number

  @belongsTo(() => Service)
  declare service: BelongsTo<typeof Service>

  @belongsTo(() => Location)
  declare location: BelongsTo<typeof Location>

  /** Held, or pending until the mailed link is confirmed. */
  isWaiting(): boolean {
    return this.state === 'held' || this.state === 'pending'
  }

  /** Occupies its place at this moment; a hold or pending one whose time is over does not. */
  isLiving(now: number): boolean {
    return this.state === 'confirmed' || (this.isWaiting() && this.expiresAt! > now)
  }
}
