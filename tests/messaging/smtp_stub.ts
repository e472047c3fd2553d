import { text } from 'node:stream/consumers'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type SmtpMode = 'accept' | 'busy' | 'refuse' | 'hang' | 'drop'

const answer = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode })

/**
 * A mail server on the loopback that takes mail, or misbehaves as told: 4xx, 5xx, no answer, or a
 * connection that breaks in the middle of the message.
 */
export async function smtpStub() {
  const taken: string[] = []
  const sockets = new Set<Socket>()
  const stub = { mode: 'accept' as SmtpMode, beforeAnswer: async () => {} }

  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, done) {
      if (stub.mode === 'busy') return done(answer(451, 'try again later'))
      if (stub.mode === 'refuse') return done(answer(550, 'no such user'))
      if (stub.mode !== 'hang') done()
    },
    onData(stream, _session, done) {
      if (stub.mode === 'drop') {
        for (const socket of sockets) socket.destroy()
        return
      }
      void text(stream).then(async (message) => {
        taken.push(message)
        await stub.beforeAnswer()
        done()
      })
    },
  })
  server.on('error', () => {})
  server.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return Object.assign(stub, {
    /** Every message the server has received, as it came over the wire. */
    taken,
    port: (server.server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(resolve))
    },
  })
}
