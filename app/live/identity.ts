import { ServerResponse, type IncomingMessage } from 'node:http'
import app from '@adonisjs/core/services/app'
import server from '@adonisjs/core/services/server'
import SessionMiddleware from '#app/accounts/middleware/session_middleware'
import { sessionUser, type User } from '#core/accounts'
import { addressKey } from '#core/web'

export type Visitor = { user: User | null; sessionId: string | null }

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

/** Who opens this socket, by the session of their pages; without one nobody in particular. */
export async function visitorOf(req: IncomingMessage): Promise<Visitor> {
  const ctx = contextOf(req)
  await new SessionMiddleware().handle(ctx, async () => {})
  if (ctx.session.fresh) return { user: null, sessionId: null }
  const { sessionId } = ctx.session
  const user = await sessionUser(sessionId)
  return { user, sessionId: user && sessionId }
}
