import { definePlugin } from '#core/platform'
import { account } from '#plugins/helpdesk/account'
import { admin } from '#plugins/helpdesk/admin/contribution'
import { customerCard } from '#plugins/helpdesk/admin/customer_card'
import { helpdeskDemo } from '#plugins/helpdesk/database/demo'
import { TicketOpened, TicketStepped } from '#plugins/helpdesk/events'
import { entryFiles } from '#plugins/helpdesk/files'
import { home } from '#plugins/helpdesk/home'
import { RecomputeTargets } from '#plugins/helpdesk/jobs/recompute_targets'
import { LapseSolution, RemindOfSolution } from '#plugins/helpdesk/jobs/solution_jobs'
import { WatchDeadlines, watchDeadlinesEveryMinute } from '#plugins/helpdesk/jobs/watch_deadlines'
import { DEADLINE_MAILS } from '#plugins/helpdesk/mails/deadline_mail'
import { TICKET_MAILS } from '#plugins/helpdesk/mails/ticket_mail'
import privacy from '#plugins/helpdesk/privacy'
import { routes } from '#plugins/helpdesk/routes'
import { answerWithin, mostFiles, reopenWithin } from '#plugins/helpdesk/settings'

/** One point of contact: customers open tickets and have the last word about their solutions. */
export default definePlugin({
  id: 'helpdesk',
  version: '0.1.0',
  platform: '^0.1.0',
  icon: 'life-buoy',
  mount: 'helpdesk',
  permissions: [
    { id: 'helpdesk.view', roles: ['owner', 'manager', 'desk'] },
    { id: 'helpdesk.work', roles: ['owner', 'manager', 'desk'] },
    { id: 'helpdesk.set_up', roles: ['owner', 'manager'] },
  ],
  settings: [mostFiles, answerWithin, reopenWithin],
  routes,
  admin,
  account,
  home,
  help: { title: 'helpdesk.portal.help.title', text: 'helpdesk.portal.help.text' },
  customerCard,
  events: [TicketOpened, TicketStepped],
  jobs: [LapseSolution, RemindOfSolution, RecomputeTargets, WatchDeadlines],
  schedules: [watchDeadlinesEveryMinute],
  mails: [...Object.values(TICKET_MAILS), ...Object.values(DEADLINE_MAILS)],
  files: [entryFiles],
  privacy,
  demo: helpdeskDemo,
})
