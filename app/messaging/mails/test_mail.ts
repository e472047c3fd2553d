import { defineMail } from '#app/messaging/definitions'

/** What an operator sends to their own address to see whether mail goes out. */
export const TestMail = defineMail<object>({
  id: 'messaging.test',
  view: 'messaging/mails/test',
  subject: (_, t) => t('messaging.test.subject'),
  sample: () => ({}),
})
