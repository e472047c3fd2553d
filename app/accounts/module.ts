import { defineModule } from '#core/platform'
import { admin } from '#app/accounts/admin/main'
import { SESSION_COOKIE } from '#config/session'
import { stepCookie } from '#app/accounts/middleware/sign_in_step'
import { AnswerEmailChange } from '#app/accounts/jobs/answer_email_change'
import { AnswerRegistration } from '#app/accounts/jobs/answer_registration'
import { AnswerResetRequest } from '#app/accounts/jobs/answer_reset_request'
import { Sweep, sweepHourly } from '#app/accounts/jobs/sweep'
import { mails } from '#app/accounts/mails/main'
import { accountsDemo } from '#app/accounts/demo'
import { announceFirstRun } from '#app/accounts/actions/announce_first_run'
import privacy from '#app/accounts/privacy'
import { routes } from '#app/accounts/routes'

export default defineModule({
  id: 'accounts',
  admin,
  account: [
    {
      id: 'accounts.profile',
      route: 'accounts.profile.edit',
      title: 'accounts.profile.title',
      summary: 'accounts.profile.summary',
      icon: 'circle-user',
    },
    {
      id: 'accounts.security',
      route: 'accounts.security.show',
      title: 'accounts.security.title',
      summary: 'accounts.security.summary',
      icon: 'shield',
    },
  ],
  routes,
  permissions: [
    { id: 'accounts.manage', roles: ['owner'] },
    { id: 'accounts.roles', roles: ['owner'] },
  ],
  mails,
  jobs: [AnswerResetRequest, AnswerRegistration, AnswerEmailChange, Sweep],
  schedules: [sweepHourly],
  privacy,
  cookies: [{ name: SESSION_COOKIE, what: 'accounts.cookies.session', keeps: null }, stepCookie],
  demo: accountsDemo,
  announcement: announceFirstRun,
})
