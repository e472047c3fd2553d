import { navigationCounts, widget } from '#core/admin'
import { urlFor } from '#core/platform'
import { mails } from '#app/messaging/admin/mails'

/** Shown only when a mail could not be delivered: then somebody must act. */
export const failedMails = widget({
  id: 'messaging.failed_mails',
  permission: 'messaging.view',
  view: 'admin/widgets/attention',
  async data(viewer) {
    const count = (await navigationCounts(viewer)).get(mails.id)
    if (!count) return null
    return {
      text: viewer.t('messaging.admin.mails.failed', { count }),
      href: urlFor('messaging.mails.index', {}, { state: 'failed' }),
    }
  },
})
