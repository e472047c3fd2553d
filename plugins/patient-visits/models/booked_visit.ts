import { belongsTo, hasOne } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasOne } from '@adonisjs/lucid/types/relations'
import { Customer } from '#core/customers'
import { Reservation } from '#core/scheduling'
import { staffMayChange } from '#plugins/patient-visits/domain/self_service'
import type { VisitState } from '#plugins/patient-visits/domain/visit_states'
import { Visit } from '#plugins/patient-visits/models/visit'
import { VisitType } from '#plugins/patient-visits/models/visit_type'

/** A reservation of this plugin as staff list it: with the visit, its type and its patient. */
export class BookedVisit extends Reservation {
  static override table = 'scheduling_reservations'

  @belongsTo(() => Customer)
  declare customer: BelongsTo<typeof Customer>

  @hasOne(() => Visit, { foreignKey: 'reservationId' })
  declare visit: HasOne<typeof Visit>

  @hasOne(() => VisitType, { localKey: 'serviceId', foreignKey: 'serviceId' })
  declare type: HasOne<typeof VisitType>

  /** Of one whose visit is loaded. */
  get told(): VisitState {
    return this.visit.stateAs(this)
  }

  /** Staff change and cancel until it ends, whatever patients may do themselves. */
  mayStaffChange(now: number): boolean {
    return staffMayChange({ state: this.told, endsAt: this.endsAt }, now)
  }
}
