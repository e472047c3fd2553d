import { test } from '@japa/runner'
import { qrCode } from '#core/documents'
import { seenIn } from '#tests/documents/seen_code'

test.group('documents | QR code', () => {
  test('a camera reads back what was drawn', ({ assert }) => {
    const address = 'https://desk.example.org/booking/manage/Zm9vYmFyYmF6cXV4MTIzNA?lang=pl'
    assert.equal(seenIn(qrCode(address)), address)
  })
})
