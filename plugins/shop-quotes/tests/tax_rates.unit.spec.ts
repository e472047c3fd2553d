import { test } from '@japa/runner'
import { KNOWN_RATES } from '#plugins/shop-quotes/domain/known_rates'
import {
  rateOn,
  rateRefusal,
  TAX_CLASSES,
  type TaxRate,
} from '#plugins/shop-quotes/domain/tax_rates'

const rate = (changes: Partial<TaxRate> = {}): TaxRate => ({
  country: 'DE',
  taxClass: 'standard',
  rateBp: 1900,
  exemption: null,
  validFrom: '2021-01-01',
  validTo: null,
  ...changes,
})

const LOWERED = rate({ rateBp: 1600, validFrom: '2020-07-01', validTo: '2020-12-31' })
const RATES = [rate({ validFrom: '2007-01-01', validTo: '2020-06-30' }), LOWERED, rate()]
const on = (day: string, rates = RATES) =>
  rateOn(rates, { country: 'DE', taxClass: 'standard', day })

test.group('shop-quotes | Tax rates', () => {
  test('the rate is that of the day of supply, first and last day included', ({ assert }) => {
    const days = ['2020-06-30', '2020-07-01', '2020-12-31', '2021-01-01', '2040-01-01']
    const found = days.map((day) => {
      const asked = on(day)
      return asked.ok && asked.rate.rateBp
    })
    assert.deepEqual(found, [1900, 1600, 1600, 1900, 1900])
  })

  test('where there is none, the reason is told', ({ assert }) => {
    const none = (reason: string) => ({ ok: false as const, reason })
    assert.deepEqual(on('2006-12-31'), none('none_on_that_day'))
    assert.deepEqual(on('2021-01-01', [LOWERED]), none('none_on_that_day'))
    const asked = { country: 'DE', taxClass: 'reduced', day: '2021-01-01' } as const
    assert.deepEqual(rateOn(RATES, asked), none('no_rate_of_class'))
    assert.deepEqual(rateOn(RATES, { ...asked, country: 'AD' }), none('no_rates_of_country'))
  })

  test('two rates of one class never hold on the same day', ({ assert }) => {
    const old = RATES.slice(0, 2)
    assert.isNull(rateRefusal(rate(), old))
    assert.equal(rateRefusal(rate({ validFrom: '2020-12-31' }), old), 'overlaps')
    assert.equal(rateRefusal(rate({ validFrom: '2019-01-01', validTo: null }), old), 'overlaps')
    const ended = { validFrom: '2000-01-01', validTo: '2007-01-01' }
    assert.equal(rateRefusal(rate(ended), old), 'overlaps')
    assert.isNull(rateRefusal(rate({ ...ended, validTo: '2006-12-31' }), old))
    assert.equal(rateRefusal(rate({ validFrom: '2030-01-01' }), [rate()]), 'overlaps')
  })

  test('another country or class does not stand in the way', ({ assert }) => {
    assert.isNull(rateRefusal(rate({ country: 'AT' }), [rate()]))
    assert.isNull(rateRefusal(rate({ taxClass: 'reduced' }), [rate()]))
  })

  test('a rate is above 0 and below 100 %, and nothing where nothing is due', ({ assert }) => {
    for (const rateBp of [0, -1, 10_000, 0.5, NaN]) {
      assert.equal(rateRefusal(rate({ rateBp }), []), 'not_a_rate')
    }
    for (const taxClass of ['zero', 'exempt'] as const) {
      assert.equal(rateRefusal(rate({ taxClass }), []), 'must_be_zero')
      assert.isNull(rateRefusal(rate({ taxClass, rateBp: 0, exemption: 'N4' }), []))
    }
  })

  test('a time does not end before it begins, but may be a single day', ({ assert }) => {
    const from = { validFrom: '2026-05-02' }
    assert.equal(rateRefusal(rate({ ...from, validTo: '2026-05-01' }), []), 'ends_before_it_begins')
    assert.isNull(rateRefusal(rate({ ...from, validTo: '2026-05-02' }), []))
  })
})

test.group('shop-quotes | Rates that are shipped', () => {
  const shipped = (country: string) =>
    TAX_CLASSES.map((taxClass) => {
      const asked = rateOn(KNOWN_RATES, { country, taxClass, day: '2026-11-30' })
      return asked.ok ? asked.rate.rateBp : null
    })

  for (const [country, ...rates] of [
    ['ES', 2100, 1000, null, 400, null, 0],
    ['PT', 2300, 1300, 600, null, null, 0],
    ['FR', 2000, 1000, 550, 210, null, 0],
    ['IT', 2200, 1000, 500, 400, null, 0],
    ['DE', 1900, 700, null, null, null, 0],
    ['PL', 2300, 800, 500, null, null, 0],
    ['AD', 450, 100, null, null, 0, 0],
    ['IE', 2300, 1350, 900, 480, null, 0],
  ] as const) {
    test(`those of ${country} on 30 November 2026`, ({ assert }) => {
      assert.deepEqual(shipped(country), rates)
    })
  }

  test('each could be typed beside the others, and none names an exemption', ({ assert }) => {
    for (const one of KNOWN_RATES) {
      const others = KNOWN_RATES.filter((other) => other !== one)
      assert.isNull(rateRefusal(one, others))
      assert.isNull(one.exemption)
      assert.equal(new Date(`${one.validFrom}T00:00:00Z`).toISOString().slice(0, 10), one.validFrom)
    }
  })
})
