import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocketServer } from 'ws'
import logger from '@adonisjs/core/services/logger'
import { appUrl } from '#config/app'
import env from '#start/env'
import { sessionUser } from '#core/accounts'
import { setting } from '#core/settings'
import { errorRecord } from '#core/platform'
import { isOwnOrigin } from '#app/live/domain/own_origin'
import { addressOf, visitorOf } from '#app/live/identity'
import { CLOSE, LiveSocket } from '#app/live/live_socket'
import { driver, hub } from '#app/live/live'
import { socketsPerAddress } from '#app/live/settings'

const PATH = '/live'
const LONGEST_INBOUND = 4096
const BEAT_MS = 15_000
const SESSION_CHECK_MS = 3_000
const CHECKS_PER_RECONSIDERATION = 10
const GOODBYE_MS = 500

const REFUSALS = { 403: 'Forbidden', 429: 'Too Many Requests', 503: 'Service Unavailable' } as const

function refuse(socket: Duplex, status: keyof typeof REFUSALS): void {
  socket.end(
    `HTTP/1.1 ${status} ${REFUSALS[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`
  )
}

function isFromOwnPage({ headers: { origin, host } }: IncomingMessage): boolean {
  return isOwnOrigin({ origin, host, publicUrl: appUrl, isPublicUrlSet: env.APP_URL !== undefined })
}

/** The WebSocket side of the HTTP server, at `/live`. */
export class LiveServer {
  readonly #upgrades = new WebSocketServer({
    noServer: true,
    maxPayload: LONGEST_INBOUND,
    perMessageDeflate: false,
    clientTracking: false,
  })
  readonly #sockets = new Set<LiveSocket>()
  readonly #perAddress = new Map<string, number>()
  readonly #timers: NodeJS.Timeout[] = []
  #server: Server | null = null
  #checks = 0

  async attach(server: Server): Promise<void> {
    this.#server = server
    await driver.start({
      changed: (channel) => hub.changed(channel),
      missed: () => hub.everythingChanged(),
    })
    server.on('upgrade', this.#onUpgrade)
    this.#timers.push(
      setInterval(() => this.#sockets.forEach((socket) => socket.beat()), BEAT_MS),
      setInterval(() => void this.#checkSessions(), SESSION_CHECK_MS)
    )
  }

  /** Pages reconnect by themselves, so they are told that this is a restart. */
  async detach(): Promise<void> {
    this.#server?.off('upgrade', this.#onUpgrade)
    for (const timer of this.#timers) clearInterval(timer)
    for (const socket of this.#sockets) socket.close(CLOSE.restart)
    if (this.#sockets.size > 0) await sleep(GOODBYE_MS)
    for (const socket of this.#sockets) socket.terminate()
    await driver.stop()
  }

  readonly #onUpgrade = (req: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (new URL(req.url ?? '/', 'http://host').pathname !== PATH) {
      // In development the asset server has sockets of its own.
      if (this.#server?.listenerCount('upgrade') === 1) socket.destroy()
      return
    }
    socket.on('error', () => socket.destroy())
    if (!isFromOwnPage(req)) return refuse(socket, 403)
    this.#welcome(req, socket, head).catch((error) => {
      logger.error({ error: errorRecord(error) }, 'A live handshake failed')
      refuse(socket, 503)
    })
  }

  async #welcome(req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const address = addressOf(req)
    const open = this.#perAddress.get(address) ?? 0
    this.#perAddress.set(address, open + 1)
    socket.once('close', () => this.#release(address))
    if (open >= (await setting(socketsPerAddress))) return refuse(socket, 429)
    const visitor = await visitorOf(req)
    this.#upgrades.handleUpgrade(req, socket, head, (ws) => {
      const live = new LiveSocket(ws, visitor)
      this.#sockets.add(live)
      ws.on('close', () => this.#sockets.delete(live))
    })
  }

  #release(address: string): void {
    const left = (this.#perAddress.get(address) ?? 1) - 1
    if (left > 0) this.#perAddress.set(address, left)
    else this.#perAddress.delete(address)
  }

  /** Ends the sockets of sessions that ended and of users who were disabled, within 5 s. */
  async #checkSessions(): Promise<void> {
    const signedIn = [...this.#sockets].filter((socket) => socket.sessionId !== null)
    const isReconsidering = ++this.#checks % CHECKS_PER_RECONSIDERATION === 0
    try {
      for (const [sessionId, sockets] of Map.groupBy(signedIn, (socket) => socket.sessionId!)) {
        const user = await sessionUser(sessionId)
        for (const socket of sockets) {
          socket.user = user
          if (!user) socket.close(CLOSE.signedOut)
          else if (isReconsidering) await socket.reconsider()
        }
      }
    } catch (error) {
      logger.error(
        { error: errorRecord(error) },
        'The sessions of live sockets could not be checked'
      )
    }
  }
}
