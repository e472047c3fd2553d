import { test } from '@japa/runner'
import {
  addressSetting,
  emailSetting,
  minutesSetting,
  moneySetting,
  secretSetting,
  translatedSetting,
} from '#core/settings'

const refused = (reason: string, limits = {}) => ({ ok: false as const, reason, limits })

test.group('Further kinds of settings', () => {
  test('money is typed in units and kept in the smallest ones', ({ assert }) => {
    const fee = moneySetting('testing.fee', { default: 0, min: 0, max: 5000, currency: 'EUR' })
    assert.deepEqual(fee.parse('19,99'), { ok: true, value: 1999 })
    assert.deepEqual(fee.parse('19.9'), { ok: true, value: 1990 })
    assert.deepEqual(fee.parse(1999), { ok: true, value: 1999 })
    assert.deepEqual(fee.parse('50,01'), refused('too_large', { max: 50 }))
    assert.deepEqual(fee.parse('-1'), refused('too_small', { min: 0 }))
    for (const bad of ['1,999', 'ten', '', '1e3', null, [], {}, 1.5]) {
      assert.deepEqual(fee.parse(bad), refused('not_an_amount'))
    }
    const yen = moneySetting('testing.yen', { default: 0, min: 0, max: 9, currency: 'JPY' })
    assert.deepEqual(yen.parse('9'), { ok: true, value: 9 })
    assert.deepEqual(yen.parse('0,5'), refused('not_an_amount'))
  })

  test('minutes are whole and within their limits', ({ assert }) => {
    const wait = minutesSetting('testing.wait', { default: 5, min: 1, max: 30 })
    assert.deepEqual(wait.parse('30'), { ok: true, value: 30 })
    assert.deepEqual(wait.parse('31'), refused('too_large', { max: 30 }))
  })

  test('an e-mail address has a name and a host, and may be missing', ({ assert }) => {
    const email = emailSetting('testing.email', { default: '' })
    assert.deepEqual(email.parse(' a@example.org '), { ok: true, value: 'a@example.org' })
    assert.deepEqual(email.parse(''), { ok: true, value: '' })
    for (const bad of ['a', 'a@b', 'a@b.c', 'a b@example.org', 'a@example.org\nBcc: x', ['a'], 1]) {
      assert.deepEqual(email.parse(bad), refused('not_an_email'))
    }
  })

  test('an address is one of the web, never a script', ({ assert }) => {
    const map = addressSetting('testing.map', { default: '' })
    assert.deepEqual(map.parse('https://map.example.org/?q=a'), {
      ok: true,
      value: 'https://map.example.org/?q=a',
    })
    for (const bad of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//x',
      'https://a b',
      'http://',
    ]) {
      assert.deepEqual(map.parse(bad), refused('not_an_address'))
    }
  })

  test('a secret is one line and has no default but none', ({ assert }) => {
    const key = secretSetting('testing.key', { maxLength: 5 })
    assert.equal(key.default, '')
    assert.deepEqual(key.parse('abcde'), { ok: true, value: 'abcde' })
    assert.deepEqual(key.parse('abcdef'), refused('too_long', { max: 5 }))
    assert.deepEqual(key.parse('a\nb'), refused('malformed'))
  })

  test('a translated text keeps known languages; as a variable it is JSON', ({ assert }) => {
    const text = translatedSetting('testing.text', { default: {}, maxLength: 5 })
    assert.deepEqual(text.parse({ de: ' Hallo ', xx: 'no', it: '' }), {
      ok: true,
      value: { de: 'Hallo' },
    })
    assert.deepEqual(text.parse('{"it":"Ciao"}'), { ok: true, value: { it: 'Ciao' } })
    assert.deepEqual(text.parse({ de: 'longer' }), refused('too_long', { max: 5 }))
    for (const bad of ['no json', [], 7, '[]', { de: 'a\0' }]) {
      assert.deepEqual(text.parse(bad), refused('malformed'))
    }
  })
})
