import { test } from '@japa/runner'
import { rememberSignatures } from '#app/accounts/remember_signatures'

/** Counts what is really checked; `good.…` is ours. */
function verifier() {
  const checked: string[] = []
  const unsign = (payload: string, purpose?: string) => {
    checked.push(`${purpose}:${payload}`)
    return payload.startsWith('good.') ? payload.slice('good.'.length) : null
  }
  const remembering = { unsign }
  rememberSignatures(remembering, 'session')
  return {
    checked,
    unsign: (payload: string, purpose = 'session') => remembering.unsign(payload, purpose),
  }
}

test.group('Signatures of session cookies', () => {
  test('one that is ours is checked once', ({ assert }) => {
    const { unsign, checked } = verifier()
    assert.deepEqual([unsign('good.a'), unsign('good.a'), unsign('good.b')], ['a', 'a', 'b'])
    assert.deepEqual(checked, ['session:good.a', 'session:good.b'])
  })

  test('a false one is checked and refused each time', ({ assert }) => {
    const { unsign, checked } = verifier()
    unsign('good.a')
    assert.deepEqual([unsign('bad.a'), unsign('bad.a')], [null, null])
    assert.lengthOf(checked, 3)
  })

  test('what was signed for something else is never remembered', ({ assert }) => {
    const { unsign, checked } = verifier()
    unsign('good.a')
    unsign('good.a', 'other')
    unsign('good.a', 'other')
    assert.deepEqual(checked, ['session:good.a', 'other:good.a', 'other:good.a'])
  })

  test('thousands of sessions do not fill the memory', ({ assert }) => {
    const { unsign, checked } = verifier()
    for (let nth = 0; nth < 2000; nth++) unsign(`good.${nth}`)
    unsign('bad.a')
    assert.equal(unsign('good.1999'), '1999')
    assert.lengthOf(checked, 2001, 'a false one makes nobody forgotten')
    unsign('good.2000')
    assert.equal(unsign('good.0'), '0')
    assert.equal(checked.filter((payload) => payload === 'session:good.0').length, 2)
  })
})
