import { test } from '@japa/runner'
import { readSolutionAnswer } from '#plugins/helpdesk/domain/solution_answer'
import { LONGEST_WORDS, readWords } from '#plugins/helpdesk/domain/words'

test.group('What customers write', () => {
  test('its ends are trimmed and its lines end alike', ({ assert }) => {
    assert.deepEqual(readWords('  One.\r\nTwo.\rThree. \n'), {
      ok: true,
      text: 'One.\nTwo.\nThree.',
    })
    for (const nothing of [null, undefined, '', ' \r\n ']) {
      assert.deepEqual(readWords(nothing), { ok: false, reason: 'missing' })
    }
    const longest = '👩'.repeat(LONGEST_WORDS)
    assert.deepEqual(readWords(longest), { ok: true, text: longest })
    assert.deepEqual(readWords(`${longest}.`), { ok: false, reason: 'too_long' })
  })

  test('H5 rejecting needs a reason, and accepting with a comment is asked once more', ({
    assert,
  }) => {
    const read = (answer: 'accept' | 'reject' | null, typed: string | null, isSure = false) => {
      const answered = readSolutionAnswer({ answer, typed, isSure })
      return answered.ok ? [answered.answer, answered.text] : answered.reason
    }
    assert.equal(read(null, 'Fine.'), 'no_answer')
    assert.equal(read('reject', ' '), 'no_reason')
    assert.deepEqual(read('reject', ' Still blank. '), ['reject', 'Still blank.'])
    assert.deepEqual(read('accept', null), ['accept', null])
    assert.equal(read('accept', 'Still blank.'), 'unsure')
    assert.deepEqual(read('accept', 'Still blank.', true), ['accept', 'Still blank.'])
    assert.equal(read('accept', 'x'.repeat(LONGEST_WORDS + 1), true), 'too_long')
  })
})
