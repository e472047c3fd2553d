import { defineModule } from '#core/platform'
import { admin } from '#app/accounts/admin/main'
import { AnswerRegistration } from '#app/accounts/jobs/answer_registration'
import { AnswerResetRequest } from '#app/accounts/jobs/answer_reset_request'
import { Sweep, sweepHourly } from '#app/accounts/jobs/sweep'
import { InvitationMail } from '#app/accounts/mails/invitation_mail'
import { AccountClosedMail } from '#app/accounts/mails/account_closed_mail'
import { PasswordChangedMail } from '#app/accounts/mails/password_changed_mail'
import { RegisteredBeforeMail } from '#app/accounts/mails/registered_before_mail'
import { RegistrationLinkMail } from '#app/accounts/mails/registration_link_mail'
import { ResetLinkMail } from '#app/accounts/mails/reset_link_mail'
import { TwoFactorMail } from '#app/accounts/mails/two_factor_mail'
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
  mails: [
    InvitationMail,
    TwoFactorMail,
    ResetLinkMail,
    PasswordChangedMail,
    RegistrationLinkMail,
    RegisteredBeforeMail,
    AccountClosedMail,
  ],
  jobs: [AnswerResetRequest, AnswerRegistration, Sweep],
  schedules: [sweepHourly],
  privacy,
  demo: accountsDemo,
  announcement: announceFirstRun,
})
