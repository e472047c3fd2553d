import { test } from '@japa/runner'
import { chooseLocale, localeOfBrowser, type LocaleSources } from '#app/web/domain/locale_choice'

const nothingKnown: LocaleSources = {
  query: undefined,
  profile: null,
  cookie: null,
  acceptLanguage: null,
  offered: ['es', 'it', 'de', 'pt'],
  fallback: 'es',
}

test.group('H9 choice of language', () => {
  test('nothing known: the organisation’s language', ({ assert }) => {
    assert.deepEqual(chooseLocale(nothingKnown), { locale: 'es', asked: false, refused: false })
  })

  test('browser, cookie, profile, address: each wins over the one before', ({ assert }) => {
    const browser = { ...nothingKnown, acceptLanguage: 'pt-BR' }
    const cookie = { ...browser, cookie: 'de' }
    const profile = { ...cookie, profile: 'en' as const }
    const address = { ...profile, query: 'it' }
    const chosen = [browser, cookie, profile, address].map(
      (sources) => chooseLocale(sources).locale
    )
    assert.deepEqual(chosen, ['pt', 'de', 'en', 'it'])
  })

  test('a language asked for in the address is kept', ({ assert }) => {
    assert.isTrue(chooseLocale({ ...nothingKnown, query: 'it' }).asked)
  })

  test('an address with any other value gets the default with a notice')
    .with(['xx', 'IT', 'en', '../it', ['it', 'de'], { it: '1' }, 'it,de', '__proto__'])
    .run(({ assert }, query) => {
      const choice = chooseLocale({ ...nothingKnown, query })
      assert.deepEqual(choice, { locale: 'es', asked: false, refused: true })
    })

  test('a forged cookie is ignored', ({ assert }) => {
    assert.equal(chooseLocale({ ...nothingKnown, cookie: 'constructor' }).locale, 'es')
  })

  test('the browser’s weights decide among the offered languages', ({ assert }) => {
    const { offered } = nothingKnown
    assert.equal(localeOfBrowser('en-GB,de;q=0.4,it-CH;q=0.9', offered), 'it')
    assert.equal(localeOfBrowser('it;q=0,de;q=0.1', offered), 'de')
    assert.equal(localeOfBrowser('de;q=NaN,it;q=7', offered), undefined)
    assert.isUndefined(localeOfBrowser('*', offered))
  })

  test('ten thousand tags take no time', ({ assert }) => {
    const header = Array.from({ length: 10_000 }, (_, index) => `x${index};q=0.${index}`).join(',')
    const before = performance.now()
    assert.isUndefined(localeOfBrowser(header, nothingKnown.offered))
    assert.isBelow(performance.now() - before, 5)
  })
})
