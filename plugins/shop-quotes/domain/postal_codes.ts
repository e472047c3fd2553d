type Form = {
  /** Of the code in capitals, without spaces and dashes; its groups are what is written. */
  pattern: RegExp
  before?: string
  between?: string
}

const FIVE_DIGITS: Form = { pattern: /^(\d{5})$/ }

const FORMS: Record<string, Form> = {
  AD: { pattern: /^(?:AD)?([1-7]00)$/, before: 'AD' },
  DE: FIVE_DIGITS,
  // The first two digits are those of a province.
  ES: { pattern: /^((?:0[1-9]|[1-4]\d|5[0-2])\d{3})$/ },
  FR: FIVE_DIGITS,
  IE: { pattern: /^([AC-FHKNPRTV-Y]\d[\dW])([\dAC-FHKNPRTV-Y]{4})$/, between: ' ' },
  IT: FIVE_DIGITS,
  PL: { pattern: /^(\d{2})(\d{3})$/, between: '-' },
  PT: { pattern: /^(\d{4})(\d{3})$/, between: '-' },
}

/** Addresses of Ireland are complete without; of other countries we do not know. */
export const needsPostalCode = (country: string): boolean => country in FORMS && country !== 'IE'

/** As the country writes it, null where it cannot be one: `1000001` in Portugal is `1000-001`. */
export function postalCodeOf(country: string, typed: string): string | null {
  const form = FORMS[country]
  const text = typed.trim().toUpperCase()
  if (!form) return /^[A-Z\d][A-Z\d -]{0,11}$/.test(text) ? text : null
  const groups = form.pattern.exec(text.replaceAll(/[\s-]/g, ''))?.slice(1)
  return groups ? (form.before ?? '') + groups.join(form.between ?? '') : null
}
