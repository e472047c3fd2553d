import type { AddressInfo } from 'node:net'
import server from '@adonisjs/core/services/server'
import { HttpClient, type ClientOptions } from '#tests/kit/http'

/** A browser without scripts that talks to the server of this test process. */
export function visitor(options?: ClientOptions): HttpClient {
  const { port } = server.getNodeServer()!.address() as AddressInfo
  return new HttpClient(`http://127.0.0.1:${port}`, options)
}
