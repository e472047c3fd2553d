import { decimalsOf, decimalText, readDecimal } from '#core/organisation'
import { isDay } from '#core/scheduling'
import type { FieldErrors } from '#core/web'
import { isAmount, isDiscount, isQuantity } from '#plugins/shop-quotes/domain/amounts'
import type { Draft, DraftLine } from '#plugins/shop-quotes/domain/draft'
import { TAX_CLASSES } from '#plugins/shop-quotes/domain/tax_rates'
import type { TypedDraft, TypedLine } from '#plugins/shop-quotes/presenters/typed_draft'

const LONGEST = 10_000
const LONGEST_LINE = 2000

type How = {
  /** Formats of who types, `de-DE`. */
  tag: string
  currency: string
  /** Ids of services of the catalogue, and of what was requested. */
  services: readonly number[]
  wishes: readonly number[]
  say: (key: string) => string
}

type Read = { draft: Draft; errors: FieldErrors }

/** What was typed as a draft, and what of it cannot be read. */
export function readDraft(typed: TypedDraft, how: How): Read {
  const errors: FieldErrors = {}
  const lines = typed.lines.map((line, nth) =>
    readLine(line, how, (field, key) => {
      errors[`lines.${nth}.${field}`] = how.say(key)
    })
  )
  const wholeDiscountBp = readRate(typed.whole_discount, how.tag)
  if (wholeDiscountBp === null) errors.whole_discount = how.say('discount')
  if (!isDay(typed.last_day)) errors.last_day = how.say('last_day')
  for (const name of ['intro', 'conditions'] as const) {
    if (typed[name].length > LONGEST) errors[name] = how.say('too_long')
  }
  const draft = {
    ...{ intro: written(typed.intro), conditions: written(typed.conditions) },
    ...{ lastDay: typed.last_day, wholeDiscountBp: wholeDiscountBp ?? 0, lines },
  }
  return { draft, errors }
}

const written = (text: string): string | null => text.replaceAll(/\r\n?/g, '\n').trim() || null

type Refuse = (field: keyof TypedLine, key: string) => void

function readLine(line: TypedLine, how: How, refuse: Refuse): DraftLine {
  const { tag, currency, services, wishes } = how
  const description = written(line.description) ?? ''
  const quantity = readQuantity(line.quantity, tag)
  const price = readDecimal(line.price, { tag, decimals: decimalsOf(currency) })
  const discountBp = readRate(line.discount, tag)
  const taxClass = TAX_CLASSES.find((one) => one === line.tax)
  if (description === '' || description.length > LONGEST_LINE) refuse('description', 'description')
  if (quantity === null) refuse('quantity', 'quantity')
  if (!price.ok || !isAmount(price.units)) refuse('price', 'price')
  if (discountBp === null) refuse('discount', 'discount')
  if (!taxClass) refuse('tax', 'tax')
  return {
    ...{ serviceId: known(line.service, services), wishId: known(line.wish, wishes), description },
    ...{ quantity: quantity ?? '1', unitPriceMinor: price.ok ? price.units : 0 },
    ...{ discountBp: discountBp ?? 0, taxClass: taxClass ?? 'standard' },
    basis: line.basis === 'net' ? 'net' : 'gross',
    optional: line.optional !== '',
  }
}

/** An id that was shown; any other counts as none. */
const known = (id: string, ids: readonly number[]): number | null =>
  ids.find((one) => String(one) === id) ?? null

/** `12,5` → 1250; nothing is no discount. */
function readRate(text: string, tag: string): number | null {
  if (text.trim() === '') return 0
  const read = readDecimal(text, { tag, decimals: 2 })
  return read.ok && isDiscount(read.units) ? read.units : null
}

/** `1,50` → `1.5` */
function readQuantity(text: string, tag: string): string | null {
  const read = readDecimal(text, { tag, decimals: 3 })
  if (!read.ok) return null
  const quantity = decimalText(read.units, 3).replace(/\.?0+$/, '')
  return isQuantity(quantity) ? quantity : null
}
