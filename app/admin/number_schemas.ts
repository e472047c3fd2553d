import vine from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'
import {
  decimalInput,
  decimalsOf,
  FORMAT_LOCALES,
  moneyText,
  readDecimal,
} from '#core/organisation'
import type { Viewer } from '#app/admin/definition'
import { currencyIn, type FieldOf } from '#app/admin/fields'

const LARGEST = 2_147_483_647

type Limits = {
  tag: string
  decimals: number
  /** In the smallest unit, as `min` and `max`. */
  min: number
  max: number
  /** A limit in words. */
  words: (units: number) => string
  /** Smallest units of the stored value: 100 keeps 12,50 as 12.5, 1 as 1250. */
  per: number
  money: boolean
}

/** Reads a number in the formats of the person who typed it. */
const typed = vine.createRule((value: unknown, limits: Limits, field: FieldContext) => {
  const read = readDecimal(String(value), limits)
  if (!read.ok && read.reason === 'too_many_decimals' && limits.decimals > 0) {
    return field.report('decimals', 'decimals', field, { count: limits.decimals })
  }
  if (!read.ok && read.reason === 'too_many_decimals') {
    return field.report('withoutDecimals', 'withoutDecimals', field)
  }
  if (!read.ok && limits.money) {
    return field.report('money', 'money', field, { example: limits.words(123_450) })
  }
  if (!read.ok) return field.report('number', 'number', field)
  const [min, max] = [limits.words(limits.min), limits.words(limits.max)]
  if (read.units < limits.min || read.units > limits.max) {
    return field.report('range', 'range', field, { min, max })
  }
  field.mutate(read.units / limits.per, field)
})

export function numberSchema(field: FieldOf<'number' | 'minutes'>, { locale }: Viewer) {
  const decimals = 'decimals' in field ? (field.decimals ?? 0) : 0
  const tag = FORMAT_LOCALES[locale]
  const per = 10 ** decimals
  const [min, max] = [(field.min ?? 0) * per, Math.min((field.max ?? LARGEST) * per, LARGEST * per)]
  const words = (units: number) => decimalInput(units, { tag, decimals })
  return vine.string().use(typed({ tag, decimals, min, max, words, per, money: false }))
}

/** Typed as "1.234,50", kept as 123450. */
export function moneySchema(field: FieldOf<'money'>, viewer: Viewer) {
  const { min = 0, max = LARGEST } = field
  const currency = currencyIn(field, viewer)
  const tag = FORMAT_LOCALES[viewer.locale]
  const words = (units: number) => moneyText(units, currency, tag)
  const limits = { tag, decimals: decimalsOf(currency), min, max, words, per: 1, money: true }
  return vine.string().use(typed(limits))
}
