import { resourceNamed, type Field } from '#core/admin'
import { bookableServices } from '#plugins/shop-quotes/admin/bookable_services'
import { categoryField } from '#plugins/shop-quotes/admin/category_fields'
import { SLUG } from '#plugins/shop-quotes/admin/set_up_rights'
import { PRICE_MODES, WITHDRAWAL_CLASSES } from '#plugins/shop-quotes/domain/catalogue'
import { TAX_CLASSES } from '#plugins/shop-quotes/domain/tax_rates'
import { servicePictures } from '#plugins/shop-quotes/files'
import { currency } from '#plugins/shop-quotes/settings'

export const BASES = ['gross', 'net'] as const

const texts: Field[] = [
  { name: 'name', kind: 'translated', max: 120, required: true },
  { name: 'summary', kind: 'translated', max: 200, hint: true },
  { name: 'description', kind: 'translated', long: true, max: 5000, hint: true },
  categoryField,
  {
    ...{ name: 'locationId', kind: 'relation', to: () => resourceNamed('organisation.locations') },
    hint: true,
  },
]

const price: Field[] = [
  {
    ...{ name: 'priceMode', kind: 'choice', choices: PRICE_MODES, default: 'fixed' },
    ...{ required: true, hint: true },
  },
  {
    ...{ name: 'priceMinor', kind: 'money', currency: ({ setting }) => setting(currency) },
    ...{ required: true, hint: true, when: { field: 'priceMode', is: 'fixed' } },
  },
  { name: 'basis', kind: 'choice', choices: BASES, default: 'gross', required: true, hint: true },
  {
    ...{ name: 'taxClass', kind: 'choice', choices: TAX_CLASSES, default: 'standard' },
    ...{ required: true, hint: true },
  },
]

const ordering: Field[] = [
  { name: 'formId', kind: 'relation', to: () => resourceNamed('forms.definitions'), hint: true },
  {
    ...{ name: 'bookableServiceId', kind: 'relation', hint: true },
    to: () => bookableServices,
  },
  {
    ...{ name: 'withdrawalClass', kind: 'choice', choices: WITHDRAWAL_CLASSES, default: 'begun' },
    ...{ required: true, hint: true },
  },
  { name: 'most', kind: 'number', min: 1, max: 999, default: 10, required: true, hint: true },
]

const shown: Field[] = [
  { name: 'slug', kind: 'text', max: 60, pattern: SLUG, unique: true, required: true, hint: true },
  { name: 'picture', kind: 'file', use: servicePictures, hint: true },
  { name: 'alternative', kind: 'translated', max: 200, hint: true },
  { name: 'availableFrom', kind: 'date', hint: true },
  { name: 'availableTo', kind: 'date', hint: true },
  { name: 'position', kind: 'number', max: 10_000, default: 0, required: true, hint: true },
  { name: 'active', kind: 'flag', default: true, hint: true },
]

/** What staff say of a service. */
export const serviceSections = [
  { name: 'texts', fields: texts },
  { name: 'price', fields: price },
  { name: 'ordering', fields: ordering },
  { name: 'shown', fields: shown },
]
