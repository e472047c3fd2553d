import { page, type AdminContribution } from '#core/admin'
import type { RouteGroups } from '#core/platform'
import { mails } from '#app/messaging/admin/mails'
import { sendSample } from '#app/messaging/admin/send_sample'
import { sentMails } from '#app/messaging/admin/timeline'
import { failedMails } from '#app/messaging/admin/failed_mails'

const previews = () => import('#app/messaging/admin/previews_controller')
const templates = () => import('#app/messaging/admin/templates_controller')
const templatePreviews = () => import('#app/messaging/admin/template_previews_controller')
const permission = 'messaging.edit_templates'

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
    page({
      id: 'messaging.templates',
      path: '/templates',
      permission,
      icon: 'file-text',
      handler: [templates, 'index'],
      actions: [sendSample],
    }),
    page({
      id: 'messaging.template',
      path: '/templates/:template',
      permission,
      handler: [templates, 'show'],
      menu: false,
    }),
    page({
      id: 'messaging.template_preview',
      path: '/templates/:template/preview',
      permission,
      handler: [templatePreviews, 'show'],
      menu: false,
    }),
  ],
  widgets: [failedMails],
  timeline: [sentMails],
}

export function routes({ staff }: RouteGroups): void {
  staff.post('/messaging/templates/:template/texts', [templates, 'update'], {
    name: 'templates.update',
    permission,
  })
}
