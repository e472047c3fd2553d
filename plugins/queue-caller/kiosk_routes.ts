import type { RouteGroups } from '#core/platform'
import { KIOSK } from '#plugins/queue-caller/devices'

const kiosks = () => import('#plugins/queue-caller/controllers/kiosks_controller')
const kioskTickets = () => import('#plugins/queue-caller/controllers/kiosk_tickets_controller')
const checkIns = () => import('#plugins/queue-caller/controllers/check_ins_controller')
const phoneTickets = () => import('#plugins/queue-caller/controllers/phone_tickets_controller')
const departures = () => import('#plugins/queue-caller/controllers/departures_controller')

/** Where people take a ticket, check in, and follow it on their phone (Q1, Q2). */
export function kioskRoutes({ site, device }: Pick<RouteGroups, 'site' | 'device'>): void {
  const kind = KIOSK
  const secret = true

  device.get('/kiosk', [kiosks, 'show'], { name: 'kiosk_pages.show', kind })
  device.post('/kiosk/tickets', [kioskTickets, 'store'], { name: 'kiosk_tickets.store', kind })
  device.get('/kiosk/tickets/:token', [kioskTickets, 'show'], {
    name: 'kiosk_tickets.show',
    kind,
    secret,
  })
  device.get('/kiosk/check-in', [checkIns, 'create'], { name: 'check_ins.create', kind })
  device.post('/kiosk/check-in', [checkIns, 'store'], { name: 'check_ins.store', kind })

  site.get('/tickets/:token', [phoneTickets, 'show'], { name: 'phone_tickets.show', secret })
  site.get('/tickets/:token/leave', [departures, 'create'], { name: 'departures.create', secret })
  site.post('/tickets/:token/leave', [departures, 'store'], { name: 'departures.store', secret })
}
