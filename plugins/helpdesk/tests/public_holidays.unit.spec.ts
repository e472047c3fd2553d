import { test } from '@japa/runner'
import { holidayCountries, publicHolidays } from '#plugins/helpdesk/domain/public_holidays'

test.group('Public holidays', () => {
  test('Italy in 2026, in Italian', ({ assert }) => {
    const days = publicHolidays('IT', 2026, 'it')
    assert.deepInclude(days, { day: '2026-01-01', name: 'Capodanno' })
    assert.deepInclude(days, { day: '2026-04-06', name: 'Lunedì dell’Angelo' })
    assert.includeMembers(
      days.map(({ day }) => day),
      ['2026-04-25', '2026-05-01', '2026-06-02', '2026-08-15', '2026-12-08', '2026-12-25']
    )
    assert.lengthOf(new Set(days.map(({ day }) => day)), days.length)
  })

  test('a region has holidays that its country has not', ({ assert }) => {
    const days = (place: string) => publicHolidays(place, 2026, 'de').map(({ day }) => day)
    assert.include(days('DE-BY'), '2026-01-06')
    assert.notInclude(days('DE'), '2026-01-06')
    assert.include(days('DE'), '2026-10-03')
  })

  test('countries are named by code, their regions below them', ({ assert }) => {
    const countries = holidayCountries('de')
    const germany = countries.find(({ place }) => place === 'DE')!
    assert.deepInclude(germany.regions, { place: 'DE-BY', name: 'Bayern' })
    assert.exists(countries.find(({ place }) => place === 'AD'))
  })
})
