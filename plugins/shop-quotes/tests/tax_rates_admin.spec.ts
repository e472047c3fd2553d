import { test } from '@japa/runner'
import { KNOWN_RATES } from '#plugins/shop-quotes/domain/known_rates'
import { TaxRate } from '#plugins/shop-quotes/models/tax_rate'
import { ratesToday } from '#plugins/shop-quotes/queries/rates_today'
import { atDesk, HOSTILE, isClean, save } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

const RATES = '/admin/shop-quotes/tax-rates'

test.group('VAT rates in the panel', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2026-11-30T09:00:00Z')

  const spanish = () => TaxRate.findByOrFail({ country: 'ES', taxClass: 'standard' })

  test('a new installation knows those of the year 2026', async ({ assert }) => {
    assert.lengthOf(await TaxRate.all(), KNOWN_RATES.length)
    const rates = await ratesToday('ES', '2026-11-30')
    assert.deepEqual(
      [...rates].map(([taxClass, { rateBp }]) => [taxClass, rateBp]),
      [
        ['standard', 2100],
        ['reduced', 1000],
        ['super_reduced', 400],
        ['exempt', 0],
      ]
    )
    assert.equal((await ratesToday('ES', '1990-01-01')).size, 0)
    assert.equal((await ratesToday('XX', '2026-11-30')).size, 0)
  })

  test('one follows another, and never do two hold on one day', async ({ assert }) => {
    const desk = await atDesk('manager')
    const next = { country: 'ES', taxClass: 'standard', rate: '20,5', validFrom: '2027-01-01' }
    const refused = await save(desk, `${RATES}/create`, next)
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'Another rate of this country and class')
    const { id } = await spanish()
    await save(desk, `${RATES}/${id}/edit`, { validTo: '2026-12-31' })
    assert.equal((await save(desk, `${RATES}/create`, next)).status, 303)
    assert.equal((await ratesToday('ES', '2026-12-31')).get('standard')?.rateBp, 2100)
    assert.equal((await ratesToday('ES', '2027-01-01')).get('standard')?.rateBp, 2050)
    const later = await desk.get(`${RATES}?tab=later`)
    assert.include(later.text, '20.5 %')
    assert.notInclude(later.text, '21 %')
  })

  test('what is no rate is refused', async ({ assert }) => {
    const desk = await atDesk('manager')
    const page = `${RATES}/${(await spanish()).id}/edit`
    for (const [fields, words] of [
      [{ rate: '0' }, 'more than 0'],
      [{ rate: '100' }, 'between'],
      [{ rate: '2,123' }, 'decimal'],
      [{ taxClass: 'exempt', rate: '5' }, 'already holds|Another rate|rate is 0'],
      [{ validTo: '2001-01-01' }, 'before the first'],
      [{ country: 'XX' }, 'Country'],
    ] as const) {
      const answer = await save(desk, page, fields)
      assert.equal(answer.status, 422, words)
      assert.match(answer.text, new RegExp(words))
    }
    assert.equal((await spanish()).rateBp, 2100)
  })

  test('an exempt class says why, and hostile words are only words', async ({ assert }) => {
    const desk = await atDesk('manager')
    const { id } = await TaxRate.findByOrFail({ country: 'ES', taxClass: 'exempt' })
    await save(desk, `${RATES}/${id}/edit`, { exemption: HOSTILE })
    assert.equal((await TaxRate.findOrFail(id)).exemption, HOSTILE)
    for (const page of [RATES, `${RATES}/${id}`, `${RATES}/${id}/edit`]) {
      assert.isTrue(isClean(await desk.get(page)), page)
    }
  })
})
