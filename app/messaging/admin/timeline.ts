import type { TimelineSource } from '#core/admin'
import { urlFor } from '#core/platform'
import { templateOf } from '#app/messaging/admin/mails'
import { mailsAbout } from '#app/messaging/queries/mails_about'

/** The mails about a record, each leading to what its recipient read. */
export const sentMails: TimelineSource = {
  id: 'messaging.mails',
  permission: 'messaging.view',
  async entries(subjects, viewer, limit) {
    const mails = await mailsAbout(subjects, limit)
    return mails.map((mail) => ({
      at: mail.createdAt,
      icon: 'mail',
      text: templateOf(mail, viewer),
      note: viewer.t(`messaging.states.${mail.state}`),
      who: mail.toAddress,
      href: urlFor('messaging.mails.show', { id: mail.id }),
    }))
  },
}
