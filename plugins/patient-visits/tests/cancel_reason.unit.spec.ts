import { test } from '@japa/runner'
import { LONGEST_REASON, readReason } from '#plugins/patient-visits/domain/cancel_reason'

test.group('The reason of a cancellation', () => {
  test('V4 optional: a text, or none', ({ assert }) => {
    assert.deepEqual(readReason('  I am ill ', 'optional'), { ok: true, reason: 'I am ill' })
    for (const none of ['', ' \n ', null])
      assert.deepEqual(readReason(none, 'optional'), { ok: true, reason: null })
  })

  test('V4 required: not without', ({ assert }) => {
    assert.deepEqual(readReason('ill', 'required'), { ok: true, reason: 'ill' })
    for (const none of ['', '   ', null])
      assert.deepEqual(readReason(none, 'required'), { ok: false, reason: 'missing' })
  })

  test('V4 off: what comes all the same is not kept', ({ assert }) => {
    for (const text of ['I am ill', null, 'x'.repeat(9_000)])
      assert.deepEqual(readReason(text, 'off'), { ok: true, reason: null })
  })

  test('the limit counts letters as people do', ({ assert }) => {
    const longest = '😷'.repeat(LONGEST_REASON)
    assert.deepEqual(readReason(longest, 'optional'), { ok: true, reason: longest })
    assert.deepEqual(readReason(`${longest}!`, 'required'), { ok: false, reason: 'too_long' })
  })
})
