import { createServer, type AddressInfo, type Socket } from 'node:net'

export type ClamdMode = 'scan' | 'hang' | 'drop' | 'error'

/**
 * A clamd on the loopback that speaks PING and INSTREAM and knows one signature, or misbehaves
 * as told.
 */
export async function clamdStub(signature: Buffer) {
  const sockets = new Set<Socket>()
  const stub = { mode: 'scan' as ClamdMode, scanned: [] as number[] }
  const server = createServer((socket) => {
    sockets.add(socket)
    let heard = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (piece) => {
      if (stub.mode === 'drop') return socket.destroy()
      heard = Buffer.concat([heard, piece])
      const said = stub.mode === 'hang' ? null : answerTo(heard)
      if (said !== null) socket.end(`${said}\0`)
    })
  })

  function answerTo(bytes: Buffer): string | null {
    const command = bytes.toString('latin1', 0, bytes.indexOf(0))
    if (command === 'zPING') return 'PONG'
    const streamed = piecesOf(bytes.subarray(bytes.indexOf(0) + 1))
    if (!streamed) return null
    stub.scanned.push(streamed.length)
    if (stub.mode === 'error') return 'INSTREAM size limit exceeded. ERROR'
    return streamed.includes(signature) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK'
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(stub, {
    host: '127.0.0.1',
    port,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

/** The streamed bytes once the piece of length zero has come. */
function piecesOf(bytes: Buffer): Buffer | null {
  const pieces: Buffer[] = []
  for (let at = 0; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
