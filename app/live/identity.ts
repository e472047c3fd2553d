import { ServerResponse, type IncomingMessage } from 'node:http'
import { configProvider } from '@adonisjs/core'
import app from '@adonisjs/core/services/app'
import server from '@adonisjs/core/services/server'
import type { ResolvedSessionConfig } from '@adonisjs/session/types'
import { sessionUser, type User } from '#core/accounts'
import { pairedDevice, type Device } from '#core/devices'
import { addressKey } from '#core/web'

export type Visitor = { user: User | null; sessionId: string | null; device: Device | null }

/** The request of a handshake as the application sees any other one, proxies included. */
function contextOf(req: IncomingMessage) {
  const res = new ServerResponse(req)
  const request = server.createRequest(req, res)
  const response = server.createResponse(req, res)
  return server.createHttpContext(request, response, app.container.createResolver())
}

/** What the limits count by. */
export function addressOf(req: IncomingMessage): string {
  return addressKey(contextOf(req).request.ip())
}

/** The session's id as its signed cookie names it; nothing of a forged one. */
async function sessionIdOf(req: IncomingMessage): Promise<string | null> {
  const config = await configProvider.resolve<ResolvedSessionConfig>(app, app.config.get('session'))
  const id: unknown = config && contextOf(req).request.cookie(config.cookieName)
  return typeof id === 'string' ? id : null
}

/** The kiosk or screen that opens this socket, by the secret in its cookie. */
export async function deviceBehind(req: IncomingMessage): Promise<Device | null> {
  return (await pairedDevice(contextOf(req)))?.asDevice() ?? null
}

/** Who opens this socket, by the session of their pages; without one nobody in particular. */
export async function visitorOf(req: IncomingMessage): Promise<Omit<Visitor, 'device'>> {
  const sessionId = await sessionIdOf(req)
  const user = sessionId === null ? null : await sessionUser(sessionId)
  return { user, sessionId: user && sessionId }
}
