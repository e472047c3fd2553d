import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import type { SentDownload } from '#app/admin/sent_download'

/** A file that an action made: saved by the browser, never shown or kept on the way. */
export function sendDownload(
  { response }: HttpContext,
  { name, type, content }: SentDownload
): void {
  response.header('content-type', type)
  response.header('cache-control', 'no-store')
  response.header('x-content-type-options', 'nosniff')
  response.header('content-security-policy', "sandbox; default-src 'none'")
  const plain = name.replaceAll(/[^\w.-]/g, '_')
  const full = encodeURIComponent(name)
  response.header(
    'content-disposition',
    `attachment; filename="${plain}"; filename*=UTF-8''${full}`
  )
  if (content instanceof Readable) return response.stream(content)
  response.send(content)
}
