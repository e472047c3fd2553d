import { defineJob } from '#core/jobs'
import { DELIVER_MAIL } from '#app/messaging/definitions'
import { deliverMail, giveUpMail } from '#app/messaging/actions/deliver_mail'

export const DeliverMail = defineJob<{ mailId: number }>({
  ...DELIVER_MAIL,
  handle: ({ mailId }) => deliverMail(mailId),
  abandoned: ({ mailId }, reason) => giveUpMail(mailId, reason),
})
