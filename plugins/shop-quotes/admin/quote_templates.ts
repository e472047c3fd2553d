import {
  removal,
  resource,
  stateCell,
  type AnyResource,
  type Field,
  type Viewer,
} from '#core/admin'
import { TAX_CLASSES } from '#plugins/shop-quotes/domain/tax_rates'
import { QuoteTemplate } from '#plugins/shop-quotes/models/quote_template'
import { currency } from '#plugins/shop-quotes/settings'

const lines: Field = {
  name: 'lines',
  kind: 'rows',
  most: 30,
  ordered: true,
  fields: [
    { name: 'description', kind: 'translated', max: 500, required: true },
    { name: 'quantity', kind: 'number', min: 1, max: 9999, default: 1, required: true },
    {
      name: 'priceMinor',
      kind: 'money',
      currency: ({ setting }) => setting(currency),
      required: true,
    },
    { name: 'basis', kind: 'choice', choices: ['gross', 'net'], default: 'gross', required: true },
    { name: 'taxClass', kind: 'choice', choices: TAX_CLASSES, default: 'standard', required: true },
    { name: 'optional', kind: 'flag' },
  ],
}

const long = { kind: 'translated', long: true, max: 5000, hint: true } as const

/** What is offered or written often: words and lines of an offer, and words to a customer. */
export const quoteTemplates: AnyResource = resource({
  id: 'shop-quotes.quote_templates',
  model: QuoteTemplate,
  permission: { view: 'shop-quotes.set_up', manage: 'shop-quotes.set_up' },
  icon: 'file-text',
  label: ({ name }) => name,
  list: {
    columns: [
      { name: 'name', sort: true, strong: true },
      { name: 'count', value: ({ lines: all }) => String(all.length), align: 'end' },
      { name: 'active', value: stateOf, sort: true },
      { name: 'position', sort: true, align: 'end' },
    ],
    search: ['name'],
    filters: [{ name: 'active', kind: 'flag' }],
    defaultSort: 'position',
  },
  form: {
    fields: [
      { name: 'name', kind: 'text', max: 80, unique: true, required: true, width: 'm', hint: true },
      { name: 'intro', ...long },
      lines,
      { name: 'conditions', ...long },
      { name: 'reply', ...long },
      { name: 'position', kind: 'number', max: 10_000, default: 0, required: true, hint: true },
      { name: 'active', kind: 'flag', default: true },
    ],
  },
  actions: [removal('shop-quotes.set_up', () => quoteTemplates)],
})

function stateOf({ active }: QuoteTemplate, { t }: Viewer) {
  const word = t(`shop-quotes.admin.quote_templates.states.${active ? 'active' : 'inactive'}`)
  return stateCell(active ? 'called' : 'ended', word)
}
