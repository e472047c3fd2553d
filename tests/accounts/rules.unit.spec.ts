import { test } from '@japa/runner'
import { isSafePath } from '#app/accounts/domain/safe_path'
import { grantedTo } from '#app/accounts/domain/roles'
import { sessionEnd, sessionLife, timeLeft } from '#app/accounts/domain/session_life'
import { afterFailure, delayAfter, FAILURE_WINDOW } from '#app/accounts/domain/sign_in_delay'
import { deviceName } from '#app/accounts/presenters/own_sessions'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

test.group('Pauses after failures', () => {
  test('four failures are free, then 1, 2, 4 … 60 seconds', ({ assert }) => {
    const seconds = Array.from({ length: 14 }, (_, at) => delayAfter(at + 1) / 1000)
    assert.deepEqual(seconds, [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60])
  })

  test('failures count within 15 minutes of the first', ({ assert }) => {
    const first = afterFailure(null, 1000)
    assert.deepEqual(first, { failures: 1, since: 1000, retryAt: 1000 })
    const later = 1000 + FAILURE_WINDOW - 1
    assert.deepEqual(afterFailure({ ...first, failures: 4 }, later), {
      failures: 5,
      since: 1000,
      retryAt: later + 1000,
    })
    const next = 1000 + FAILURE_WINDOW
    assert.equal(afterFailure({ ...first, failures: 9 }, next).failures, 1)
  })
})

test.group('Life of a session', () => {
  const lives = [
    { who: 'staff', kind: 'staff', health: false, idle: 30, hours: 10 },
    { who: 'staff beside health records', kind: 'staff', health: true, idle: 30, hours: 10 },
    { who: 'customers', kind: 'customer', health: false, idle: 60, hours: 12 },
    {
      who: 'V6 customers beside health records',
      kind: 'customer',
      health: true,
      idle: 30,
      hours: 8,
    },
  ] as const
  for (const { who, kind, health, idle, hours } of lives) {
    test(`${who}: ${idle} minutes idle, ${hours} hours in all`, ({ assert }) => {
      const life = sessionLife(kind, health)
      assert.equal(sessionEnd(life, 0, 5 * MINUTE), (5 + idle) * MINUTE)
      assert.equal(sessionEnd(life, 0, hours * HOUR - MINUTE), hours * HOUR)
      const used = { signedInAt: 0, lastSeenAt: (hours - 1) * HOUR }
      const now = hours * HOUR - 45 * MINUTE
      const left = Math.min(idle - 15, 45) * MINUTE
      assert.deepEqual(timeLeft(life, used, now), { left, most: Math.min(idle, 45) * MINUTE })
    })
  }
})

test.group('Paths to return to', () => {
  test('own paths with query and fragment', ({ assert }) => {
    for (const path of [
      '/',
      '/account',
      '/admin/day?on=2026-11-23&x=%2F#10',
      '/a//b',
      '/m%C3%BC',
    ]) {
      assert.isTrue(isSafePath(path), path)
    }
  })

  test('nothing that a browser could read as another site or a header', ({ assert }) => {
    const hosts = ['//evil.example', '/\\evil.example', '\\/evil.example', '/a\\..\\b', '/%5cevil']
    const schemes = ['https://evil.example', 'javascript:alert(1)', 'data:text/html,x', 'evil', '']
    const breaks = ['/\t/evil.example', '/\n/evil', '/%0d%0aSet-Cookie:x', '/%00', ' /a', '/a b']
    for (const path of [
      ...hosts,
      ...schemes,
      ...breaks,
      '/é',
      `/${'a'.repeat(2000)}`,
      null,
      7,
      ['/'],
    ]) {
      assert.isFalse(isSafePath(path), String(path))
    }
  })
})

test.group('Roles', () => {
  const declared = [
    { id: 'booking.manage', roles: ['owner', 'desk'] as const },
    { id: 'accounts.manage', roles: ['owner'] as const },
    { id: 'nobody.may', roles: [] },
  ]
  const held = (key: string, permissions = {}) => [...grantedTo({ key, permissions }, declared)]

  test('a role holds what was suggested for it and nothing else', ({ assert }) => {
    assert.deepEqual(held('desk'), ['booking.manage'])
    assert.deepEqual(held('manager'), [])
  })

  test('what staff decided wins over the suggestion, both ways', ({ assert }) => {
    assert.deepEqual(held('desk', { 'booking.manage': false, 'nobody.may': true }), ['nobody.may'])
    assert.deepEqual(held('kiosk', { 'accounts.manage': true }), ['accounts.manage'])
  })

  test('the owner holds everything, whatever was decided', ({ assert }) => {
    const all = declared.map(({ id }) => id)
    assert.deepEqual(held('owner', { 'accounts.manage': false }), all)
  })

  test('no role, an unknown role and an undeclared permission grant nothing', ({ assert }) => {
    assert.equal(grantedTo(null, declared).size, 0)
    assert.equal(grantedTo(undefined, declared).size, 0)
    for (const key of ['', 'root', 'constructor', '__proto__']) assert.deepEqual(held(key), [])
    assert.deepEqual(held('desk', { 'gone.plugin': true }), ['booking.manage'])
  })
})

test.group('Names of devices', () => {
  test('browser and system, as far as they can be told', ({ assert }) => {
    const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
    assert.equal(deviceName(firefox), 'Firefox, Linux')
    const phone =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1'
    assert.equal(deviceName(phone), 'Safari, iPhone')
    assert.equal(deviceName('curl/8'), '')
  })
})
