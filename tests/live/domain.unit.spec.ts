import { test } from '@japa/runner'
import { channelName, readChannelName } from '#app/live/domain/channel_name'
import { readInbound } from '#app/live/domain/inbound'
import { isOwnOrigin } from '#app/live/domain/own_origin'
import { newBudget, spend } from '#app/live/domain/message_budget'

test.group('Channel names', () => {
  test('are the same whatever the order of the parameters', ({ assert }) => {
    const name = 'scheduling.day?day=2027-01-18&location=x+y'
    assert.equal(channelName('scheduling.day', { location: 'x y', day: '2027-01-18' }), name)
    assert.deepEqual(readChannelName('scheduling.day?location=x%20y&day=2027-01-18'), {
      id: 'scheduling.day',
      params: { location: 'x y', day: '2027-01-18' },
      name,
    })
    assert.equal(channelName('queue-caller.board'), 'queue-caller.board')
  })

  test('are refused when they cannot be one', ({ assert }) => {
    for (const name of ['', 'day', '?a=b', '../x.y', 'a.b'.repeat(200), '__proto__', 'a b.c']) {
      assert.isNull(readChannelName(name), name)
    }
  })
})

test.group('Messages of a page', () => {
  test('subscribe with the last seq, or unsubscribe', ({ assert }) => {
    assert.deepEqual(readInbound('{"subscribe":"a.b","seq":4}'), {
      kind: 'subscribe',
      channel: 'a.b',
      seq: 4,
    })
    assert.deepEqual(readInbound('{"subscribe":"a.b"}'), {
      kind: 'subscribe',
      channel: 'a.b',
      seq: 0,
    })
    assert.deepEqual(readInbound('{"unsubscribe":"a.b"}'), { kind: 'unsubscribe', channel: 'a.b' })
  })

  test('are nothing else', ({ assert }) => {
    for (const text of ['', 'x', 'null', '[]', '3', '{}', '{"subscribe":1}', '{"subscribe":{}}']) {
      assert.isNull(readInbound(text), text)
    }
    assert.equal(readInbound('{"subscribe":"a.b","seq":"9e99"}')?.kind, 'subscribe')
  })
})

test.group('The budget of messages', () => {
  test('is 100 a minute and fresh in the next', ({ assert }) => {
    const budget = newBudget()
    const spent = Array.from({ length: 101 }, () => spend(budget, 1_000_000, 100))
    assert.equal(spent.filter(Boolean).length, 100)
    assert.isFalse(spend(budget, 1_059_999, 100))
    assert.isTrue(spend(budget, 1_060_000, 100))
  })
})

test.group('Pages that may open a socket', () => {
  const publicUrl = 'https://desk.example'
  const isOwn = (origin: string | undefined, host: string, isPublicUrlSet: boolean) =>
    isOwnOrigin({ origin, host, publicUrl, isPublicUrlSet })

  test('are those of the public address', ({ assert }) => {
    assert.isTrue(isOwn('https://desk.example', 'inner:3333', true))
    for (const origin of [
      undefined,
      'null',
      '',
      'http://desk.example',
      'https://desk.example.evil',
    ]) {
      assert.isFalse(isOwn(origin, 'desk.example', true))
      assert.isFalse(isOwn(origin, 'desk.example', false))
    }
  })

  test('without APP_URL also those of the plain address itself, but of no name', ({ assert }) => {
    assert.isTrue(isOwn('http://192.0.2.7:3333', '192.0.2.7:3333', false))
    assert.isTrue(isOwn('http://[::1]:3333', '[::1]:3333', false))
    assert.isTrue(isOwn('http://localhost:3333', 'localhost:3333', false))
    assert.isFalse(isOwn('http://192.0.2.7:3333', '192.0.2.7:3333', true))
    assert.isFalse(isOwn('http://192.0.2.8:3333', '192.0.2.7:3333', false))
    assert.isFalse(isOwn('http://evil.example', 'evil.example', false))
  })
})
