import type { MailDefinition } from '#core/messaging'
import { AccountClosedMail } from '#app/accounts/mails/account_closed_mail'
import { AddressTakenMail } from '#app/accounts/mails/address_taken_mail'
import { EmailChangeLinkMail } from '#app/accounts/mails/email_change_link_mail'
import { EmailChangeMail } from '#app/accounts/mails/email_change_mail'
import { InvitationMail } from '#app/accounts/mails/invitation_mail'
import { PasswordChangedMail } from '#app/accounts/mails/password_changed_mail'
import { RegisteredBeforeMail } from '#app/accounts/mails/registered_before_mail'
import { RegistrationLinkMail } from '#app/accounts/mails/registration_link_mail'
import { ResetLinkMail } from '#app/accounts/mails/reset_link_mail'
import { TwoFactorMail } from '#app/accounts/mails/two_factor_mail'

/** In the order in which staff find them. */
export const mails: MailDefinition[] = [
  InvitationMail,
  TwoFactorMail,
  ResetLinkMail,
  PasswordChangedMail,
  RegistrationLinkMail,
  RegisteredBeforeMail,
  EmailChangeLinkMail,
  EmailChangeMail,
  AddressTakenMail,
  AccountClosedMail,
]
