import { test } from '@japa/runner'
import fc from 'fast-check'
import { KNOWN_RATES } from '#plugins/shop-quotes/domain/known_rates'
import { totalsOf, totalsRefusal, type TaxedLine } from '#plugins/shop-quotes/domain/totals'
import { exactCart } from '#plugins/shop-quotes/tests/exact_cart'
import { repetitions } from '#tests/kit/repetitions'

const RUNS = repetitions('random carts against exact fractions', { test: 1000, proof: 10_000 })
const COUNTRIES = [...new Set(KNOWN_RATES.map(({ country }) => country))]

const quantity = fc.oneof(
  fc.integer({ min: 1, max: 999 }).map(String),
  fc
    .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 1, max: 999 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(3, '0')}`),
  fc.constantFrom('0.5', '1.5', '0.25', '12.50', '0.001')
)
const discount = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 10_000 }))
const price = fc.oneof(
  fc.integer({ min: 1, max: 200 }),
  fc.integer({ min: 0, max: 1_000_000 }),
  fc.integer({ min: -50_000, max: -1 })
)

const cart = fc.constantFrom(...COUNTRIES).chain((country) => {
  const rate = fc.constantFrom(...KNOWN_RATES.filter((one) => one.country === country))
  const line: fc.Arbitrary<TaxedLine> = fc
    .record({
      unitPriceMinor: price,
      basis: fc.constantFrom('net' as const, 'gross' as const),
      quantity,
      discountBp: discount,
      rate,
    })
    .map(({ rate: { taxClass, rateBp }, ...one }) => ({ ...one, taxClass, rateBp }))
  return fc.tuple(fc.array(line, { minLength: 1, maxLength: 12 }), discount)
})

/** Lines that are too large are another test's matter. */
const carts = (check: (lines: TaxedLine[], whole: number) => void) =>
  fc.assert(
    fc.property(
      cart.filter(([lines, wholeDiscount]) => totalsRefusal(lines, { wholeDiscount }) === null),
      ([lines, whole]) => check(lines, whole)
    ),
    { numRuns: RUNS }
  )

test.group('shop-quotes | Random carts of every known rate', () => {
  test('no figure is ever off by a minor unit', ({ assert }) => {
    carts((lines, wholeDiscount) => {
      const totals = totalsOf(lines, { wholeDiscount })
      const exact = exactCart(lines, wholeDiscount)
      assert.deepEqual(
        totals.lines.map(({ amountMinor }) => amountMinor),
        exact.amounts
      )
      const groups = totals.taxes.map((tax) => ({
        name: `${tax.taxClass} ${tax.rateBp}`,
        base: tax.netMinor,
        vat: tax.taxMinor,
        rounding: tax.roundingMinor,
        paid: tax.grossMinor,
      }))
      assert.sameDeepMembers(groups, exact.groups)
      assert.equal(totals.totalMinor, exact.total)
    })
  })

  test('net, VAT and rounding make the total, of each rate and of all', ({ assert }) => {
    carts((lines, wholeDiscount) => {
      const totals = totalsOf(lines, { wholeDiscount })
      assert.equal(totals.netMinor + totals.taxMinor + totals.roundingMinor, totals.totalMinor)
      for (const tax of totals.taxes) {
        assert.equal(tax.netMinor + tax.taxMinor + tax.roundingMinor, tax.grossMinor)
      }
    })
  })

  test('rounding is at most one minor unit a rate, and none where all is net', ({ assert }) => {
    carts((lines, wholeDiscount) => {
      for (const tax of totalsOf(lines, { wholeDiscount }).taxes) {
        assert.isAtMost(Math.abs(tax.roundingMinor), 1)
      }
      const net = lines.map((line) => ({ ...line, basis: 'net' as const }))
      assert.equal(totalsOf(net, { wholeDiscount }).roundingMinor, 0)
    })
  })

  test('S5 what was shown with VAT is what is paid', ({ assert }) => {
    carts((lines, wholeDiscount) => {
      const gross = lines.map((line) => ({ ...line, basis: 'gross' as const }))
      const totals = totalsOf(gross, { wholeDiscount })
      const shown = totals.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
      assert.equal(totals.totalMinor, shown)
    })
  })

  test('the order of the lines changes no total', ({ assert }) => {
    carts((lines, wholeDiscount) => {
      const { lines: _, ...given } = totalsOf(lines, { wholeDiscount })
      const { lines: __, ...turned } = totalsOf(lines.toReversed(), { wholeDiscount })
      assert.deepEqual(turned, given)
    })
  })
})
