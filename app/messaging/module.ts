import { defineModule } from '#core/platform'
import { admin, routes } from '#app/messaging/admin/main'
import { settingsPage } from '#app/messaging/admin/settings_page'
import { mailGoesOut } from '#app/messaging/health'
import { DeliverMail } from '#app/messaging/jobs/deliver_mail'
import { Purge, purgeNightly } from '#app/messaging/jobs/purge'
import { TestMail } from '#app/messaging/mails/test_mail'
import privacy from '#app/messaging/privacy'
import { keepDays, replyTo } from '#app/messaging/settings'

export default defineModule({
  id: 'messaging',
  routes,
  admin,
  permissions: [
    { id: 'messaging.view', roles: ['owner', 'manager', 'desk'] },
    { id: 'messaging.edit_templates', roles: ['owner', 'manager'] },
    { id: 'messaging.resend', roles: ['owner', 'manager', 'desk'] },
  ],
  settings: [keepDays, replyTo],
  settingsPage,
  mails: [TestMail],
  jobs: [DeliverMail, Purge],
  schedules: [purgeNightly],
  privacy,
  health: [mailGoesOut],
})
