import type { RouteGroups } from '#core/platform'

const starts = () => import('#plugins/helpdesk/controllers/starts_controller')
const links = () => import('#plugins/helpdesk/controllers/links_controller')
const tickets = () => import('#plugins/helpdesk/controllers/tickets_controller')
const closed = () => import('#plugins/helpdesk/controllers/closed_tickets_controller')
const menus = () => import('#plugins/helpdesk/controllers/menus_controller')
const openings = () => import('#plugins/helpdesk/controllers/openings_controller')
const additions = () => import('#plugins/helpdesk/controllers/additions_controller')
const solutions = () => import('#plugins/helpdesk/controllers/solutions_controller')
const withdrawals = () => import('#plugins/helpdesk/controllers/withdrawals_controller')
const reopenings = () => import('#plugins/helpdesk/controllers/reopenings_controller')
const cancellations = () => import('#plugins/helpdesk/controllers/cancellations_controller')
const ratings = () => import('#plugins/helpdesk/controllers/ratings_controller')
const deskReplies = () => import('#plugins/helpdesk/controllers/desk_replies_controller')
const deskTickets = () => import('#plugins/helpdesk/controllers/desk_tickets_controller')
const deadlines = () => import('#plugins/helpdesk/controllers/deadlines_controller')
const imports = () => import('#plugins/helpdesk/controllers/intake_imports_controller')

export function routes({ site, account, staff }: RouteGroups): void {
  const secret = true
  const upload = true

  site.get('/', [starts, 'show'], { name: 'start.show' })
  site.get('/links/:token', [links, 'show'], { name: 'links.show', secret })
  site.post('/links/:token', [links, 'store'], { name: 'links.store', secret })

  account.get('/', [tickets, 'index'], { name: 'mine.index' })
  account.post('/', [openings, 'store'], { name: 'mine.store', upload })
  account.get('/closed', [closed, 'index'], { name: 'mine.closed.index' })
  account.get('/new', [menus, 'show'], { name: 'mine.menu.show' })
  account.get('/new/form', [openings, 'create'], { name: 'mine.create' })
  account.get('/:id', [tickets, 'show'], { name: 'mine.show' })
  account.get('/:id/addition', [additions, 'create'], { name: 'mine.additions.create' })
  account.post('/:id/addition', [additions, 'store'], { name: 'mine.additions.store', upload })
  account.get('/:id/solution', [solutions, 'create'], { name: 'mine.solutions.create' })
  account.post('/:id/solution', [solutions, 'store'], { name: 'mine.solutions.store' })
  account.get('/:id/withdrawal', [withdrawals, 'create'], { name: 'mine.withdrawals.create' })
  account.post('/:id/withdrawal', [withdrawals, 'store'], { name: 'mine.withdrawals.store' })
  account.get('/:id/reopening', [reopenings, 'create'], { name: 'mine.reopenings.create' })
  account.post('/:id/reopening', [reopenings, 'store'], { name: 'mine.reopenings.store' })
  account.get('/:id/cancellation', [cancellations, 'create'], { name: 'mine.cancellations.create' })
  account.post('/:id/cancellation', [cancellations, 'store'], { name: 'mine.cancellations.store' })
  account.get('/:id/rating', [ratings, 'create'], { name: 'mine.ratings.create' })
  account.post('/:id/rating', [ratings, 'store'], { name: 'mine.ratings.store' })

  const work = { permission: 'helpdesk.work' }
  const setUp = { permission: 'helpdesk.set_up' }
  staff.get('/open', [deskTickets, 'create'], { name: 'desk_tickets.create', ...work })
  staff.post('/open', [deskTickets, 'store'], { name: 'desk_tickets.store', upload, ...work })
  staff.get('/replies/:id', [deskReplies, 'create'], { name: 'desk_replies.create', ...work })
  staff.post('/replies/:id', [deskReplies, 'store'], {
    ...{ name: 'desk_replies.store', upload, ...work },
  })
  staff.get('/deadlines/:id', [deadlines, 'show'], {
    ...{ name: 'deadlines.show', permission: 'helpdesk.view' },
  })
  staff.get('/intake/import', [imports, 'create'], { name: 'intake_imports.create', ...setUp })
  staff.post('/intake/import', [imports, 'store'], {
    ...{ name: 'intake_imports.store', upload, ...setUp },
  })
}
