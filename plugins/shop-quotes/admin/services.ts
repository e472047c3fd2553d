import {
  removal,
  resource,
  resourceNamed,
  type AnyResource,
  type Query,
  type Viewer,
} from '#core/admin'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { seenAtLocations } from '#plugins/shop-quotes/admin/seen_by'
import { duplicate, switchOff, switchOn } from '#plugins/shop-quotes/admin/service_actions'
import { standingCell } from '#plugins/shop-quotes/admin/service_cells'
import { serviceErrors } from '#plugins/shop-quotes/admin/service_rules'
import { serviceSections } from '#plugins/shop-quotes/admin/service_sections'
import { SET_UP } from '#plugins/shop-quotes/admin/set_up_rights'
import { PRICE_MODES } from '#plugins/shop-quotes/domain/catalogue'
import { TAX_CLASSES } from '#plugins/shop-quotes/domain/tax_rates'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { categoryNames } from '#plugins/shop-quotes/queries/category_names'

const locations = () => resourceNamed('organisation.locations')
const COLUMNS = ['priceMode', 'priceMinor', 'basis', 'taxClass', 'formId']
const FURTHER = ['bookableServiceId', 'withdrawalClass', 'most', 'availableFrom', 'availableTo']

/** S1: what the shop offers, with a price or on request. */
export const services: AnyResource = resource({
  id: 'shop-quotes.services',
  model: ShopService,
  permission: SET_UP,
  palette: {},
  icon: 'shopping-bag',
  label: ({ name }, { locale }) => translated(name, locale),
  scope: seenAtLocations,
  list: {
    columns: [
      { name: 'name', strong: true },
      { name: 'categoryId', texts: waysOf },
      { name: 'locationId', value: placeOf, about: placeBehind },
      { name: 'priceMode', sort: true, hidden: true },
      { name: 'priceMinor', sort: true, emptyLast: true },
      { name: 'taxClass', sort: true, hidden: true },
      { name: 'slug', sort: true, hidden: true },
      { name: 'active', value: standingCell, sort: true },
      { name: 'position', sort: true, align: 'end' },
    ],
    search: ['words', 'slug'],
    filters: [
      { name: 'categoryId', kind: 'relation', to: () => resourceNamed('shop-quotes.categories') },
      { name: 'locationId', kind: 'relation', to: locations },
      { name: 'priceMode', kind: 'choice', choices: PRICE_MODES },
      { name: 'taxClass', kind: 'choice', choices: TAX_CLASSES },
    ],
    tabs: [
      { name: 'active', keep: (query: Query) => void query.where('active', true) },
      { name: 'inactive', keep: (query: Query) => void query.where('active', false) },
    ],
    defaultSort: 'position',
  },
  show: {
    columns: [
      ...[{ name: 'name' }, { name: 'summary' }, { name: 'description' }],
      { name: 'categoryId' },
      { name: 'locationId', value: placeOf, about: placeBehind },
      ...COLUMNS.map((name) => ({ name })),
      ...FURTHER.map((name) => ({ name })),
      ...[{ name: 'slug' }, { name: 'position' }, { name: 'active', value: standingCell }],
    ],
    links: [
      {
        ...{ id: 'customer', icon: 'eye' },
        href: ({ slug, active }) =>
          active ? urlFor('shop-quotes.catalogue.services.show', { slug }) : null,
      },
    ],
  },
  form: {
    sections: serviceSections,
    check: serviceErrors,
    fill: async (service, { priceMode }) => {
      if (priceMode === 'quote') service.priceMinor = null
    },
  },
  actions: [switchOn, switchOff, duplicate, removal('shop-quotes.set_up', () => services)],
})

function placeBehind({ locationId }: ShopService) {
  return locationId === null ? null : { object: locations().object, id: locationId }
}

function placeOf(_: ShopService, { t }: Viewer, name?: string): string {
  return name ?? t('shop-quotes.admin.services.everywhere')
}

async function waysOf(shown: ShopService[], { locale }: Viewer): Promise<Map<number, string>> {
  const ways = new Map((await categoryNames(locale)).map(({ id, way }) => [id, way]))
  return new Map(shown.map(({ id, categoryId }) => [id, ways.get(categoryId) ?? '']))
}
