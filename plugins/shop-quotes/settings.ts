import {
  booleanSetting,
  choiceSetting,
  numberSetting,
  textSetting,
  translatedSetting,
} from '#core/settings'

/** The countries whose VAT rates and tax numbers are known. */
export const SELLER_COUNTRIES = ['ES', 'PT', 'FR', 'IT', 'DE', 'PL', 'AD', 'IE'] as const

const seller = { section: 'seller' } as const

/** Whose prices and VAT these are; papers name it. */
export const sellerName = textSetting('shop-quotes.seller_name', { ...seller, default: '' })
export const sellerAddress = textSetting('shop-quotes.seller_address', {
  ...seller,
  default: '',
  multiline: true,
})
export const sellerCountry = choiceSetting('shop-quotes.seller_country', {
  ...seller,
  default: 'ES',
  choices: SELLER_COUNTRIES,
})
export const sellerTaxId = textSetting('shop-quotes.seller_tax_id', {
  ...seller,
  default: '',
  maxLength: 30,
})

/** ISO 4217. What was placed keeps the currency it was placed in. */
export const currency = choiceSetting('shop-quotes.currency', {
  ...seller,
  default: 'EUR',
  choices: ['EUR', 'PLN', 'GBP', 'CHF', 'USD'],
})

/** Local days that somebody has to pay an order, and for which a quote is good. */
export const payWithin = numberSetting('shop-quotes.pay_within_days', {
  section: 'orders',
  default: 14,
  min: 1,
  max: 90,
})
export const quoteGoodFor = numberSetting('shop-quotes.quote_good_for_days', {
  section: 'orders',
  default: 30,
  min: 1,
  max: 365,
})

/** What is agreed to when an order is placed; empty: nothing has to be agreed to. */
export const terms = translatedSetting('shop-quotes.terms', {
  section: 'orders',
  default: {},
  long: true,
  maxLength: 20_000,
})

const payment = { section: 'payment' } as const

/** Ways to pay that customers are offered. */
export const takesBankTransfer = booleanSetting('shop-quotes.takes_bank_transfer', {
  ...payment,
  default: true,
})
export const takesDesk = booleanSetting('shop-quotes.takes_desk', { ...payment, default: true })
