import { page, type AdminPage } from '#core/admin'

const numbers = () => import('#plugins/shop-quotes/controllers/numbers_controller')

/** The gap report. */
export const numberPages: AdminPage[] = [
  page({
    id: 'shop-quotes.numbers',
    path: '/numbers',
    permission: 'shop-quotes.set_up',
    icon: 'hash',
    handler: [numbers, 'show'],
  }),
]
