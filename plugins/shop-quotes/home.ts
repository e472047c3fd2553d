import type { HomeEntry } from '#core/web'

export const home: HomeEntry[] = [
  {
    route: 'shop-quotes.catalogue.index',
    icon: 'shopping-bag',
    title: 'shop-quotes.catalogue.home.title',
    summary: 'shop-quotes.catalogue.home.summary',
  },
]
