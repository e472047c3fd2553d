import type { RouteGroups } from '#core/platform'

export function routes({ site, staff }: RouteGroups): void {
  const texts = () => import('#app/organisation/controllers/texts_controller')
  site.get('/legal-notice', [texts, 'show'], { name: 'legal_notice.show' })
  site.get('/privacy', [texts, 'show'], { name: 'privacy_notice.show' })
  site.get('/accessibility', [texts, 'show'], { name: 'accessibility_statement.show' })
  site.get('/help', [texts, 'show'], { name: 'help.show' })

  const contacts = () => import('#app/organisation/controllers/contacts_controller')
  site.get('/contact', [contacts, 'show'], { name: 'contact.show' })

  const brands = () => import('#app/organisation/controllers/brands_controller')
  site.get('/brand.css', [brands, 'show'], { name: 'brand.show' })

  const logos = () => import('#app/organisation/controllers/logos_controller')
  site.get('/brand/logo', [logos, 'show'], { name: 'logo.show' })

  const funderLogos = () => import('#app/organisation/controllers/funder_logos_controller')
  site.get('/brand/funders/:id', [funderLogos, 'show'], { name: 'funder_logos.show' })

  const helpPages = () => import('#app/organisation/controllers/help_pages_controller')
  site.get('/help/:topic', [helpPages, 'show'], { name: 'help_pages.show' })

  const ownLogos = () => import('#app/organisation/admin/logos_controller')
  staff.post('/organisation/logo', [ownLogos, 'update'], {
    name: 'logos.update',
    permission: 'organisation.manage',
    upload: true,
  })
}
