import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocketServer } from 'ws'
import logger from '@adonisjs/core/services/logger'
import { appUrl } from '#config/app'
import env from '#start/env'
import { setting } from '#core/settings'
import { errorRecord } from '#core/platform'
import { isOwnOrigin } from '#app/live/domain/own_origin'
import { addressOf, deviceBehind, visitorOf } from '#app/live/identity'
import { CLOSE, LiveSocket } from '#app/live/live_socket'
import { driver, hub } from '#app/live/live'
import { socketsPerAddress } from '#app/live/settings'
import { checkDevices, checkSessions } from '#app/live/socket_checks'
import { SocketCounts } from '#app/live/socket_counts'

const PATH = '/live'
const LONGEST_INBOUND = 4096
const BEAT_MS = 15_000
/** Each socket has its place in the round, by when it came: even 84 at once hold up a click by 5 ms. */
const BEATS = 600
const CHECK_MS = 3_000
const CHECKS_PER_RECONSIDERATION = 10
const GOODBYE_MS = 500
/** A page or two, and what is left of those before them. */
const SOCKETS_PER_DEVICE = 10

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
  readonly #counts = new SocketCounts()
  readonly #timers: NodeJS.Timeout[] = []
  #server: Server | null = null
  #checks = 0
  #isChecking = false
  #turn = 0

  async attach(server: Server): Promise<void> {
    this.#server = server
    await driver.start({
      changed: (channel) => hub.changed(channel),
      missed: () => hub.everythingChanged(),
    })
    server.on('upgrade', this.#onUpgrade)
    this.#timers.push(
      setInterval(() => this.#beat(), BEAT_MS / BEATS),
      setInterval(() => void this.#check(), CHECK_MS)
    )
  }

  #beat(): void {
    const turn = this.#turn++ % BEATS
    for (const socket of this.#sockets) if (socket.turn === turn) socket.beat()
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

  /** Many screens share the address of their house: each paired device has a count of its own. */
  async #welcome(req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const device = await deviceBehind(req)
    if (socket.destroyed) return
    const key = device ? `device ${device.id}` : addressOf(req)
    const open = this.#counts.take(key)
    socket.once('close', () => this.#counts.release(key))
    const most = device ? SOCKETS_PER_DEVICE : await setting(socketsPerAddress)
    if (open >= most) return refuse(socket, 429)
    const visitor = { ...(await visitorOf(req)), device }
    this.#upgrades.handleUpgrade(req, socket, head, (ws) => {
      const live = new LiveSocket(ws, visitor, (this.#turn + BEATS - 1) % BEATS)
      this.#sockets.add(live)
      ws.on('close', () => this.#sockets.delete(live))
    })
  }

  /** Within 5 s, nobody hears more who has signed out, was disabled or was revoked. */
  async #check(): Promise<void> {
    if (this.#isChecking) return
    this.#isChecking = true
    const isReconsidering = ++this.#checks % CHECKS_PER_RECONSIDERATION === 0
    try {
      await checkSessions([...this.#sockets], isReconsidering)
      await checkDevices([...this.#sockets], isReconsidering)
    } catch (error) {
      logger.error({ error: errorRecord(error) }, 'Those behind live sockets could not be checked')
    } finally {
      this.#isChecking = false
    }
  }
}
