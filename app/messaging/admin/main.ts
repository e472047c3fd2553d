import { page, type AdminContribution } from '#core/admin'
import { mails } from '#app/messaging/admin/mails'
import { sentMails } from '#app/messaging/admin/timeline'
import { failedMails } from '#app/messaging/admin/failed_mails'

const previews = () => import('#app/messaging/admin/previews_controller')

export const admin: AdminContribution = {
  group: 'admin.groups.system',
  resources: [mails],
  pages: [
    page({
      id: 'messaging.mails.preview',
      path: '/mails/:id/preview',
      permission: 'messaging.view',
      handler: [previews, 'show'],
      menu: false,
    }),
  ],
  widgets: [failedMails],
  timeline: [sentMails],
}
