import { audit } from '#core/audit'
import { transaction, type Actor, type Trx } from '#core/platform'
import { addBlock, dayBounds, type LocalDate } from '#core/scheduling'
import { onceOnly } from '#core/web'
import { EndVisit } from '#plugins/patient-visits/actions/end_visit'
import { datesInstead } from '#plugins/patient-visits/queries/dates_instead'
import { offerOf } from '#plugins/patient-visits/queries/visit_offers'

type Lost = { id: number; serviceId: number; locationId: number; startsAt: number }

type Day = {
  /** Names the form that was shown, so that a double click cancels once. */
  formKey: string
  doctorId: number
  location: { readonly id: number; readonly zone: string }
  day: LocalDate
  by: Actor
}

/**
 * V4: a doctor’s day falls out. First the day is blocked, under the lock that every booking takes:
 * whoever booked before it is on the list, nobody books after it. Then the visits end one by one,
 * each with its mail in a transaction of its own: a day may have many, and what a crash leaves is
 * found when the same form is sent again. Who has arrived meanwhile stays.
 */
export class CancelDay {
  async handle(wish: Day): Promise<{ ended: number }> {
    const { formKey, by, doctorId, day } = wish
    const scope = `patient-visits.cancel_day:${by.id}`
    const key = [formKey, doctorId, day].join(' ')
    const { lost } = await transaction((trx) =>
      onceOnly(trx, scope, key, () => this.#block(trx, wish))
    )
    const instead = await datesInstead(lost, day)
    let ended = 0
    for (const { id, serviceId, locationId } of lost) {
      const offer = await offerOf({ serviceId, locationId })
      const end = { visitId: id, offer, by, instead: instead.get(id) }
      const done = await new EndVisit().handle({ ...end, from: ['requested', 'confirmed'] })
      if (done.ok) ended++
    }
    return { ended }
  }

  async #block(trx: Trx, { doctorId, location, day, by }: Day): Promise<{ lost: Lost[] }> {
    const { from: startsAt, to: endsAt } = dayBounds(location.zone, day)
    const blocked = { location, resourceId: doctorId, startsAt, endsAt }
    const { block, covered } = await addBlock(trx, blocked)
    await audit(trx, {
      actor: by,
      action: 'patient-visits.day_cancelled',
      object: 'patient-visits.doctor',
      objectId: doctorId,
      table: 'scheduling_blocks',
      changes: { starts_at: [null, block.startsAt], ends_at: [null, block.endsAt] },
    })
    const own = covered.filter(({ owner, customerId }) => {
      return owner === 'patient-visits' && customerId !== null
    })
    return {
      lost: own.map(({ id, serviceId, locationId, startsAt: at }) => {
        return { id, serviceId, locationId, startsAt: at }
      }),
    }
  }
}
