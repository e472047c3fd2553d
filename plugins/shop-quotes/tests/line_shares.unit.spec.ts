import { test } from '@japa/runner'
import fc from 'fast-check'
import { lineShares } from '#plugins/shop-quotes/domain/line_shares'
import { totalsOf } from '#plugins/shop-quotes/domain/totals'

type Line = Parameters<typeof totalsOf>[0][number] & { exemption: string | null }

const line = (unitPriceMinor: number, own: Partial<Line> = {}): Line => ({
  ...{ unitPriceMinor, basis: 'gross', quantity: '1', discountBp: 0 },
  ...{ taxClass: 'standard', rateBp: 2200, exemption: null },
  ...own,
})

function sharesOf(lines: readonly Line[]) {
  const totals = totalsOf(lines)
  const amounts = lines.map((one, nth) => ({ ...one, ...totals.lines[nth] }))
  return { totals, shares: lineShares(amounts, totals) }
}

test.group('Shares of the lines of an order', () => {
  test('cents that are left go to the largest remainders', ({ assert }) => {
    const { shares } = sharesOf([line(100), line(100), line(100)])
    // 3.00 with 22 %: net 2.46, VAT 0.54
    assert.deepEqual(shares, [
      { netMinor: 82, taxMinor: 18, grossMinor: 100 },
      { netMinor: 82, taxMinor: 18, grossMinor: 100 },
      { netMinor: 82, taxMinor: 18, grossMinor: 100 },
    ])
    assert.deepEqual(
      sharesOf([line(99), line(1)]).shares.map(({ netMinor }) => netMinor),
      [81, 1]
    )
  })

  test('each rate and each exemption is divided among its own lines', ({ assert }) => {
    const free = { taxClass: 'exempt', rateBp: 0, exemption: 'Art. 10' } as const
    const { shares } = sharesOf([line(3660), line(1040, { rateBp: 400 }), line(500, free)])
    assert.deepEqual(shares, [
      { netMinor: 3000, taxMinor: 660, grossMinor: 3660 },
      { netMinor: 1000, taxMinor: 40, grossMinor: 1040 },
      { netMinor: 500, taxMinor: 0, grossMinor: 500 },
    ])
  })

  test('deductions of a quote share in their rate, also where it comes to less than nothing', ({
    assert,
  }) => {
    const paid = (...prices: number[]) =>
      sharesOf(prices.map((price) => line(price, { rateBp: 1000 }))).shares
    assert.deepEqual(
      paid(700, -201, -201).map(({ netMinor }) => netMinor),
      [637, -183, -183]
    )
    assert.deepEqual(
      paid(-35, -35, -34).map(({ netMinor }) => netMinor),
      [-32, -32, -31]
    )
  })

  test('whatever is bought, shares add up to what is due of each rate', ({ assert }) => {
    const lines = fc.array(
      fc
        .record({
          price: fc.integer({ min: -100_000, max: 500_000 }),
          rateBp: fc.constantFrom(2200, 1000, 400),
          basis: fc.constantFrom('net' as const, 'gross' as const),
          quantity: fc.constantFrom('1', '3', '1.5', '0.333'),
        })
        .map(({ price, ...own }) => line(price, own)),
      { minLength: 1, maxLength: 12 }
    )
    fc.assert(
      fc.property(lines, (all) => {
        const { totals, shares } = sharesOf(all)
        const sum = (of: 'netMinor' | 'taxMinor' | 'grossMinor') =>
          shares.reduce((whole, share) => whole + share[of], 0)
        assert.equal(sum('netMinor'), totals.netMinor)
        assert.equal(sum('taxMinor'), totals.taxMinor)
        assert.equal(sum('grossMinor'), totals.totalMinor)
      }),
      { numRuns: 300 }
    )
  })
})
