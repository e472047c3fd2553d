import { test } from '@japa/runner'
import { formats } from '#app/organisation/domain/formats'
import { FORMAT_LOCALES, LOCALES } from '#app/organisation/domain/locales'

/** Tuesday 19 January 2027, 09:30 in Berlin. */
const WINTER = Date.parse('2027-01-19T08:30:00Z')

test.group('Formats', () => {
  test('P2 there are eight languages, each with its formats', ({ assert }) => {
    assert.deepEqual(LOCALES, ['es', 'pt', 'en', 'fr', 'it', 'ca', 'de', 'pl'])
    assert.sameMembers(Object.keys(FORMAT_LOCALES), [...LOCALES])
  })

  test('a date carries its weekday in every language', ({ assert }) => {
    const expected = {
      es: 'martes, 19 de enero de 2027',
      pt: 'terça-feira, 19 de janeiro de 2027',
      en: 'Tuesday, 19 January 2027',
      fr: 'mardi 19 janvier 2027',
      it: 'martedì 19 gennaio 2027',
      ca: 'dimarts, 19 de gener del 2027',
      de: 'Dienstag, 19. Januar 2027',
      pl: 'wtorek, 19 stycznia 2027',
    }
    for (const locale of LOCALES) {
      assert.equal(formats(locale, 'Europe/Berlin').date(WINTER), expected[locale])
    }
  })

  test('times are those of the place, with 24 hours', ({ assert }) => {
    assert.equal(formats('en', 'Europe/Berlin').time(WINTER), '09:30')
    assert.equal(formats('pt', 'Atlantic/Azores').time(WINTER), '07:30')
    assert.equal(formats('de', 'Europe/Berlin').shortDateTime(WINTER), 'Di., 19. Jan. 2027, 09:30')
    assert.equal(formats('de', 'Europe/Rome').time(Date.parse('2027-07-19T22:00:00Z')), '00:00')
  })

  test('the local day follows the zone, not the process', ({ assert }) => {
    const lateEvening = Date.parse('2027-01-18T23:30:00Z')
    assert.equal(formats('it', 'Europe/Rome').localDay(lateEvening), '2027-01-19')
    assert.equal(formats('pt', 'Atlantic/Azores').localDay(lateEvening), '2027-01-18')
  })

  test('both sides of a clock change show the wall time of the place', ({ assert }) => {
    const rome = formats('it', 'Europe/Rome')
    assert.equal(rome.time(Date.parse('2027-03-28T00:59:00Z')), '01:59')
    assert.equal(rome.time(Date.parse('2027-03-28T01:00:00Z')), '03:00')
    assert.equal(rome.time(Date.parse('2027-10-31T00:30:00Z')), '02:30')
    assert.equal(rome.time(Date.parse('2027-10-31T01:30:00Z')), '02:30')
  })

  test('local days, months and weekdays are written without a zone', ({ assert }) => {
    const german = formats('de', 'Pacific/Auckland')
    assert.equal(german.dayDate('2027-01-19'), 'Dienstag, 19. Januar 2027')
    assert.equal(german.dayWeekdayDate('2027-01-19'), 'Dienstag, 19. Januar')
    assert.equal(german.dayShort('2027-01-19'), 'Di., 19. Jan.')
    assert.equal(german.dayShortDate('2027-01-19'), 'Di., 19. Jan. 2027')
    assert.equal(german.month('2027-01'), 'Januar 2027')
    assert.equal(german.month('2027-01-19'), 'Januar 2027')
    assert.equal(german.weekday(1), 'Montag')
    assert.equal(german.weekdayShort(7), 'So')
  })

  test('ranges, numbers and lists follow the language', ({ assert }) => {
    const italian = formats('it', 'Europe/Rome')
    assert.equal(italian.timeRange(WINTER, WINTER + 3_600_000), '09:30–10:30')
    assert.equal(italian.number(12345.5), '12.345,5')
    assert.equal(italian.list(['lunedì', 'martedì', 'venerdì']), 'lunedì, martedì e venerdì')
  })

  test('amounts follow the language and are exact, whatever their size', ({ assert }) => {
    const german = formats('de', 'Europe/Berlin')
    assert.equal(german.money(123450, 'EUR'), '1.234,50\u00a0€')
    assert.equal(german.money(-5, 'EUR'), '-0,05\u00a0€')
    assert.equal(german.money(9_007_199_254_740_991, 'PLN'), '90.071.992.547.409,91\u00a0PLN')
    assert.equal(formats('en', 'UTC').money(123450, 'EUR'), '€1,234.50')
    assert.equal(formats('de', 'UTC', 'en').money(1500, 'JPY'), '1.500\u00a0¥')
  })

  test('a pair of language and zone is built once', ({ assert }) => {
    assert.strictEqual(formats('fr', 'Europe/Paris'), formats('fr', 'Europe/Paris'))
  })

  test('the words of one language in the customs of another country', ({ assert }) => {
    const german = formats('en', 'UTC', 'de')
    assert.equal(german.number(1234.5), '1.234,5')
    assert.equal(formats('en', 'UTC').number(1234.5), '1,234.5')
    assert.include(german.dayDate('2027-01-19'), 'Tuesday')
    assert.include(formats('de', 'UTC', 'en').dayDate('2027-01-19'), 'Dienstag')
    assert.equal(formats('it', 'UTC', 'it'), formats('it', 'UTC'))
  })
})
