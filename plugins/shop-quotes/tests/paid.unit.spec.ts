import { test } from '@japa/runner'
import fc from 'fast-check'
import { creditedTaxes } from '#plugins/shop-quotes/domain/credited_taxes'
import { documentNumber, partsOf } from '#plugins/shop-quotes/domain/document_number'
import { gapText, numberRows } from '#plugins/shop-quotes/domain/number_gaps'
import {
  isCovered,
  isGivenBack,
  paymentState,
  stillToPay,
  type PaymentState,
} from '#plugins/shop-quotes/domain/paid'
import { issueDay } from '#plugins/shop-quotes/domain/papers'
import { creditedBy } from '#plugins/shop-quotes/domain/refund_states'
import { totalsOf } from '#plugins/shop-quotes/domain/totals'
import { BOUGHT, TOTAL } from '#plugins/shop-quotes/tests/ordered'

test.group('What is paid of an order', () => {
  const rows: [paid: number, repaid: number, is: PaymentState][] = [
    [0, 0, 'due'],
    [4999, 0, 'partially_paid'],
    [5000, 0, 'paid'],
    [5001, 0, 'overpaid'],
    [6000, 500, 'overpaid'],
    [6000, 1000, 'partially_refunded'],
    [5000, 1, 'partially_refunded'],
    [3000, 1000, 'partially_refunded'],
    [5000, 5000, 'refunded'],
    [6000, 6000, 'refunded'],
  ]
  for (const [paidMinor, repaidMinor, is] of rows) {
    test(`S12 of 50.00: paid ${paidMinor}, paid back ${repaidMinor} is ${is}`, ({ assert }) => {
      const owed = { state: 'paid', totalMinor: 5000, withdrawnMinor: 0 } as const
      const sums = { ...owed, paidMinor, repaidMinor }
      assert.equal(paymentState(sums), is)
      assert.equal(isCovered(sums), paidMinor - repaidMinor >= 5000)
    })
  }

  test('of what has ended without being done all money is too much', ({ assert }) => {
    for (const state of ['expired', 'cancelled'] as const) {
      const sums = { state, totalMinor: 5000, paidMinor: 5000, withdrawnMinor: 0 }
      assert.equal(paymentState({ ...sums, repaidMinor: 0 }), 'overpaid')
      assert.equal(paymentState({ ...sums, repaidMinor: 4999 }), 'overpaid')
      assert.equal(paymentState({ ...sums, repaidMinor: 5000 }), 'refunded')
    }
  })

  test('what was withdrawn from is owed no more, but for what had been done', ({ assert }) => {
    const sums = { state: 'withdrawn', totalMinor: 5000, paidMinor: 5000 } as const
    const whole = { ...sums, withdrawnMinor: 5000 }
    assert.equal(paymentState({ ...whole, repaidMinor: 4999 }), 'overpaid')
    assert.equal(paymentState({ ...whole, repaidMinor: 5000 }), 'refunded')
    const part = { ...sums, withdrawnMinor: 4000 }
    assert.equal(paymentState({ ...part, repaidMinor: 3999 }), 'overpaid')
    assert.equal(paymentState({ ...part, repaidMinor: 4000 }), 'partially_refunded')
  })

  test('S12 what went back of a paid order is not asked for again', ({ assert }) => {
    const sums = { totalMinor: 5000, paidMinor: 5000, repaidMinor: 5000, withdrawnMinor: 0 }
    for (const state of ['paid', 'in_progress', 'completed'] as const) {
      assert.equal(stillToPay({ ...sums, state }), 0)
      assert.equal(isGivenBack({ state, paymentState: 'refunded' }), state !== 'completed')
      assert.isFalse(isGivenBack({ state, paymentState: 'partially_refunded' }))
    }
    assert.equal(stillToPay({ ...sums, state: 'placed' }), 5000)
    assert.equal(stillToPay({ ...sums, state: 'placed', repaidMinor: 1000 }), 1000)
    assert.equal(stillToPay({ ...sums, state: 'cancelled' }), 0)
  })

  test('nothing to pay is paid', ({ assert }) => {
    const sums = { totalMinor: 0, paidMinor: 0, repaidMinor: 0, withdrawnMinor: 0 }
    assert.equal(paymentState({ ...sums, state: 'paid' }), 'paid')
  })
})

const HUNDRED = { ...BOUGHT[0], unitPriceMinor: 10_000 }

const sumOf = <Name extends string>(all: readonly Record<Name, number>[], name: Name) =>
  all.reduce((sum, one) => sum + one[name], 0)

