import { test } from '@japa/runner'
import { COMMON_PASSWORDS } from '#app/accounts/domain/common_passwords'
import { passwordRefusal } from '#app/accounts/domain/passwords'
import { readablePassword } from '#app/accounts/domain/random_password'

const words = ['sportello', 'Optik Lindenhof', 'ada.brandt@example.org', 'Ada', 'Brandt']
const refusal = (password: string, kind: 'staff' | 'customer' = 'customer') =>
  passwordRefusal(password, kind, words)

test.group('Password rules', () => {
  test('customers need 8 characters, staff 12, nobody more than 128', ({ assert }) => {
    assert.equal(refusal('kp7 wz!'), 'too_short')
    assert.isNull(refusal('kp7 wz!m'))
    assert.equal(refusal('kp7 wz!m qv', 'staff'), 'too_short')
    assert.isNull(refusal('kp7 wz!m qvx', 'staff'))
    const long = 'long words make good keys '.repeat(5)
    assert.isNull(refusal(long.slice(0, 128)))
    assert.equal(refusal(long.slice(0, 129)), 'too_long')
  })

  test('characters are counted as people see them, and none is demanded or forbidden', ({
    assert,
  }) => {
    assert.equal(refusal('🦊🐿🦔🦉🐺🦝🐾'), 'too_short')
    assert.isNull(refusal('🦊🐿🦔🦉🐺🦝🐾🦌'))
    assert.isNull(refusal('ohne ziffern und zeichen', 'staff'))
    assert.isNull(refusal('  \u0000<script>{{ 7*7 }}'))
  })

  test('the passwords that are tried first are refused in their usual disguises', ({ assert }) => {
    const tried = [
      'password',
      'Passwort1!',
      'P@ssw0rd',
      'WELCOME2024!!',
      '!!qwertz123',
      'iloveyou22',
    ]
    const more = ['1234567890', '87654321', 'aaaaaaaa', 'abcabcabc', 'hijklmno', '11223344']
    const local = ['contraseña1', 'haslo12345', 'Willkommen2026', 'motdepasse!', 'kochamcie1']
    for (const password of [...tried, ...more, ...local]) {
      assert.equal(refusal(password), 'common', password)
    }
    assert.equal(refusal('passwordpassword', 'staff'), 'common')
    assert.equal(refusal('Administrator1234', 'staff'), 'common')
    assert.isAbove(COMMON_PASSWORDS.size, 1500)
  })

  test('a password may contain a known word, but not lean on it', ({ assert }) => {
    const leaning = [
      'Sportello2026!',
      'lindenhof-optik',
      'BrandtBrandt!!',
      '5p0rtello#99',
      'Ada-Brandt-1',
    ]
    for (const password of leaning) assert.equal(refusal(password), 'known_word', password)
    assert.isNull(refusal('sportello giraffe umbrella'))
  })

  test('a printed random password is long, readable and accepted', ({ assert }) => {
    const random = Uint8Array.from({ length: 20 }, (_, at) => (at * 71 + 13) % 256)
    const password = readablePassword(random)
    assert.match(password, /^([2-9a-zA-Z]{5}-){3}[2-9a-zA-Z]{5}$/)
    assert.notMatch(password, /[01OlI]/)
    assert.isNull(refusal(password, 'staff'))
  })
})
