import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'
import type { AddressInfo } from 'node:net'
import server from '@adonisjs/core/services/server'
import { HttpClient, type ClientOptions } from '#tests/kit/http'

const port = () => (server.getNodeServer()!.address() as AddressInfo).port

/** Where the server of this test process listens. */
export const serverUrl = (): string => `http://127.0.0.1:${port()}`

/** A browser without scripts that talks to the server of this test process. */
export function visitor(options?: ClientOptions): HttpClient {
  return new HttpClient(serverUrl(), options)
}

export type RawAnswer = { status: number; headers: IncomingHttpHeaders; text: string }
export type RawRequest = {
  method?: string
  /** Sent as it stands: two slashes, bad escapes and all. */
  path: string
  headers?: OutgoingHttpHeaders
  body?: string | Buffer
}

/** What no browser sends: any path, method, Host and body. */
export function raw({ method = 'GET', path, headers, body }: RawRequest): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: port(), method, path, headers, agent: false }
    const sent = request(options, async (answer) => {
      resolve({ status: answer.statusCode!, headers: answer.headers, text: await text(answer) })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
