// Floor W: a bare `ws` server that sends one message of 200 bytes to everybody who is there.
// Asked `{ broadcast: true }`, it answers `{ sent }` with the moment before the first was sent.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { moment } from '../figures.js'

const MESSAGE = JSON.stringify({ channel: 'w', state: 'x'.repeat(200) }).slice(0, 200)

const server = createServer()
const sockets = new WebSocketServer({ server, perMessageDeflate: false })

process.on('message', () => {
  const sent = moment()
  for (const socket of sockets.clients) socket.send(MESSAGE)
  process.send!({ sent })
})

server.listen(0, '127.0.0.1', 10_000, () => {
  process.send!({ port: (server.address() as AddressInfo).port })
})
