/** Why a typed number is none. */
export type DecimalReason = 'not_a_number' | 'too_many_decimals'

export type ReadDecimal =
  | {
      ok: true
      /** In the smallest unit: `12,50` with two decimals is 1250. */
      units: number
    }
  | { ok: false; reason: DecimalReason }

type Written = {
  /** BCP 47 tag of the person's formats, `de-DE`. */
  tag: string
  decimals: number
}

const LONGEST = 40

/**
 * Reads a number as people write it where `tag` is spoken; never through a float. Groups of three
 * may be set apart by the language's sign, spaces or apostrophes. A sign of another language counts
 * as the decimal one only where it cannot mean thousands:
 *
 *     readDecimal('1.234,50', { tag: 'de-DE', decimals: 2 })  // 123450
 *     readDecimal('12.5', { tag: 'de-DE', decimals: 2 })      // 1250
 *     readDecimal('1.234', { tag: 'fr-FR', decimals: 2 })     // not a number: 1234 or 1,234?
 */
export function readDecimal(text: string, { tag, decimals }: Written): ReadDecimal {
  if (text.length > LONGEST) return { ok: false, reason: 'not_a_number' }
  const typed = text
    .trim()
    .replaceAll(/[\s'’]/g, '_')
    .replace('\u2212', '-')
  const [, sign, figures] = /^(-?)([\d_.,]+)$/.exec(typed) ?? []
  const parts = figures === undefined ? null : partsOf(figures, signsOf(tag))
  if (!parts) return { ok: false, reason: 'not_a_number' }
  if (parts.fraction.length > decimals) return { ok: false, reason: 'too_many_decimals' }
  const units = Number(parts.whole + parts.fraction.padEnd(decimals, '0'))
  return { ok: true, units: sign && units !== 0 ? -units : units }
}

type Signs = { group: string; decimal: string }

function partsOf(figures: string, { group, decimal }: Signs) {
  const whole = String.raw`\d+|\d{1,3}(?:(?:_\d{3})+|(?:${group}\d{3})+)`
  const own = new RegExp(String.raw`^(${whole})(?:${decimal}(\d*))?$`).exec(figures)
  const found = own ?? /^(\d+)[.,](\d\d?)$/.exec(figures)
  return found && { whole: found[1].replaceAll(/\D/g, ''), fraction: found[2] ?? '' }
}

/** Signs of a language, ready for a pattern. */
function signsOf(tag: string): Signs {
  const parts = new Intl.NumberFormat(tag).formatToParts(12345678.5)
  const sign = (type: string) => parts.find((part) => part.type === type)!.value
  const group = sign('group')
  return { group: /\s/.test(group) ? '_' : `[${group}]`, decimal: `[${sign('decimal')}]` }
}

/** 123450 → `1234.50`: exact, whatever its size. */
export function decimalText(units: number, decimals: number): `${number}` {
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = decimals > 0 ? `.${digits.slice(-decimals)}` : ''
  return `${units < 0 ? '-' : ''}${whole}${fraction}` as `${number}`
}

/** As the person would type it: `1.234,50`. */
export function decimalInput(units: number, { tag, decimals }: Written): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return new Intl.NumberFormat(tag, digits).format(decimalText(units, decimals))
}

/** Whether this can be a currency; the code of a record may be missing. */
export const isCurrency = (code: string): boolean => /^[A-Z]{3}$/.test(code)

/** Decimals of a currency: 2 for EUR, 0 for JPY. */
export const decimalsOf = (currency: string): number =>
  formatOf('en', currency).resolvedOptions().maximumFractionDigits ?? 2

/** `1.234,50 €`, out of minor units. */
export const moneyText = (minor: number, currency: string, tag: string): string =>
  formatOf(tag, currency).format(decimalText(minor, decimalsOf(currency)))

/** Lists write many amounts; building a formatter costs some 50 µs. */
const kept = new Map<string, Intl.NumberFormat>()

function formatOf(tag: string, currency: string): Intl.NumberFormat {
  const key = `${tag} ${currency}`
  const known = kept.get(key)
  if (known) return known
  const built = new Intl.NumberFormat(tag, { style: 'currency', currency })
  kept.set(key, built)
  return built
}
