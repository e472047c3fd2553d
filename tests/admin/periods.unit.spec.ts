import { test } from '@japa/runner'
import { lengthOf, MOST_DAYS, periodOf } from '#app/admin/domain/periods'

const words = ({ from, to, before }: ReturnType<typeof periodOf>) =>
  `${from}…${to} / ${before.from}…${before.to}`

test.group('Periods of the statistics', () => {
  test('each has its days and what it is compared with', ({ assert }) => {
    const of = (name: Parameters<typeof periodOf>[0], today = '2027-03-30') =>
      words(periodOf(name, today))
    assert.equal(of('today'), '2027-03-30…2027-03-30 / 2027-03-23…2027-03-23')
    assert.equal(of('yesterday'), '2027-03-29…2027-03-29 / 2027-03-22…2027-03-22')
    assert.equal(of('last_7'), '2027-03-24…2027-03-30 / 2027-03-17…2027-03-23')
    assert.equal(of('last_30'), '2027-03-01…2027-03-30 / 2027-01-30…2027-02-28')
    assert.equal(of('this_month'), '2027-03-01…2027-03-30 / 2027-02-01…2027-02-28')
    assert.equal(of('this_month', '2027-03-05'), '2027-03-01…2027-03-05 / 2027-02-01…2027-02-05')
    assert.equal(of('last_month'), '2027-02-01…2027-02-28 / 2027-01-01…2027-01-31')
    assert.equal(of('last_month', '2027-01-19'), '2026-12-01…2026-12-31 / 2026-11-01…2026-11-30')
  })

  test('own days may be said the wrong way round, or one alone, and are not too many', ({
    assert,
  }) => {
    const own = (from?: string, to?: string) => periodOf('own', '2027-03-30', { from, to })
    assert.equal(
      words(own('2027-01-10', '2027-01-01')),
      '2027-01-01…2027-01-10 / 2026-12-22…2026-12-31'
    )
    assert.equal(words(own('2027-01-10')), '2027-01-10…2027-01-10 / 2027-01-03…2027-01-03')
    assert.equal(words(own()), '2027-03-30…2027-03-30 / 2027-03-23…2027-03-23')
    assert.equal(lengthOf(own('2020-01-01', '2027-03-30')), MOST_DAYS)
    assert.equal(own('2020-01-01', '2027-03-30').to, '2027-03-30')
  })
})
