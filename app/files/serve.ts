import { errors, type HttpContext } from '@adonisjs/core/http'
import { asAttachment } from '#app/files/domain/file_name'
import { mayBeShown, mimeOf } from '#app/files/domain/file_types'
import type { StoredFile } from '#app/files/models/stored_file'
import { fileBehind } from '#app/files/queries/stored_files'
import { activeUse } from '#app/files/queries/uses'
import { openBytes } from '#app/files/store/disk'

/** The same answer whether a file does not exist or is not this person's. */
const notFound = ({ request }: HttpContext) =>
  new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])

/** The file in the address, if its owner's policy lets this person read it. */
export async function readableFile(ctx: HttpContext): Promise<StoredFile> {
  const file = await fileBehind(String(ctx.params.id))
  const use = file && (await activeUse(file.use))
  if (!use || !(await use.mayRead(ctx, file.recordId!))) throw notFound(ctx)
  return file
}

/**
 * Sends a file as a download: whatever is in it, no browser opens it as a page of ours. For
 * readers whom the caller has let pass, e.g. by the secret of a link.
 */
export function sendFile(ctx: HttpContext, file: StoredFile): Promise<void> {
  return send(ctx, file, asAttachment(file.name))
}

/** Sends a picture to be shown in a page; anything else is not found here. */
export function showPicture(ctx: HttpContext, file: StoredFile): Promise<void> {
  if (!mayBeShown(file.type)) throw notFound(ctx)
  return send(ctx, file, 'inline')
}

/**
 * Sends a picture that everybody may see, to be kept by browsers: another picture has another
 * address.
 */
export function showPublicPicture(ctx: HttpContext, file: Stored): Promise<void> {
  if (!mayBeShown(file.type)) throw notFound(ctx)
  return send(ctx, file, 'inline', 'public, max-age=31536000, immutable')
}

type Stored = Pick<StoredFile, 'storedAs' | 'type'>

async function send(
  ctx: HttpContext,
  file: Stored,
  disposition: string,
  keeping = 'no-store'
): Promise<void> {
  const found = await openBytes(file.storedAs)
  if (!found) throw notFound(ctx)
  const { response } = ctx
  response.header('Content-Type', mimeOf(file.type))
  response.header('Content-Length', found.bytes)
  response.header('Content-Disposition', disposition)
  response.header('Content-Security-Policy', "sandbox; default-src 'none'")
  response.header('Cache-Control', keeping)
  response.header('X-Content-Type-Options', 'nosniff')
  response.stream(found.stream)
}
