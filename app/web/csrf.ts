import { createHmac, timingSafeEqual } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { signingKey } from '#app/web/signing_key'

/**
 * The token of this session's forms, null for people without a session. It is derived from the
 * session id, so a page stores nothing and all tabs of a session share one token.
 */
export function csrfToken({ session }: HttpContext): string | null {
  // Pages of unknown addresses are answered before any session is read.
  if (!session || session.fresh) return null
  return createHmac('sha256', signingKey('csrf')).update(session.sessionId).digest('base64url')
}

/** Compares what a form sent with the session's token, in constant time. */
export function isTokenOf(ctx: HttpContext, sent: unknown): boolean {
  const token = csrfToken(ctx)
  if (token === null || typeof sent !== 'string' || sent.length !== token.length) return false
  return timingSafeEqual(Buffer.from(sent), Buffer.from(token))
}
