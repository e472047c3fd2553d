/** What a page of Stripe is asked for; amounts are in minor units there too. */
type Ordered = { readonly publicId: string; readonly number: string; readonly locale: string }
type Tried = { readonly publicId: string; readonly amountMinor: number; readonly currency: string }

type Locale = 'es' | 'pt' | 'en' | 'fr' | 'it' | 'de' | 'pl' | 'auto'
/** Stripe has no Catalan. */
const LOCALES: Record<string, Locale> = {
  ...{ es: 'es', pt: 'pt', en: 'en', fr: 'fr', it: 'it', ca: 'es', de: 'de', pl: 'pl' },
}

/**
 * One line with the number of the order: what was bought, and by whom, stays here. Everything in it
 * is fixed for a try, since the same key with other words is refused.
 */
export function checkoutOf(order: Ordered, payment: Tried, back: string) {
  const { amountMinor, currency, publicId } = payment
  const metadata = { payment: publicId, order: order.number }
  const product = { product_data: { name: order.number }, currency: currency.toLowerCase() }
  return {
    mode: 'payment' as const,
    client_reference_id: order.publicId,
    locale: LOCALES[order.locale] ?? 'auto',
    line_items: [{ quantity: 1, price_data: { ...product, unit_amount: amountMinor } }],
    metadata,
    payment_intent_data: { metadata },
    success_url: back,
    cancel_url: back,
  }
}

/** What Stripe tells of a page, as far as it matters here. */
export type Checkout = {
  readonly id: string
  readonly status: string | null
  readonly payment_status: string
  readonly amount_total: number | null
  readonly currency: string | null
  readonly metadata: Readonly<Record<string, string>> | null
}

/** `open`: nothing has come of it yet; `awaited`: paid in a way that takes days. */
export type CheckoutStanding = 'paid' | 'awaited' | 'expired' | 'open'

export function standingOf({ status, payment_status: paid }: Checkout): CheckoutStanding {
  if (paid === 'paid' || paid === 'no_payment_required') return 'paid'
  if (status === 'complete') return 'awaited'
  return status === 'expired' ? 'expired' : 'open'
}

export const moneyOf = ({ amount_total: minor, currency }: Checkout) => ({
  amountMinor: minor ?? 0,
  currency: (currency ?? '').toUpperCase(),
})
