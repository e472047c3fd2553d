import { defineModule } from '#core/platform'
import { reports } from '#app/feedback/admin/reports'
import { Purge, purgeNightly } from '#app/feedback/jobs/purge'
import { ReportMail } from '#app/feedback/mails/report_mail'
import privacy from '#app/feedback/privacy'
import { routes } from '#app/feedback/routes'
import { keepDays } from '#app/feedback/settings'

/** What people tell the organisation of barriers on its pages (V5). */
export default defineModule({
  id: 'feedback',
  routes,
  admin: { group: 'admin.groups.organisation', resources: [reports] },
  permissions: [
    { id: 'feedback.view', roles: ['owner', 'manager'] },
    { id: 'feedback.answer', roles: ['owner', 'manager'] },
  ],
  settings: [keepDays],
  mails: [ReportMail],
  jobs: [Purge],
  schedules: [purgeNightly],
  privacy,
})
