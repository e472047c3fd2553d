import {
  booleanSetting,
  choiceSetting,
  numberSetting,
  secretSetting,
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

/** Days before the last one on which an offer is brought to mind; 0 never does. */
export const quoteReminder = numberSetting('shop-quotes.quote_reminder_days', {
  section: 'orders',
  default: 3,
  min: 0,
  max: 30,
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

/** The account that transfers go to; without a valid one they are not offered. */
export const accountHolder = textSetting('shop-quotes.account_holder', {
  ...payment,
  default: '',
  maxLength: 70,
})
export const accountIban = textSetting('shop-quotes.iban', {
  ...payment,
  default: '',
  maxLength: 42,
  pattern: /^[A-Za-z]{2}\d{2}[A-Za-z0-9 ]{11,38}$/,
})
export const accountBic = textSetting('shop-quotes.bic', {
  ...payment,
  default: '',
  maxLength: 11,
  pattern: /^[A-Za-z]{6}[A-Za-z0-9]{2}([A-Za-z0-9]{3})?$/,
})

/** Cards and wallets on Stripe's page; offered once both secrets are set. */
export const takesStripe = booleanSetting('shop-quotes.takes_stripe', {
  ...payment,
  default: false,
})
export const stripeKey = secretSetting('shop-quotes.stripe_key', payment)
export const stripeSigningSecret = secretSetting('shop-quotes.stripe_signing_secret', payment)

/** In the order of their page. */
export const settings = [
  ...[sellerName, sellerAddress, sellerCountry, sellerTaxId, currency],
  ...[payWithin, quoteGoodFor, quoteReminder, terms],
  ...[takesBankTransfer, accountHolder, accountIban, accountBic, takesDesk],
  ...[takesStripe, stripeKey, stripeSigningSecret],
]
