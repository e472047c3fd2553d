// Floor H: bare node:http, 20 bytes of JSON, keep-alive.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const BODY = '{"hello":"the world"}'.slice(0, 20)

const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': BODY.length })
  response.end(BODY)
})
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }))
