/** Mail: written in the business transaction, rendered and sent afterwards, readable by staff. */
export { defineMail } from '#app/messaging/definitions'
export type {
  MailAttachment,
  MailDefinition,
  MailType,
  Translate,
} from '#app/messaging/definitions'
export { calendarInvite, type CalendarInvite } from '#app/messaging/domain/calendar_invite'
export { calendarFile } from '#app/messaging/queries/calendar_file'
export { queueMail, type QueuedMail } from '#app/messaging/actions/queue_mail'
export { resendMail, type ResendRefusal } from '#app/messaging/actions/resend_mail'
export {
  sendTestMail,
  type TestMailInput,
  type TestMailResult,
} from '#app/messaging/actions/send_test_mail'
export { OutboxMail, MAIL_STATES, type MailState } from '#app/messaging/models/outbox_mail'
export { mailUrl } from '#app/messaging/mail_url'
export { renderMail, renderSample, type RenderRefusal } from '#app/messaging/queries/render_mail'
export type { ComposedMail } from '#app/messaging/queries/compose_mail'
export { isConfidential, mailDefinitions } from '#app/messaging/queries/mail_definitions'
export { TestMail } from '#app/messaging/mails/test_mail'
export { smtpTransport, useMailTransport, type MailTransport } from '#app/messaging/transport'
