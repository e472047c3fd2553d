import type { RouteGroups } from '#core/platform'

const appointments = () => import('#plugins/shop-quotes/controllers/own_appointments_controller')
const atDesk = () => import('#plugins/shop-quotes/controllers/appointments_controller')
const moves = () => import('#plugins/shop-quotes/controllers/appointment_moves_controller')
const cancellations = () =>
  import('#plugins/shop-quotes/controllers/appointment_cancellations_controller')
const files = () => import('#plugins/shop-quotes/controllers/appointment_files_controller')

/** S2, S11: the appointment that comes with a line of an order; the line is in the address. */
export function appointmentRoutes({ account, staff }: RouteGroups): void {
  account.get('/appointments/:id', [appointments, 'create'], { name: 'own_appointments.create' })
  account.post('/appointments/:id', [appointments, 'store'], { name: 'own_appointments.store' })
  account.get('/appointments/:id/move', [moves, 'create'], { name: 'appointment_moves.create' })
  account.post('/appointments/:id/move', [moves, 'store'], { name: 'appointment_moves.store' })
  account.get('/appointments/:id/cancellation', [cancellations, 'create'], {
    name: 'appointment_cancellations.create',
  })
  account.post('/appointments/:id/cancellation', [cancellations, 'store'], {
    name: 'appointment_cancellations.store',
  })
  account.get('/appointments/:id/calendar.ics', [files, 'show'], { name: 'appointment_files.show' })

  staff.get('/appointments/:id', [atDesk, 'show'], {
    ...{ name: 'appointments.show', permission: 'shop-quotes.view' },
  })
}
