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

  test('a value that is missing or no text is treated as the library does', ({ assert }) => {
    const icu = new CachingIcuFormatter()
    const message = "Select {name}, it''s {n}"
    assert.equal(icu.format(message, 'en', { name: '$&', n: 0 }), "Select $&, it's 0")
    assert.equal(icu.format(message, 'en', { name: null, n: undefined }), "Select , it's ")
    assert.throws(() => icu.format(message, 'en', { name: 'Ada' }), /n/)
  })
})
