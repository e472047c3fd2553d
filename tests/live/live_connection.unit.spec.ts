import { mock } from 'node:test'
import { test } from '@japa/runner'
import { LiveConnection, type Frame, type Socket } from '../../resources/js/live_connection.js'

/** The other end of a page's socket, in the hand of the test. */
class FakeSocket {
  onopen: Socket['onopen'] = null
  onmessage: Socket['onmessage'] = null
  onclose: Socket['onclose'] = null
  readonly sent: unknown[] = []

  send(text: string) {
    this.sent.push(JSON.parse(text))
  }

  close() {}

  opens() {
    this.onopen?.call(this as never, new Event('open'))
  }

  says(message: object) {
    this.onmessage?.call(
      this as never,
      new MessageEvent('message', { data: JSON.stringify(message) })
    )
  }

  breaks(code = 1006) {
    this.onclose?.call(this as never, Object.assign(new Event('close'), { code }) as never)
  }
}

/** Runs a test with timers that only move by `mock.timers.tick`. */
function onPage(check: (page: ReturnType<typeof openPage>) => void): void {
  mock.timers.enable({ apis: ['setTimeout'] })
  try {
    check(openPage())
  } finally {
    mock.timers.reset()
  }
}

function openPage() {
  const sockets: FakeSocket[] = []
  const ended: number[] = []
  const open = () => {
    const socket = new FakeSocket()
    sockets.push(socket)
    return socket
  }
  const connection = new LiveConnection('ws://desk.example/live', open, (code) => ended.push(code))
  const frames: Frame[] = []
  const shown: boolean[] = []
  const stop = connection.follow('testing.day?day=1', (frame) => frames.push(frame))
  connection.watch((connected) => shown.push(connected))
  return { connection, sockets, frames, shown, ended, stop, last: () => sockets.at(-1)! }
}

test.group('Live connection of a page', () => {
  test('asks for its channel and hands on the state', ({ assert }) =>
    onPage(({ last, frames, shown }) => {
      last().opens()
      assert.deepEqual(last().sent, [{ subscribe: 'testing.day?day=1', seq: 0 }])
      last().says({ channel: 'testing.day?day=1', seq: 7, state: { free: 2 } })
      assert.deepEqual(frames, [{ channel: 'testing.day?day=1', seq: 7, state: { free: 2 } }])
      assert.deepEqual(shown, [true])
    }))

  test('comes back after 0.5 to 1 s and asks with the last seq', ({ assert }) =>
    onPage(({ last, sockets, shown }) => {
      last().opens()
      last().says({ channel: 'testing.day?day=1', seq: 7, state: 1 })
      last().breaks(1012)
      mock.timers.tick(499)
      assert.lengthOf(sockets, 1)
      mock.timers.tick(501)
      assert.lengthOf(sockets, 2)
      last().opens()
      assert.deepEqual(last().sent, [{ subscribe: 'testing.day?day=1', seq: 7 }])
      assert.deepEqual(shown, [true])
    }))

  test('pauses grow to 10 s at most', ({ assert }) =>
    onPage(({ last, sockets }) => {
      for (let attempt = 1; attempt <= 20; attempt++) {
        last().breaks()
        mock.timers.tick(10_000)
        assert.lengthOf(sockets, attempt + 1)
      }
    }))

  test('Q6 a broken connection shows after 4 s, its return at once', ({ assert }) =>
    onPage(({ last, shown }) => {
      last().opens()
      last().breaks()
      mock.timers.tick(3_999)
      assert.deepEqual(shown, [true])
      mock.timers.tick(1)
      assert.deepEqual(shown, [true, false])
      mock.timers.tick(1_000)
      last().opens()
      assert.deepEqual(shown, [true, false, true])
    }))

  test('Q6 a silent server shows within 20 s', ({ assert }) =>
    onPage(({ last, shown }) => {
      last().opens()
      for (let beats = 0; beats < 4; beats++) {
        mock.timers.tick(15_000)
        last().says({ beat: true })
      }
      assert.deepEqual(shown, [true])
      mock.timers.tick(18_000)
      assert.deepEqual(shown, [true, false])
    }))

  test('a server that never answers the handshake shows within 20 s', ({ assert }) =>
    onPage(({ shown }) => {
      mock.timers.tick(18_000)
      assert.deepEqual(shown, [true, false])
    }))

  for (const [code, what] of [
    [4401, 'the session has ended'],
    [4403, 'the screen was revoked'],
  ] as const) {
    test(`does not come back after ${what}`, ({ assert }) =>
      onPage(({ last, sockets, shown, ended }) => {
        last().opens()
        last().breaks(code)
        mock.timers.tick(60_000)
        assert.lengthOf(sockets, 1)
        assert.deepEqual(shown, [true, false])
        assert.deepEqual(ended, [code])
      }))
  }

  test('two parts of a page share a channel; the last one to leave ends it', ({ assert }) =>
    onPage(({ connection, last, stop }) => {
      last().opens()
      last().says({ channel: 'testing.day?day=1', seq: 7, state: 1 })
      const late: unknown[] = []
      const stopLate = connection.follow('testing.day?day=1', (frame) => late.push(frame.state))
      assert.deepEqual(late, [1])
      stop()
      assert.lengthOf(last().sent, 1)
      stopLate()
      assert.lengthOf(last().sent, 1)
      mock.timers.tick(1_000)
      assert.deepEqual(last().sent.at(-1), { unsubscribe: 'testing.day?day=1' })
    }))

  test('a part that is replaced does not ask again, and hears the state it knows', ({ assert }) =>
    onPage(({ connection, last, stop }) => {
      last().opens()
      last().says({ channel: 'testing.day?day=1', seq: 7, state: 1 })
      stop()
      const seqs: number[] = []
      connection.follow('testing.day?day=1', ({ seq }) => seqs.push(seq))
      mock.timers.tick(5_000)
      assert.deepEqual(seqs, [7])
      assert.lengthOf(last().sent, 1)
    }))
})
