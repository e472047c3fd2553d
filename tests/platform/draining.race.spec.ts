import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import { repetitions } from '#tests/kit/repetitions'
import { startServer, type TestServer } from '#tests/kit/servers'

const BODY = 'password=copper-violet-lantern'

/** A form of which the server has the head, as it said itself, and half of the body. */
async function halfSent(server: TestServer, address: string): Promise<Socket> {
  const socket = connect(server.port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(
    [
      'POST /sign-in HTTP/1.1',
      `Host: 127.0.0.1:${server.port}`,
      `Origin: ${server.url}`,
      `X-Forwarded-For: ${address}`,
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${BODY.length}`,
      'Expect: 100-continue',
      '\r\n',
    ].join('\r\n')
  )
  const [told] = (await once(socket, 'data')) as [Buffer]
  if (!told.toString().startsWith('HTTP/1.1 100 ')) throw new Error(`${told}`)
  socket.write(BODY.slice(0, 10))
  return socket
}

/** The first line of the answer; empty when the connection was cut. */
async function answerTo(socket: Socket): Promise<string> {
  let text = ''
  socket.setEncoding('utf8').on('data', (part: string) => (text += part))
  socket.on('error', () => {})
  socket.write(BODY.slice(10))
  if (!socket.closed) await once(socket, 'close')
  return text.split('\r\n')[0]
}

test.group('ending politely', () => {
  test('SIGTERM lets every request in flight have its answer, then the process ends with 0', async ({
    assert,
  }) => {
    const rounds = repetitions('rounds of SIGTERM in flight', { test: 1, proof: 5 })
    const server = await startServer()
    for (let round = 0; round < rounds; round++) {
      const sockets = await Promise.all(
        Array.from({ length: 20 }, (_, i) => halfSent(server, `10.8.${round}.${i}`))
      )
      await wait(100)
      server.process.child.kill('SIGTERM')
      await wait(200)
      const answers = await Promise.all(sockets.map(answerTo))
      assert.deepEqual(new Set(answers), new Set(['HTTP/1.1 422 Unprocessable Entity']))
      assert.equal(await server.process.ended, 0)
      if (round < rounds - 1) await server.start()
    }
    await server.stop()
  })
})
