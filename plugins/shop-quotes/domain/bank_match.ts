import { readReference } from '#plugins/shop-quotes/domain/bank_transfer'
import { documentNumber } from '#plugins/shop-quotes/domain/document_number'

/** `RF71O202700042`, or the number alone; banks add and drop spaces and signs as they like. */
const NAMED = /(RF\d\d)?O(20\d\d)(\d{5,7})/g

/**
 * Numbers of orders that the words of a transfer name: `RF71 O202 7000 42`, `order O-2027-00042`.
 * A reference whose check digits are wrong was mistyped, so its number is not believed either.
 */
export function ordersNamed(purpose: string): string[] {
  const text = purpose.toUpperCase().replaceAll(/[^A-Z\d]/g, '')
  const found = [...text.matchAll(NAMED)].flatMap(([, check, year, digits]) =>
    lengths(digits).flatMap((nth) => {
      const reference = check && readReference(`${check}O${year}${nth}`)
      return check && !reference ? [] : [documentNumber('O', Number(year), Number(nth))]
    })
  )
  return [...new Set(found)]
}

/** Other figures may follow the number without a space: all lengths that it can have. */
const lengths = (digits: string): string[] =>
  [5, 6, 7]
    .filter((length) => length <= digits.length && (length === 5 || !digits.startsWith('0')))
    .map((length) => digits.slice(0, length))
