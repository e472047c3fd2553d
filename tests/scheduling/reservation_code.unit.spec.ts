import { test } from '@japa/runner'
import { reservationCode, reservationInCode } from '#app/scheduling/domain/reservation_code'

test.group('Code of an appointment', () => {
  const publicId = 'abcdefghij-_ABCDEFGHIJ'

  test('Q2 names its reservation beside the address that a phone opens', ({ assert }) => {
    const code = reservationCode('https://desk.example/booking/manage/secret', { publicId })
    assert.equal(new URL(code).pathname, '/booking/manage/secret')
    assert.equal(reservationInCode(` ${code}\n`), publicId)
  })

  test('Q2 anything else names none', ({ assert }) => {
    for (const text of ['', 'AA042', `#${publicId}`, `https://x/y#${publicId}z`, 'https://x/y'])
      assert.isNull(reservationInCode(text), text)
  })
})
