import {
  removal,
  resource,
  type AnyResource,
  type FieldErrors,
  type Query,
  type Values,
  type Viewer,
} from '#core/admin'
import { countryName } from '#core/customers'
import type { Trx } from '#core/platform'
import { SET_UP } from '#plugins/shop-quotes/admin/set_up_rights'
import { rateRefusal, TAX_CLASSES, type TaxClass } from '#plugins/shop-quotes/domain/tax_rates'
import { TaxRate } from '#plugins/shop-quotes/models/tax_rate'
import { SELLER_COUNTRIES } from '#plugins/shop-quotes/settings'

const ERRORS = {
  not_a_rate: 'rate',
  must_be_zero: 'rate',
  ends_before_it_begins: 'validTo',
  overlaps: 'validFrom',
} as const

/** What each class costs in a country, from one day to another. */
export const taxRates: AnyResource = resource({
  id: 'shop-quotes.tax_rates',
  model: TaxRate,
  permission: SET_UP,
  icon: 'percent',
  label: labelOf,
  list: {
    columns: [
      { name: 'country', value: countryOf, sort: true, thenBy: 'taxClass', strong: true },
      { name: 'taxClass', sort: true, thenBy: 'country' },
      { name: 'rate', value: rateOf, sort: 'rateBp', align: 'end' },
      { name: 'validFrom', sort: true },
      { name: 'validTo', sort: true, emptyLast: true },
      { name: 'exemption', hidden: true },
    ],
    search: [],
    filters: [
      { name: 'country', kind: 'choice', choices: SELLER_COUNTRIES, label: nameOf },
      { name: 'taxClass', kind: 'choice', choices: TAX_CLASSES },
    ],
    tabs: [
      { name: 'now', keep: keepNow },
      { name: 'later', keep: (query, viewer) => void query.where('validFrom', '>', today(viewer)) },
      { name: 'over', keep: (query, viewer) => void query.where('validTo', '<', today(viewer)) },
    ],
    defaultSort: 'country',
  },
  show: {
    columns: [
      ...[{ name: 'country', value: countryOf }, { name: 'taxClass' }],
      ...[{ name: 'rate', value: rateOf }, { name: 'exemption' }],
      ...[{ name: 'validFrom' }, { name: 'validTo' }],
    ],
  },
  form: {
    fields: [
      { name: 'country', kind: 'choice', choices: countries, default: 'ES', required: true },
      {
        ...{ name: 'taxClass', kind: 'choice', choices: TAX_CLASSES, default: 'standard' },
        ...{ required: true, hint: true },
      },
      {
        ...{ name: 'rate', kind: 'number', decimals: 2, max: 99.99, default: 0 },
        ...{ required: true, hint: true },
      },
      {
        ...{ name: 'exemption', kind: 'text', max: 300, width: 'l', hint: true },
        when: { field: 'taxClass', is: ['exempt', 'zero'] },
      },
      { name: 'validFrom', kind: 'date', required: true, hint: true },
      { name: 'validTo', kind: 'date', hint: true },
    ],
    read: async ({ rateBp }) => ({ rate: rateBp / 100 }),
    check: rateErrors,
    fill: async (record, { rate }) => void (record.rateBp = pointsOf(rate)),
  },
  actions: [removal('shop-quotes.set_up', () => taxRates)],
})

const today = ({ formats, now }: Viewer) => formats().localDay(now)

function keepNow(query: Query<TaxRate>, viewer: Viewer): void {
  const day = today(viewer)
  query
    .where('validFrom', '<=', day)
    .where((open) => void open.whereNull('validTo').orWhere('validTo', '>=', day))
}

function nameOf(country: string, { locale }: Viewer): string {
  return countryName(country, locale)
}

function countryOf({ country }: TaxRate, viewer: Viewer): string {
  return nameOf(country, viewer)
}

function countries(viewer: Viewer) {
  return SELLER_COUNTRIES.map((value) => ({ value, label: nameOf(value, viewer) }))
}

function rateOf({ rateBp }: TaxRate, { t, formats }: Viewer): string {
  return t('shop-quotes.admin.tax_rates.percent', { rate: formats().number(rateBp / 100) })
}

function labelOf(rate: TaxRate, viewer: Viewer): string {
  const named = viewer.t(`shop-quotes.admin.tax_rates.choices.taxClass.${rate.taxClass}`)
  return `${countryOf(rate, viewer)}, ${named}, ${rateOf(rate, viewer)}`
}

/** 5.5 is 550 basis points; a float stands between, so it is rounded. */
const pointsOf = (rate: unknown): number => Math.round(Number(rate) * 100)

type Asked = { values: Values; record: TaxRate | null; trx: Trx }

/** Two rates of one class never hold on the same day. */
async function rateErrors({ values, record, trx }: Asked): Promise<FieldErrors> {
  const { country, taxClass, validFrom, validTo } = values as {
    [name in 'country' | 'taxClass' | 'validFrom']: string
  } & { validTo?: string | null }
  const rows = await TaxRate.query({ client: trx }).where({ country }).forUpdate()
  const others = rows.filter(({ id }) => id !== record?.id)
  const rate = {
    ...{ country, taxClass: taxClass as TaxClass, rateBp: pointsOf(values.rate) },
    ...{ exemption: null, validFrom, validTo: validTo ?? null },
  }
  const reason = rateRefusal(rate, others)
  return reason ? { [ERRORS[reason]]: `shop-quotes.admin.tax_rates.errors.${reason}` } : {}
}
