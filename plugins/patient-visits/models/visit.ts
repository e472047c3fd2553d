import { beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { Customer } from '#core/customers'
import type { Locale } from '#core/organisation'
import { instant, randomId, sealed, VersionedModel } from '#core/platform'
import { Reservation } from '#core/scheduling'
import { visitState, type VisitState } from '#plugins/patient-visits/domain/visit_states'

/** A patient's visit: the person, and the reservation of time, doctor and room. */
export class Visit extends VersionedModel {
  static override table = 'patient_visits_visits'

  @column()
  declare publicId: string

  @column()
  declare reservationId: number

  @column()
  declare visitTypeId: number

  @column()
  declare customerId: number

  /** Language of every mail about it. */
  @column()
  declare locale: Locale

  /** So often the patient has changed its date. */
  @column()
  declare changes: number

  /** Since when the patient is with the doctor. */
  @instant()
  declare inRoomAt: number | null

  /**
   * Version of the reservation at that moment: whatever staff say of it afterwards, also on a page
   * of the core, ends that the patient is with the doctor.
   */
  @column()
  declare inRoomVersion: number | null

  /** Who gave it up. */
  @column()
  declare endedBy: 'patient' | 'unit' | null

  /** V4: why; health data, so it is encrypted in the database. */
  @sealed('patient-visits.reason')
  declare reason: string | null

  /** The member of staff who booked for the patient. */
  @column()
  declare bookedById: number | null

  @belongsTo(() => Reservation)
  declare reservation: BelongsTo<typeof Reservation>

  @belongsTo(() => Customer)
  declare customer: BelongsTo<typeof Customer>

  /** Of a visit whose reservation is loaded. */
  get state(): VisitState {
    return this.stateAs(this.reservation)
  }

  /** The same of one whose reservation was read before it. */
  stateAs({ state, outcome, confirmedAt, version }: Reservation): VisitState {
    const { endedBy } = this
    const inRoomAt = this.inRoomVersion === version ? this.inRoomAt : null
    const told = visitState({ state, outcome, confirmedAt, inRoomAt, endedBy })
    if (told === null) throw new Error('A visit is never of a time that is only held')
    return told
  }

  @beforeCreate()
  static fillDefaults(visit: Visit) {
    visit.publicId ??= randomId()
    visit.changes ??= 0
    visit.inRoomAt ??= null
    visit.inRoomVersion ??= null
    visit.endedBy ??= null
    visit.reason ??= null
    visit.bookedById ??= null
  }
}
