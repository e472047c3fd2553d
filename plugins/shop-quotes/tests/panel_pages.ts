/** Pages of the panel, with the demo's records, that are looked at in a browser. */
export const SHOP_PAGES: string[] = [
  '/admin/shop-quotes/services',
  '/admin/shop-quotes/services?tab=inactive',
  '/admin/shop-quotes/services/1',
  '/admin/shop-quotes/services/1/edit',
  '/admin/shop-quotes/services/1/switch-off',
  '/admin/shop-quotes/services/create',
  '/admin/shop-quotes/categories',
  '/admin/shop-quotes/categories/1',
  '/admin/shop-quotes/categories/1/edit',
  '/admin/shop-quotes/tax-rates',
  '/admin/shop-quotes/tax-rates?tab=later',
  '/admin/shop-quotes/tax-rates/1',
  '/admin/shop-quotes/tax-rates/1/edit',
]
