import type { RouteGroups } from '#core/platform'

const sessions = () => import('#plugins/queue-caller/controllers/desk_sessions_controller')
const takeovers = () => import('#plugins/queue-caller/controllers/desk_takeovers_controller')
const calls = () => import('#plugins/queue-caller/controllers/desk_calls_controller')
const steps = () => import('#plugins/queue-caller/controllers/desk_steps_controller')
const undos = () => import('#plugins/queue-caller/controllers/desk_undos_controller')
const transfers = () => import('#plugins/queue-caller/controllers/desk_transfers_controller')
const notes = () => import('#plugins/queue-caller/controllers/desk_notes_controller')
const departures = () => import('#plugins/queue-caller/controllers/desk_departures_controller')
const checkIns = () => import('#plugins/queue-caller/controllers/desk_check_ins_controller')
const urgencies = () => import('#plugins/queue-caller/controllers/desk_urgencies_controller')
const walkIns = () => import('#plugins/queue-caller/controllers/desk_walk_ins_controller')

/** What the buttons of the counter do (Q6); its page is in the panel's contribution. */
export function deskRoutes({ staff }: Pick<RouteGroups, 'staff'>): void {
  const permission = 'queue-caller.serve'
  const at = '/counter'
  const of = `${at}/tickets/:id`

  staff.post(`${at}/sessions`, [sessions, 'store'], { name: 'desk_sessions.store', permission })
  staff.post(`${at}/takeovers`, [takeovers, 'store'], { name: 'desk_takeovers.store', permission })
  staff.post(`${at}/session`, [sessions, 'update'], { name: 'desk_sessions.update', permission })
  staff.post(`${at}/session/end`, [sessions, 'destroy'], {
    name: 'desk_sessions.destroy',
    permission,
  })

  staff.post(`${at}/calls`, [calls, 'store'], { name: 'desk_calls.store', permission })
  staff.post(`${at}/walk-ins`, [walkIns, 'store'], { name: 'desk_walk_ins.store', permission })

  staff.post(`${of}/steps`, [steps, 'store'], { name: 'desk_steps.store', permission })
  staff.post(`${of}/undo`, [undos, 'store'], { name: 'desk_undos.store', permission })
  staff.post(`${of}/check-in`, [checkIns, 'store'], { name: 'desk_check_ins.store', permission })
  staff.post(`${of}/urgency`, [urgencies, 'store'], { name: 'desk_urgencies.store', permission })

  staff.get(`${of}/transfer`, [transfers, 'create'], { name: 'desk_transfers.create', permission })
  staff.post(`${of}/transfer`, [transfers, 'store'], { name: 'desk_transfers.store', permission })
  staff.get(`${of}/note`, [notes, 'edit'], { name: 'desk_notes.edit', permission })
  staff.post(`${of}/note`, [notes, 'update'], { name: 'desk_notes.update', permission })
  staff.get(`${of}/departure`, [departures, 'create'], {
    name: 'desk_departures.create',
    permission,
  })
  staff.post(`${of}/departure`, [departures, 'store'], {
    name: 'desk_departures.store',
    permission,
  })
}
