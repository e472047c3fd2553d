import type { RouteGroups } from '#core/platform'

const services = () => import('#plugins/booking/controllers/services_controller')
const calendars = () => import('#plugins/booking/controllers/calendars_controller')
const times = () => import('#plugins/booking/controllers/times_controller')
const weeks = () => import('#plugins/booking/controllers/weeks_controller')
const choices = () => import('#plugins/booking/controllers/choices_controller')
const extensions = () => import('#plugins/booking/controllers/choice_extensions_controller')
const details = () => import('#plugins/booking/controllers/details_controller')
const confirmations = () => import('#plugins/booking/controllers/confirmations_controller')
const mailed = () => import('#plugins/booking/controllers/mail_confirmations_controller')
const appointments = () => import('#plugins/booking/controllers/appointments_controller')
const calendarFiles = () => import('#plugins/booking/controllers/calendar_files_controller')
const ticketFiles = () => import('#plugins/booking/controllers/ticket_files_controller')
const cancellations = () => import('#plugins/booking/controllers/cancellations_controller')
const deskBookings = () => import('#plugins/booking/controllers/desk_bookings_controller')
const deskMoves = () => import('#plugins/booking/controllers/desk_moves_controller')
const mine = () => import('#plugins/booking/controllers/my_appointments_controller')
const moves = () => import('#plugins/booking/controllers/moves_controller')

export function routes({ site, account, staff }: RouteGroups): void {
  const embed = true
  const secret = true

  site.get('/', [services, 'index'], { name: 'services.index', embed })

  site.get('/drafts/:token', [details, 'edit'], { name: 'details.edit', embed, secret })
  site.post('/drafts/:token', [details, 'update'], {
    name: 'details.update',
    embed,
    secret,
    upload: true,
  })
  site.post('/drafts/:token/extension', [extensions, 'store'], {
    name: 'choice_extensions.store',
    embed,
    secret,
  })
  site.post('/drafts/:token/cancellation', [choices, 'destroy'], {
    name: 'choices.destroy',
    embed,
    secret,
  })
  site.get('/drafts/:token/confirmation', [confirmations, 'create'], {
    name: 'confirmations.create',
    embed,
    secret,
  })
  site.post('/drafts/:token/confirmation', [confirmations, 'store'], {
    name: 'confirmations.store',
    embed,
    secret,
  })

  site.get('/confirm/:token', [mailed, 'create'], { name: 'mail_confirmations.create', secret })
  site.post('/confirm/:token', [mailed, 'store'], { name: 'mail_confirmations.store', secret })

  site.get('/manage/:token', [appointments, 'show'], { name: 'manage.show', embed, secret })
  site.get('/manage/:token/calendar.ics', [calendarFiles, 'show'], {
    name: 'calendar_files.show',
    secret,
  })
  site.get('/manage/:token/ticket.pdf', [ticketFiles, 'show'], {
    name: 'ticket_files.show',
    secret,
  })
  site.get('/manage/:token/cancellation', [cancellations, 'create'], {
    name: 'cancellations.create',
    embed,
    secret,
  })
  site.post('/manage/:token/cancellation', [cancellations, 'store'], {
    name: 'cancellations.store',
    embed,
    secret,
  })
  site.get('/manage/:token/move', [moves, 'create'], { name: 'moves.create', embed, secret })
  site.post('/manage/:token/move', [moves, 'store'], { name: 'moves.store', embed, secret })

  site.get('/:location/:service', [calendars, 'show'], { name: 'calendars.show', embed })
  site.get('/:location/:service/week', [weeks, 'show'], { name: 'weeks.show', embed })
  site.get('/:location/:service/times', [times, 'index'], { name: 'times.index', embed })
  site.post('/:location/:service/choices', [choices, 'store'], { name: 'choices.store', embed })

  account.get('/', [mine, 'index'], { name: 'mine.index' })
  account.get('/:id', [appointments, 'show'], { name: 'mine.manage.show' })
  account.get('/:id/calendar.ics', [calendarFiles, 'show'], { name: 'mine.calendar_files.show' })
  account.get('/:id/ticket.pdf', [ticketFiles, 'show'], { name: 'mine.ticket_files.show' })
  account.get('/:id/cancellation', [cancellations, 'create'], { name: 'mine.cancellations.create' })
  account.post('/:id/cancellation', [cancellations, 'store'], { name: 'mine.cancellations.store' })
  account.get('/:id/move', [moves, 'create'], { name: 'mine.moves.create' })
  account.post('/:id/move', [moves, 'store'], { name: 'mine.moves.store' })

  const permission = 'booking.manage'
  staff.get('/book', [deskBookings, 'create'], { name: 'desk_bookings.create', permission })
  staff.post('/book', [deskBookings, 'store'], {
    name: 'desk_bookings.store',
    permission,
    upload: true,
  })
  staff.get('/moves/:id', [deskMoves, 'create'], { name: 'desk_moves.create', permission })
  staff.post('/moves/:id', [deskMoves, 'store'], { name: 'desk_moves.store', permission })
}
