import { test } from '@japa/runner'
import { CachingIcuFormatter } from '#app/web/translations/caching_icu_formatter'

const POLISH = '{n, plural, one {# minuta} few {# minuty} many {# minut} other {# minuty}}'

test.group('Formatter of translations', () => {
  test('plurals follow the language', ({ assert }) => {
    const icu = new CachingIcuFormatter()
    const said = [1, 2, 5, 22, 112].map((n) => icu.format(POLISH, 'pl', { n }))
    assert.deepEqual(said, ['1 minuta', '2 minuty', '5 minut', '22 minuty', '112 minut'])
  })

  test('the same message in two languages is compiled for each', ({ assert }) => {
    const icu = new CachingIcuFormatter()
    const message = '{n, number}'
    assert.equal(icu.format(message, 'de', { n: 12345.5 }), '12.345,5')
    assert.equal(icu.format(message, 'en', { n: 12345.5 }), '12,345.5')
  })

  test('tags are text and values are not parsed', ({ assert }) => {
    const icu = new CachingIcuFormatter()
    const hostile = '{x} <b> \'" {n, plural}'
    assert.equal(icu.format('<b>{name}</b>', 'en', { name: hostile }), `<b>${hostile}</b>`)
  })

  test('a message without values costs well under a microsecond', ({ assert }) => {
    const icu = new CachingIcuFormatter()
    icu.format('Terminbestätigung', 'de')
    const before = performance.now()
    for (let round = 0; round < 100_000; round++) icu.format('Terminbestätigung', 'de')
    assert.isBelow((performance.now() - before) / 100_000, 0.001)
  })
})
