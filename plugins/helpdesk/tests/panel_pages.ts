import { SET_UP_PAGES } from '#plugins/helpdesk/tests/set_up_pages'

/** Pages of the panel, with the demo's records, that are looked at in a browser. */
export const HELPDESK_PAGES = [
  '/admin/helpdesk/tickets',
  '/admin/helpdesk/tickets?tab=running',
  '/admin/helpdesk/tickets?tab=closed&state=closed',
  '/admin/helpdesk/tickets/1',
  '/admin/helpdesk/tickets/1/note',
  '/admin/helpdesk/replies/1',
  '/admin/helpdesk/open',
  '/admin/helpdesk/open?customer=1',
  '/admin/helpdesk/statistics?period=last_30&by=need',
  '/admin/helpdesk/deadlines/14',
  ...SET_UP_PAGES,
]
