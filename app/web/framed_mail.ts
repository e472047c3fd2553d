import type { HttpContext } from '@adonisjs/core/http'

/**
 * Mails style themselves inline and quote what people typed, so this answer may run nothing,
 * load nothing and submit nothing.
 */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ')

/** The mail alone, for the frame on its page. */
export function framedMail({ response }: HttpContext, html: string): string {
  response.header('Content-Security-Policy', POLICY)
  response.header('X-Frame-Options', 'SAMEORIGIN')
  response.type('html')
  return html
}
