import type { RouteGroups } from '#core/platform'

const starts = () => import('#plugins/patient-visits/controllers/starts_controller')
const types = () => import('#plugins/patient-visits/controllers/visit_types_controller')
const times = () => import('#plugins/patient-visits/controllers/times_controller')
const visits = () => import('#plugins/patient-visits/controllers/visits_controller')
const calendarFiles = () => import('#plugins/patient-visits/controllers/calendar_files_controller')
const visitFiles = () => import('#plugins/patient-visits/controllers/visit_files_controller')
const cancellations = () => import('#plugins/patient-visits/controllers/cancellations_controller')
const moves = () => import('#plugins/patient-visits/controllers/moves_controller')
const deskBookings = () => import('#plugins/patient-visits/controllers/desk_bookings_controller')
const deskMoves = () => import('#plugins/patient-visits/controllers/desk_moves_controller')
const documents = () => import('#plugins/patient-visits/controllers/documents_controller')
const days = () => import('#plugins/patient-visits/controllers/cancelled_days_controller')

export function routes({ site, account, staff }: RouteGroups): void {
  site.get('/', [starts, 'show'], { name: 'start.show' })

  account.get('/', [visits, 'index'], { name: 'mine.index' })
  account.post('/', [visits, 'store'], { name: 'mine.store' })
  account.get('/new', [types, 'index'], { name: 'types.index' })
  account.get('/times', [times, 'index'], { name: 'times.index' })
  account.get('/check', [visits, 'create'], { name: 'mine.create' })
  account.get('/:id', [visits, 'show'], { name: 'mine.show' })
  account.get('/:id/calendar.ics', [calendarFiles, 'show'], { name: 'calendar_files.show' })
  account.get('/:id/visit.pdf', [visitFiles, 'show'], { name: 'visit_files.show' })
  account.get('/:id/cancellation', [cancellations, 'create'], { name: 'cancellations.create' })
  account.post('/:id/cancellation', [cancellations, 'store'], { name: 'cancellations.store' })
  account.get('/:id/move', [moves, 'create'], { name: 'moves.create' })
  account.post('/:id/move', [moves, 'store'], { name: 'moves.store' })

  const permission = 'patient-visits.manage'
  staff.get('/book', [deskBookings, 'create'], { name: 'desk_bookings.create', permission })
  staff.post('/book', [deskBookings, 'store'], { name: 'desk_bookings.store', permission })
  staff.get('/moves/:id', [deskMoves, 'create'], { name: 'desk_moves.create', permission })
  staff.post('/moves/:id', [deskMoves, 'store'], { name: 'desk_moves.store', permission })
  staff.get('/documents/:id', [documents, 'edit'], { name: 'documents.edit', permission })
  const upload = { name: 'documents.update', permission, upload: true }
  staff.post('/documents/:id', [documents, 'update'], upload)
  staff.get('/cancel-day', [days, 'create'], { name: 'cancelled_days.create', permission })
  staff.post('/cancel-day', [days, 'store'], { name: 'cancelled_days.store', permission })
}
