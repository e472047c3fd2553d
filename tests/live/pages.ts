import type { AddressInfo } from 'node:net'
import server from '@adonisjs/core/services/server'
import { WebSocket } from 'ws'
import { appUrl } from '#config/app'
import { LiveServer } from '#app/live/live_server'
import { eventually } from '#tests/jobs/processes'

export type Said = { channel?: string; seq?: number; state?: unknown; error?: string; beat?: true }

/** The socket of an open page: what it was told, and how it ended. */
export class Page {
  readonly said: Said[] = []
  closeCode: number | null = null

  constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => this.said.push(JSON.parse(String(data)) as Said))
    socket.on('close', (code) => (this.closeCode = code))
    socket.on('error', () => {})
  }

  subscribe(channel: string): void {
    this.socket.send(JSON.stringify({ subscribe: channel, seq: 0 }))
  }

  async next(count: number, patience = 5_000): Promise<Said> {
    await eventually(() => this.said.length >= count, patience)
    return this.said[count - 1]
  }

  async closed(patience = 5_000): Promise<number> {
    await eventually(() => this.closeCode !== null, patience)
    return this.closeCode!
  }
}

type Options = { origin?: string; address?: string; cookie?: string; path?: string }

/** Opens a socket as a page does; rejects with the HTTP status when it is refused. */
export async function openPage(options: Options = {}): Promise<Page> {
  const {
    origin = new URL(appUrl).origin,
    address = '198.51.100.1',
    cookie,
    path = '/live',
  } = options
  const { port } = server.getNodeServer()!.address() as AddressInfo
  const headers = { 'x-forwarded-for': address, ...(cookie ? { cookie } : {}) }
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { origin, headers })
  const page = new Page(socket)
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('unexpected-response', (_, { statusCode }) => reject(new Error(String(statusCode))))
    socket.once('error', reject)
  })
  return page
}

/** Attaches the socket side to the HTTP server of this test process. */
export async function attachLive(): Promise<() => Promise<void>> {
  const live = new LiveServer()
  await live.attach(server.getNodeServer() as never)
  return () => live.detach()
}
