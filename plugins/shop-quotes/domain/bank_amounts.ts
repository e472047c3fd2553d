const MOST_MINOR = 99_999_999_999
/** Signs and letters of currencies, and the spaces and apostrophes between thousands. */
const AROUND = /[\p{Sc}\p{L}\s'’]/gu

/** What stands before the cents, told by all amounts of a column; null where none has cents. */
export function decimalSign(amounts: readonly string[]): ',' | '.' | null {
  const signs = amounts.flatMap((text) => /([.,])\d{1,2}\D*$/.exec(text.trim())?.[1] ?? [])
  const commas = signs.filter((sign) => sign === ',').length
  if (signs.length === 0) return null
  return commas * 2 >= signs.length ? ',' : '.'
}

/** As some banks mark what went out: Soll, Debe, Débit, debit. */
const MARKED_DEBIT = /\d\s*(s|d|dr|db)\.?$/i

/** `1.234,50 €` with `,` is 123450, `(12.00)` with `.` is −1200; null of what is no amount. */
export function bankAmount(text: string, sign: ',' | '.' | null): number | null {
  const bare = text.replaceAll(AROUND, '').replaceAll('−', '-')
  const isDebit = /^-|-$|^\(.*\)$/.test(bare) || MARKED_DEBIT.test(text.trim())
  const digits = bare.replaceAll(/[-+()]/g, '')
  const [whole, cents = ''] = sign ? digits.split(sign) : [digits]
  if (sign && digits.split(sign).length > 2) return null
  if (!/^(\d+|\d{1,3}([.,]\d{3})+)$/.test(whole) || !/^\d{0,2}$/.test(cents)) return null
  const minor = Number(whole.replaceAll(/[.,]/g, '')) * 100 + Number(cents.padEnd(2, '0'))
  if (minor > MOST_MINOR) return null
  return isDebit ? -minor : minor
}

/** `31.12.2026`, `31/12/26`, `2026-12-31`, `20261231` as `2026-12-31`; the day comes first. */
export function bankDay(text: string): string | null {
  const iso = /^(\d{4})[-./]?(\d{2})[-./]?(\d{2})/.exec(text)
  const local = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4}|\d{2})(?!\d)/.exec(text)
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : local
      ? [local[3], local[2], local[1]]
      : ['', '', '']
  const full = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = Date.parse(`${full}T00:00:00Z`)
  return new Date(Number.isNaN(at) ? 0 : at).toISOString().startsWith(full) ? full : null
}
