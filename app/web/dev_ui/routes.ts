import type { RouteGroups } from '#core/platform'

/** The gallery of components; the module `web` calls this outside production only. */
export function devUiRoutes({ site }: RouteGroups): void {
  const gallery = () => import('#app/web/dev_ui/controllers/gallery_controller')
  const mails = () => import('#app/web/dev_ui/controllers/mail_samples_controller')
  site.get('/dev/ui', [gallery, 'index'], { name: 'dev_ui.index' })
  site.get('/dev/ui/mail/sample', [mails, 'show'], { name: 'dev_ui.mail_sample' })
  site.get('/dev/ui/:page', [gallery, 'show'], { name: 'dev_ui.show' })
}
