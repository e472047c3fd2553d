import { test } from '@japa/runner'
import {
  appointmentNumber,
  isTicketLetter,
  TICKET_LETTERS,
} from '#app/numbering/domain/appointment_number'

test.group('appointment number', () => {
  test('Q2 doubles the letter and has three digits, four after 999', ({ assert }) => {
    assert.equal(appointmentNumber('A', 1), 'AA001')
    assert.equal(appointmentNumber('A', 42), 'AA042')
    assert.equal(appointmentNumber('Z', 999), 'ZZ999')
    assert.equal(appointmentNumber('Z', 1000), 'ZZ1000')
  })

  test('Q2 letters that are mistaken for digits are not offered', ({ assert }) => {
    assert.lengthOf(TICKET_LETTERS, 23)
    for (const letter of ['I', 'O', 'Q', 'a', 'AA', '', 'Ä', '1']) {
      assert.isFalse(isTicketLetter(letter), letter)
    }
    assert.isTrue(isTicketLetter('A'))
  })
})
