import type { HttpContext } from '@adonisjs/core/http'
import { test } from '@japa/runner'
import { csrfToken, isTokenOf } from '#app/web/csrf'
import { clock, type Actor } from '#core/platform'
import { frozenAt } from '#tests/kit/clock'

const HOUR = 3_600_000
const ADA: Actor = { kind: 'staff', id: 1 }

const asking = (sessionId: string, actor: Actor) => {
  const session = { sessionId, fresh: false } as HttpContext['session']
  return { session, actor }
}

test.group('The token of forms', (group) => {
  const now = frozenAt(group, '2027-01-14T08:30Z')

  test('is good in its session, and for the same person in the next one', ({ assert }) => {
    const token = csrfToken(asking('first', ADA))
    assert.isTrue(isTokenOf(asking('first', ADA), token))
    assert.isTrue(isTokenOf(asking('second', ADA), token))
    clock.freeze(now + 24 * HOUR)
    assert.isTrue(isTokenOf(asking('second', ADA), token))
    clock.freeze(now + 25 * HOUR)
    assert.isFalse(isTokenOf(asking('second', ADA), token))
    assert.isTrue(isTokenOf(asking('first', ADA), token))
  })

  test('is none of somebody else, of nobody in particular, or of another hour', ({ assert }) => {
    const token = csrfToken(asking('first', ADA))!
    assert.isFalse(isTokenOf(asking('second', { kind: 'staff', id: 2 }), token))
    assert.isFalse(isTokenOf(asking('second', { kind: 'customer', id: 1 }), token))
    const guest: Actor = { kind: 'public', id: null }
    assert.isFalse(isTokenOf(asking('second', guest), csrfToken(asking('first', guest))))
    const [ofSession, hour, ofPerson] = token.split('.')
    const later = [ofSession.slice(1), Number(hour) + 1, ofPerson].join('.')
    assert.isFalse(isTokenOf(asking('second', ADA), later))
    for (const wrong of ['', '.', '..', 'x', `${ofSession}x`, ['a'], null, undefined]) {
      assert.isFalse(isTokenOf(asking('second', ADA), wrong), String(wrong))
    }
  })
})
