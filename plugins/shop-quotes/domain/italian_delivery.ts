import type { BuyerKind } from './tax_id_rules.js'

/** Where the exchange system of the Italian tax office (SdI) delivers; docs/domain/billing.md. */
export type Delivery = { sdiCode: string; pec: string | null }

export type DeliveryReason =
  'not_a_recipient_code' | 'not_for_italy' | 'not_an_email' | 'pec_of_the_exchange' | 'one_of_two'

type Delivered =
  { ok: true; delivery: Delivery } | { ok: false; field: 'sdiCode' | 'pec'; reason: DeliveryReason }

const BY_PEC = '0000000'
const ABROAD = 'XXXXXXX'
const EMAIL = /^[^\s\p{Cc}@<>(),;:"]{1,64}@([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z]{2,24}$/iu

type Typed = { country: string; buyer: BuyerKind; sdiCode: string; pec: string }

/** @param typed `sdiCode` and `pec` as they were typed; '' for none */
export function deliveryOf({ country, buyer, ...typed }: Typed): Delivered {
  if (country !== 'IT') return delivered(ABROAD)
  if (buyer === 'person') return delivered(BY_PEC)
  const code = typed.sdiCode.toUpperCase().replaceAll(/\s/g, '')
  const pec = typed.pec.trim()
  const reason = pecReason(pec)
  if (reason) return { ok: false, field: 'pec', reason }
  if (code === '' || code === BY_PEC) {
    return pec ? delivered(BY_PEC, pec) : { ok: false, field: 'sdiCode', reason: 'one_of_two' }
  }
  if (code === ABROAD) return { ok: false, field: 'sdiCode', reason: 'not_for_italy' }
  // Seven of companies, six of public bodies.
  return /^[A-Z\d]{6,7}$/.test(code)
    ? delivered(code, pec)
    : { ok: false, field: 'sdiCode', reason: 'not_a_recipient_code' }
}

function pecReason(pec: string): DeliveryReason | null {
  if (pec === '') return null
  if (pec.length > 254 || !EMAIL.test(pec)) return 'not_an_email'
  return /^sdi[^@]*@pec\.fatturapa\.it$/i.test(pec) ? 'pec_of_the_exchange' : null
}

const delivered = (sdiCode: string, pec = ''): Delivered => ({
  ok: true,
  delivery: { sdiCode, pec: pec || null },
})
