import { test } from '@japa/runner'
import { beginningsIn, isTicketNumber, wordsOfTicket } from '#plugins/helpdesk/domain/ticket_words'

test.group('Words of a ticket', () => {
  test('its number, the digits at its end with and without zeros, and its subject once each', ({
    assert,
  }) => {
    const words = wordsOfTicket({ number: 't-2026-00042', subject: 'e-mail: mail to łódz (2)' })
    assert.deepEqual(words, [
      ...['t-2026-00042', '00042', '42'],
      ...['e', 'mail', 'to', 'łódz', '2'],
    ])
    assert.deepEqual(wordsOfTicket({ number: 't-2026-123456', subject: '–' }), [
      ...['t-2026-123456', '123456'],
    ])
    const [, , , long] = wordsOfTicket({ number: 't-2026-00042', subject: 'x'.repeat(80) })
    assert.deepEqual(beginningsIn('x'.repeat(80)), [long])
  })

  test('a number is looked for as a whole, however much of it is written', ({ assert }) => {
    for (const typed of ['t-2026-00042', '2026-00042']) {
      assert.deepEqual(beginningsIn(typed), ['t-2026-00042'])
    }
    assert.deepEqual(beginningsIn('00042'), ['00042'])
    assert.deepEqual(beginningsIn("it's"), ['it', 's'])
    assert.deepEqual(beginningsIn('–'), [])
    assert.isTrue(isTicketNumber('t-2026-00042'))
    for (const other of ['2026-00042', 'it-2026-00042', 't-2026']) {
      assert.isFalse(isTicketNumber(other), other)
    }
  })
})
