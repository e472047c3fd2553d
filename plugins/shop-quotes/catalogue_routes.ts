import type { RouteGroups } from '#core/platform'

const catalogue = () => import('#plugins/shop-quotes/controllers/catalogue_controller')
const categories = () => import('#plugins/shop-quotes/controllers/categories_controller')
const services = () => import('#plugins/shop-quotes/controllers/services_controller')
const pictures = () => import('#plugins/shop-quotes/controllers/pictures_controller')

/** The names of the panel’s own pages are `shop-quotes.services.show` and so on. */
export function catalogueRoutes({ site }: RouteGroups): void {
  site.get('/', [catalogue, 'index'], { name: 'catalogue.index' })
  site.get('/categories/:slug', [categories, 'show'], { name: 'catalogue.categories.show' })
  site.get('/services/:slug', [services, 'show'], { name: 'catalogue.services.show' })
  site.get('/pictures/:id', [pictures, 'show'], { name: 'catalogue.pictures.show' })
}
