import { widget } from '#core/admin'
import { urlFor } from '#core/platform'
import { OutboxMail } from '#app/messaging/models/outbox_mail'

/** Shown only when a mail could not be delivered: then somebody must act. */
export const failedMails = widget({
  id: 'messaging.failed_mails',
  permission: 'messaging.view',
  view: 'admin/widgets/attention',
  async data(viewer) {
    const failed = await OutboxMail.query().where('state', 'failed').select('id').limit(100)
    if (failed.length === 0) return null
    return {
      text: viewer.t('messaging.admin.mails.failed', { count: failed.length }),
      href: urlFor('messaging.mails.index', {}, { state: 'failed' }),
    }
  },
})
