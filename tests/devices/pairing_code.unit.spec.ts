import { test } from '@japa/runner'
import { pairingCode, readCode, writtenCode } from '#app/devices/domain/pairing_code'

test.group('Pairing codes', () => {
  test('a secret has one code, of eight signs that look like no other one', ({ assert }) => {
    const codes = Array.from({ length: 2000 }, (_, n) => pairingCode(`secret ${n}`))
    assert.deepEqual(new Set(codes).size, codes.length)
    assert.equal(pairingCode('secret 7'), codes[7])
    for (const code of codes) assert.match(code, /^[ACDEFHJKMNPRTWXY34679]{8}$/)
    assert.equal(new Set(codes.join('')).size, 21)
  })

  test('it is written in two groups, and read however it is typed', ({ assert }) => {
    assert.equal(writtenCode('ACDE3467'), 'ACDE-3467')
    for (const typed of ['ACDE-3467', 'acde3467', ' acde – 3467 ', 'A C D E 3 4 6 7'])
      assert.equal(readCode(typed), 'ACDE3467')
  })

  test('anything else is no code', ({ assert }) => {
    for (const typed of ['', 'ACDE-346', 'ACDE-34677', 'ACDE-346B', 'ACDE-346O', '%', 'ÄCDE-3467'])
      assert.isNull(readCode(typed))
  })
})
