import type { Action } from '#core/admin'
import { clock } from '#core/platform'
import { ConfirmVisit } from '#plugins/patient-visits/actions/confirm_visit'
import { EndVisit } from '#plugins/patient-visits/actions/end_visit'
import type { BookedVisit } from '#plugins/patient-visits/models/booked_visit'
import { offerOf } from '#plugins/patient-visits/queries/visit_offers'

type Answer = Action<BookedVisit>

export const canChange = (visit: BookedVisit) => visit.mayStaffChange(clock.now())

/** A request waits until its time has come. */
const isWaiting = ({ told, expiresAt }: BookedVisit) =>
  told === 'requested' && expiresAt! > clock.now()

const EVERYWHERE = ['row', 'bulk', 'palette', 'command'] as const
const CHANGED = 'patient-visits.admin.notices.changed_meanwhile'

/** Without an address nobody is told by mail, so the desk must do it. */
const notice = (said: string, { customer }: BookedVisit) =>
  `patient-visits.admin.notices.${said}${customer.email ? '' : '_without_mail'}`

const confirm: Answer = {
  id: 'confirm',
  permission: 'patient-visits.manage',
  on: EVERYWHERE,
  icon: 'check',
  next: true,
  when: isWaiting,
  whyNot: () => 'patient-visits.admin.no_request',
  run: async ({ record, viewer }) => {
    const offer = await offerOf(record)
    const done = await new ConfirmVisit().handle({ visitId: record.id, offer, by: viewer.actor })
    if (!done.ok) return { ok: false, reason: CHANGED }
    return { ok: true, notice: notice('confirmed', record) }
  },
}

const refuse: Answer = {
  id: 'refuse',
  permission: 'patient-visits.manage',
  on: EVERYWHERE,
  icon: 'x',
  danger: true,
  confirm: true,
  when: isWaiting,
  whyNot: () => 'patient-visits.admin.no_request',
  run: async ({ record, viewer }) => {
    const end = { visitId: record.id, offer: await offerOf(record), by: viewer.actor }
    const done = await new EndVisit().handle({ ...end, from: ['requested'] })
    if (!done.ok) return { ok: false, reason: CHANGED }
    return { ok: true, notice: notice('refused', record) }
  },
}

const cancel: Answer = {
  id: 'cancel',
  permission: 'patient-visits.manage',
  on: EVERYWHERE,
  icon: 'calendar-x',
  danger: true,
  confirm: true,
  when: (visit) => visit.told === 'confirmed' && canChange(visit),
  whyNot: () => 'patient-visits.admin.not_cancelled',
  run: async ({ record, viewer }) => {
    const end = { visitId: record.id, offer: await offerOf(record), by: viewer.actor }
    const done = await new EndVisit().handle({ ...end, from: ['confirmed'] })
    if (!done.ok) return { ok: false, reason: CHANGED }
    return { ok: true, notice: notice('cancelled', record) }
  },
}

/** The unit's word on a visit: it stands, or it does not. */
export const answers: Answer[] = [confirm, refuse, cancel]