test.group('What a credit note takes back', () => {
  const order = { totalMinor: 5000, paidMinor: 5000, repaidMinor: 0, creditedMinor: 0 }

  test('what falls below the total, and not what was too much', ({ assert }) => {
    assert.equal(creditedBy(5000, order), 5000)
    assert.equal(creditedBy(1000, { ...order, paidMinor: 6000 }), 0)
    assert.equal(creditedBy(2500, { ...order, paidMinor: 6000 }), 1500)
    const further = { ...order, paidMinor: 10_000, repaidMinor: 5000, creditedMinor: 5000 }
    assert.equal(creditedBy(5000, further), 0, 'never more than the receipt says')
  })

  test('of the whole exactly what the receipt says, of a part the share of each rate', ({
    assert,
  }) => {
    const { taxes } = totalsOf(BOUGHT)
    assert.deepEqual(creditedTaxes(taxes, [], TOTAL), taxes)
    const part = creditedTaxes(taxes, [], 1000)
    const figures = part.map(({ rateBp, netMinor, taxMinor, roundingMinor, grossMinor }) => [
      ...[rateBp, netMinor, taxMinor, roundingMinor, grossMinor],
    ])
    assert.deepEqual(figures, [
      [2200, 523, 115, 0, 638],
      [400, 348, 14, 0, 362],
    ])
  })

  test('credit notes come to what the receipt says, rate by rate', ({ assert }) => {
    const prices = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 4 })
    const parts = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(prices, parts, (unitPrices, wanted) => {
        const lines = unitPrices.map((unitPriceMinor, nth) => {
          return { ...BOUGHT[nth % 2], unitPriceMinor, quantity: '1' }
        })
        const { taxes, totalMinor } = totalsOf(lines)
        const credited: ReturnType<typeof creditedTaxes> = []
        let left = totalMinor
        for (const part of [...wanted, totalMinor]) {
          const amount = Math.min(part, left)
          if (amount === 0) continue
          const note = creditedTaxes(taxes, credited, amount)
          assert.equal(sumOf(note, 'grossMinor'), amount)
          credited.push(...note)
          left -= amount
        }
        for (const tax of taxes) {
          const own = credited.filter(({ rateBp }) => rateBp === tax.rateBp)
          for (const figure of ['netMinor', 'taxMinor', 'roundingMinor', 'grossMinor'] as const) {
            assert.equal(sumOf(own, figure), tax[figure])
          }
        }
      }),
      { numRuns: 300 }
    )
    const [half] = creditedTaxes(totalsOf([HUNDRED]).taxes, [], 5000)
    const [rest] = creditedTaxes(totalsOf([HUNDRED]).taxes, [half], 5000)
    // 100.00 at 22 % has 18.03 of VAT, and twice 9.02 are 18.04.
    assert.deepEqual([half.taxMinor, rest.taxMinor], [902, 901])
  })
})

test.group('Numbers of orders, quotes and papers', () => {
  test('are made of series, year and what follows', ({ assert }) => {
    assert.equal(documentNumber('R', 2026, 42), 'R-2026-00042')
    assert.deepEqual(partsOf('R-2026-123456'), { series: 'R', year: 2026, nth: 123_456 })
  })

  test('dates of a series never go back', ({ assert }) => {
    assert.equal(issueDay('2027-01-12', null), '2027-01-12')
    assert.equal(issueDay('2027-01-12', '2027-01-11'), '2027-01-12')
    assert.equal(issueDay('2027-01-12', '2027-01-13'), '2027-01-13')
  })

  test('what is missing in between, at the end and altogether is named', ({ assert }) => {
    const counted = [
      { series: 'O', year: 2026, first: 1, last: 5, count: 3 },
      { series: 'R', year: 2026, first: 1, last: 2, count: 2 },
    ] as const
    const gaps = [{ series: 'O', year: 2026, from: 2, to: 3 }] as const
    const drawn = new Map([
      ['O:2026', 5],
      ['R:2026', 3],
      ['C:2027', 2],
    ])
    const report = numberRows(counted, { gaps, drawn })
    const told = report.map(({ series, year, missing }) => [series, year, missing.map(gapText)])
    assert.deepEqual(told, [
      ['C', 2027, ['C-2027-00001 – C-2027-00002']],
      ['O', 2026, ['O-2026-00002 – O-2026-00003']],
      ['R', 2026, ['R-2026-00003']],
    ])
  })
})
