import type { AdminContribution } from '#core/admin'
import { calendars } from '#plugins/helpdesk/admin/calendars'
import { intakeNodes } from '#plugins/helpdesk/admin/intake_nodes'
import { intakePages } from '#plugins/helpdesk/admin/intake_pages'
import { intakeVersions } from '#plugins/helpdesk/admin/intake_versions'
import { serviceLevels } from '#plugins/helpdesk/admin/service_levels'
import { statisticsPages } from '#plugins/helpdesk/admin/statistics'
import { teams } from '#plugins/helpdesk/admin/teams'
import { templates } from '#plugins/helpdesk/admin/templates'
import { tickets } from '#plugins/helpdesk/admin/tickets'
import { ticketEvents } from '#plugins/helpdesk/admin/timeline'
import { todayWidget } from '#plugins/helpdesk/admin/today_widget'

export const admin: AdminContribution = {
  resources: [tickets, teams, templates, serviceLevels, calendars, intakeNodes, intakeVersions],
  pages: [...statisticsPages, ...intakePages],
  widgets: [todayWidget],
  timeline: [ticketEvents],
  menu: [
    {
      route: 'helpdesk.desk_tickets.create',
      title: 'helpdesk.desk.open.title',
      permission: 'helpdesk.work',
      icon: 'phone',
    },
  ],
  first: ['helpdesk.tickets.index', 'helpdesk.desk_tickets.create', 'helpdesk.statistics'],
}
