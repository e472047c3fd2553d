import { test } from '@japa/runner'
import fc from 'fast-check'
import {
  isQuantity,
  LARGEST_AMOUNT,
  lineAmount,
  roundDiv,
  type PricedLine,
} from '#plugins/shop-quotes/domain/amounts'

type Row = [price: number, quantity: string, line: number, whole: number, amount: number]

/** The table "A line" of docs/domain/money.md. */
const TABLE: Row[] = [
  [1999, '3', 0, 0, 5997],
  [3333, '1.5', 0, 0, 5000],
  [1, '0.5', 0, 0, 1],
  [-1, '0.5', 0, 0, -1],
  [1, '0.499', 0, 0, 0],
  [8000, '1', 1250, 0, 7000],
  [1999, '3', 1000, 500, 5127],
  [101, '1', 5000, 1000, 45],
]

const line = (changes: Partial<PricedLine> = {}) => ({
  unitPriceMinor: 100,
  quantity: '1',
  ...changes,
})
const size = (n: bigint) => (n < 0n ? -n : n)
const refused = (reason: string) => ({ ok: false as const, reason })

test.group('shop-quotes | Amount of a line', () => {
  for (const [unitPriceMinor, quantity, discountBp, whole, amountMinor] of TABLE) {
    test(`${unitPriceMinor} × ${quantity} less ${discountBp} and ${whole} is ${amountMinor}`, ({
      assert,
    }) => {
      const amount = lineAmount({ unitPriceMinor, quantity, discountBp }, whole)
      assert.deepEqual(amount, { ok: true, amountMinor })
    })
  }

  test('a line without discount costs price times quantity', ({ assert }) => {
    assert.deepEqual(lineAmount(line({ quantity: '2.25' })), { ok: true, amountMinor: 225 })
    assert.deepEqual(lineAmount(line({ discountBp: 10_000 })), { ok: true, amountMinor: 0 })
  })

  test('what is no price, quantity or discount is refused', ({ assert }) => {
    for (const unitPriceMinor of [1.5, NaN, Infinity, LARGEST_AMOUNT + 1, -LARGEST_AMOUNT - 1]) {
      assert.deepEqual(lineAmount(line({ unitPriceMinor })), refused('not_an_amount'))
    }
    for (const quantity of ['0', '', '1,5', '-1', '1e3', ' 1', '1000000', '1.0005', '0.000', '٣']) {
      assert.deepEqual(lineAmount(line({ quantity })), refused('not_a_quantity'))
    }
    for (const bp of [-1, 10_001, 0.5, NaN]) {
      assert.deepEqual(lineAmount(line({ discountBp: bp })), refused('not_a_discount'))
      assert.deepEqual(lineAmount(line(), bp), refused('not_a_discount'))
    }
  })

  test('an amount over 9 999 999 999 minor units is refused', ({ assert }) => {
    const unitPriceMinor = LARGEST_AMOUNT
    const whole = { ok: true as const, amountMinor: unitPriceMinor }
    assert.deepEqual(lineAmount(line({ unitPriceMinor })), whole)
    const more = line({ unitPriceMinor, quantity: '1.001' })
    assert.deepEqual(lineAmount(more), refused('amount_too_large'))
    const less = { ...more, unitPriceMinor: -LARGEST_AMOUNT }
    assert.deepEqual(lineAmount(less), refused('amount_too_large'))
  })

  test('a quantity has up to six digits before the point and three after it', ({ assert }) => {
    for (const quantity of ['1', '0.001', '999999.999', '007', '1.50']) {
      assert.isTrue(isQuantity(quantity), quantity)
    }
    for (const quantity of ['0', '0.0', '.5', '1.', '1.2345', '1234567']) {
      assert.isFalse(isQuantity(quantity), quantity)
    }
  })
})

test.group('shop-quotes | Rounding', () => {
  test('half goes away from zero, on both sides of it', ({ assert }) => {
    const results = [5n, -5n, 4n, -4n, 15n, -15n, 14n, 0n].map((n) => roundDiv(n, 10n))
    assert.deepEqual(results, [1n, -1n, 0n, 0n, 2n, -2n, 1n, 0n])
  })

  test('no other whole number is nearer, and of two as near the one further out', () => {
    const n = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n })
    const d = fc.bigInt({ min: 1n, max: 10n ** 20n })
    fc.assert(
      fc.property(n, d, (numerator, divisor) => {
        const found = roundDiv(numerator, divisor) * divisor
        const off = 2n * size(numerator - found)
        return off < divisor || (off === divisor && size(found) > size(numerator))
      })
    )
  })
})
