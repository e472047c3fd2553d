import { test } from '@japa/runner'
import { LARGEST_AMOUNT, type Basis } from '#plugins/shop-quotes/domain/amounts'
import {
  shownPrice,
  totalsOf,
  totalsRefusal,
  type TaxedLine,
} from '#plugins/shop-quotes/domain/totals'
import { repetitions } from '#tests/kit/repetitions'

const line = (basis: Basis, unitPriceMinor: number, rateBp: number, quantity = '1'): TaxedLine => ({
  unitPriceMinor,
  basis,
  quantity,
  rateBp,
  taxClass: 'standard',
})

type Row = [what: string, lines: TaxedLine[], ...figures: [number, number, number, number]]

/** The table "Worked" of docs/domain/money.md: base, VAT, rounding, payable. */
const TABLE: Row[] = [
  ['10 × 38.23 gross at 20 %', [line('gross', 3823, 2000, '10')], 31858, 6372, 0, 38230],
  ['2 × 1.96 gross at 13 %', [line('gross', 196, 1300, '2')], 347, 45, 0, 392],
  ['2 × 0.04 gross at 24 %', [line('gross', 4, 2400, '2')], 6, 1, 1, 8],
  [
    'the two above in one cart',
    [line('gross', 196, 1300, '2'), line('gross', 4, 2400, '2')],
    ...([353, 46, 1, 400] as const),
  ],
  [
    '3 lines of 0.33 net at 22 %',
    [line('net', 33, 2200), line('net', 33, 2200), line('net', 33, 2200)],
    ...([99, 22, 0, 121] as const),
  ],
  [
    '1.00 gross and 1.00 net at 22 %',
    [line('gross', 100, 2200), line('net', 100, 2200)],
    ...([182, 40, 0, 222] as const),
  ],
  ['0.01 gross at 20 %', [line('gross', 1, 2000)], 1, 0, 0, 1],
  [
    '0.03 gross and 0.03 net at 22 %',
    [line('gross', 3, 2200), line('net', 3, 2200)],
    ...([5, 1, 1, 7] as const),
  ],
  ['70.00 net, exempt', [{ ...line('net', 7000, 0), taxClass: 'exempt' }], 7000, 0, 0, 7000],
]

/** The last table of "Worked": totals from 0.01 to 1000.00 that need the rounding field. */
const NEEDED = [
  [2200, 18033],
  [2300, 18699],
  [2100, 17355],
  [2000, 16667],
  [1900, 15966],
  [1000, 9091],
  [500, 4762],
]
const RATES = repetitions('rates whose rounding is counted', { test: 2, proof: NEEDED.length })

