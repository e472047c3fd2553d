import type { HomeEntry } from '#core/web'

/** The three ways of the portal: a new ticket, the running ones, the register of closed ones. */
export const WAYS = [
  { route: 'helpdesk.mine.menu.show', title: 'helpdesk.portal.ways.new' },
  { route: 'helpdesk.mine.index', title: 'helpdesk.portal.ways.running' },
  { route: 'helpdesk.mine.closed.index', title: 'helpdesk.portal.ways.closed' },
] as const

export const home: HomeEntry[] = [
  {
    route: 'helpdesk.start.show',
    icon: 'life-buoy',
    title: 'helpdesk.portal.home.title',
    summary: 'helpdesk.portal.home.summary',
    ways: WAYS,
  },
]
