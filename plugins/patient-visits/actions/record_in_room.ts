import { audit } from '#core/audit'
import { clock, transaction, type Actor, type Result } from '#core/platform'
import { lockedVisit } from '#plugins/patient-visits/actions/move_visit'

type Recorded = {
  visitId: number
  /** False takes it back: the patient waits again. */
  inRoom: boolean
  by: Actor
}

/** Who has arrived goes in to the doctor; that they are there ends with the next word of staff. */
export class RecordInRoom {
  async handle({ visitId, inRoom, by }: Recorded): Promise<Result<object, 'not_now'>> {
    return transaction(async (trx) => {
      const visit = await lockedVisit(trx, visitId)
      if (visit.state !== (inRoom ? 'arrived' : 'in_room')) return { ok: false, reason: 'not_now' }
      const since = inRoom
        ? { inRoomAt: clock.now(), inRoomVersion: visit.reservation.version }
        : { inRoomAt: null, inRoomVersion: null }
      await visit.merge({ ...since, version: visit.version + 1 }).save()
      await audit(trx, {
        actor: by,
        action: `patient-visits.${inRoom ? 'in_room' : 'in_room_undone'}`,
        object: 'patient-visits.visit',
        objectId: visit.id,
      })
      return { ok: true }
    })
  }
}