test.group('shop-quotes | Totals', () => {
  for (const [what, lines, netMinor, taxMinor, roundingMinor, totalMinor] of TABLE) {
    test(`${what} come to ${totalMinor}`, ({ assert }) => {
      const totals = totalsOf(lines)
      assert.containsSubset(totals, { netMinor, taxMinor, roundingMinor, totalMinor })
      assert.isNull(totalsRefusal(lines))
    })
  }

  test('VAT is told for each rate, the highest first, with the lines in their order', ({
    assert,
  }) => {
    const reduced = { ...line('gross', 196, 1300, '2'), taxClass: 'reduced' as const }
    assert.deepEqual(totalsOf([reduced, line('gross', 4, 2400, '2')]), {
      lines: [{ amountMinor: 392 }, { amountMinor: 8 }],
      taxes: [
        {
          ...{ taxClass: 'standard', rateBp: 2400, exemption: null },
          ...{ netMinor: 6, taxMinor: 1, roundingMinor: 1, grossMinor: 8 },
        },
        {
          ...{ taxClass: 'reduced', rateBp: 1300, exemption: null },
          ...{ netMinor: 347, taxMinor: 45, roundingMinor: 0, grossMinor: 392 },
        },
      ],
      netMinor: 353,
      taxMinor: 46,
      roundingMinor: 1,
      totalMinor: 400,
    })
  })

  test('exempt and zero, and exemptions by different rules, are summed apart', ({ assert }) => {
    const exempt = { ...line('net', 100, 0), taxClass: 'exempt' as const }
    const lines: TaxedLine[] = [
      { ...exempt, exemption: 'N4' },
      { ...exempt, taxClass: 'zero' },
      { ...exempt, exemption: 'N2' },
      { ...exempt, exemption: 'N4' },
    ]
    const told = totalsOf(lines).taxes.map((tax) => [tax.taxClass, tax.exemption, tax.grossMinor])
    assert.sameDeepMembers(told, [
      ['exempt', 'N4', 200],
      ['exempt', 'N2', 100],
      ['zero', null, 100],
    ])
  })

  test('a discount of the whole lowers every rate by its own share', ({ assert }) => {
    const lines = [line('gross', 12_200, 2200), line('net', 10_000, 1000)]
    const totals = totalsOf(lines, { wholeDiscount: 1000 })
    assert.deepEqual(totals.lines, [{ amountMinor: 10_980 }, { amountMinor: 9000 }])
    assert.equal(totals.totalMinor, 10_980 + 9900)
  })

  test('a deduction makes less, and an empty cart nothing', ({ assert }) => {
    assert.equal(totalsOf([line('net', 10_000, 2200), line('net', -2000, 2200)]).totalMinor, 9760)
    assert.deepEqual(totalsOf([]), {
      ...{ lines: [], taxes: [], netMinor: 0, taxMinor: 0, roundingMinor: 0, totalMinor: 0 },
    })
  })

  test('what turned round is the same with the other sign', ({ assert }) => {
    for (const [, lines] of TABLE) {
      const given = totalsOf(lines)
      const back = totalsOf(lines.map((one) => ({ ...one, unitPriceMinor: -one.unitPriceMinor })))
      assert.equal(back.totalMinor + given.totalMinor, 0)
      assert.equal(back.taxMinor + given.taxMinor, 0)
      assert.equal(back.roundingMinor + given.roundingMinor, 0)
    }
  })

  test('as many totals need the rounding field as the page says', ({ assert }) => {
    for (const [rate, needed] of NEEDED.slice(0, RATES)) {
      let found = 0
      for (let gross = 1; gross <= 100_000; gross++) {
        if (totalsOf([line('gross', gross, rate)]).roundingMinor !== 0) found++
      }
      assert.equal(found, needed, `${rate}`)
    }
  })

  test('what cannot be reckoned is refused with its reason', ({ assert }) => {
    assert.equal(totalsRefusal([line('net', 100, 10_000)]), 'not_a_rate')
    assert.equal(totalsRefusal([line('net', 100, -1)]), 'not_a_rate')
    assert.equal(totalsRefusal([line('net', 0.5, 0)]), 'not_an_amount')
    assert.equal(totalsRefusal([line('net', 100, 0, '0')]), 'not_a_quantity')
    assert.equal(totalsRefusal([line('net', 100, 0)], { wholeDiscount: -1 }), 'not_a_discount')
    assert.equal(totalsRefusal([line('net', LARGEST_AMOUNT, 0, '2')]), 'amount_too_large')
    assert.equal(totalsRefusal([line('net', LARGEST_AMOUNT, 1)]), 'total_too_large')
    assert.throws(
      () => totalsOf([line('net', 100, 0, '0')]),
      'A line that was never checked: not_a_quantity'
    )
  })
})

test.group('shop-quotes | A price in the other basis', () => {
  const shown = (basis: Basis, unitPriceMinor: number, as: Basis) =>
    shownPrice({ unitPriceMinor, basis, rateBp: 2200 }, as)

  test('100.00 plus VAT is 122.00 with it, and the other way round', ({ assert }) => {
    assert.equal(shown('net', 10_000, 'gross'), 12_200)
    assert.equal(shown('gross', 12_200, 'net'), 10_000)
    assert.equal(shown('net', 33, 'gross'), 40)
    assert.equal(shown('gross', 100, 'net'), 82)
  })

  test('in its own basis a price is what it is', ({ assert }) => {
    assert.equal(shown('gross', 101, 'gross'), 101)
    assert.equal(shown('net', 101, 'net'), 101)
  })
})
