import type { Action, ActionResult } from '#core/admin'
import { outcomeActions } from '#core/scheduling'
import { RecordInRoom } from '#plugins/patient-visits/actions/record_in_room'
import type { VisitState } from '#plugins/patient-visits/domain/visit_states'
import type { BookedVisit } from '#plugins/patient-visits/models/booked_visit'

const THERE: readonly VisitState[] = ['arrived', 'in_room']

type Step = Action<BookedVisit>

/** What the core records of any reservation, under the word that this plugin has for it. */
function outcome(coreId: string, id: string, own: Partial<Step> = {}): Step {
  const core = outcomeActions.find((action) => action.id === coreId)! as Step
  return {
    ...core,
    ...own,
    id,
    when: (visit) => core.when!(visit) && (own.when?.(visit) ?? true),
    run: async (input) => said(id, await core.run(input)),
  }
}

const said = (id: string, done: { ok: boolean }): ActionResult =>
  done.ok
    ? { ok: true, notice: `patient-visits.admin.notices.${id}` }
    : { ok: false, reason: 'patient-visits.admin.notices.not_now' }

const inRoom: Step = {
  id: 'in_room',
  permission: 'scheduling.attend',
  icon: 'stethoscope',
  next: true,
  when: ({ told }) => told === 'arrived',
  run: async ({ record, viewer }) => {
    const step = { visitId: record.id, inRoom: true, by: viewer.actor }
    return said('in_room', await new RecordInRoom().handle(step))
  },
}

const takenBack = outcome('undo_outcome', 'undo')

/** One step back: from the doctor to the waiting room, from there to not having come. */
const undo: Step = {
  ...takenBack,
  when: (visit) => visit.told === 'in_room' || takenBack.when!(visit),
  run: async (input) => {
    const { record, viewer } = input
    if (record.told !== 'in_room') return takenBack.run(input)
    const step = { visitId: record.id, inRoom: false, by: viewer.actor }
    return said('undo', await new RecordInRoom().handle(step))
  },
}

/** The way of a patient through the day: arrived, in room, done; or missed. */
export const steps: Step[] = [
  outcome('arrived', 'arrived', { when: ({ told }) => told !== 'in_room' }),
  inRoom,
  outcome('served', 'done', { when: ({ told }) => THERE.includes(told) }),
  outcome('no_show', 'missed', {
    on: ['row', 'bulk', 'palette', 'command'],
    when: ({ told }) => told !== 'in_room',
    whyNot: () => 'patient-visits.admin.not_missed',
  }),
  undo,
]
