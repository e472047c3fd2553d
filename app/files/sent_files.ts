import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { throttle } from '#core/web'
import { receiveFile, type IncomingFile } from '#app/files/actions/receive_file'
import { heldPath } from '#app/files/domain/input_names'
import { refused, type FileRefusal } from '#app/files/domain/refusals'
import { UPLOAD_LIMIT } from '#app/files/limits'
import { heldFiles, type HeldFile } from '#app/files/queries/stored_files'
import type { FileUse } from '#app/files/use'

type Field = {
  /** Path of the input: `document`, `answers.cv`. */
  field: string
  /** The record that is edited; none for a new one. */
  recordId?: number | null
  /** Files of this field, where the record has several. */
  most?: number
}

/** What a form says about the files of a record; their ids go to `setFiles`. */
export type SentFiles = {
  /** New ones, those of an earlier try of the same form, and stored ones that stay. */
  files: HeldFile[]
  /** Why a new one was not taken; what the form held before it still holds. */
  refusal: FileRefusal | null
}

const lines = vine.create(vine.array(vine.string().regex(/^[\w-]{22}$/)).maxLength(50))

/**
 * Reads a file field of a multipart form and checks what came in it. Where there is room for one
 * file only, a new one takes the place of the other.
 */
export async function sentFiles(
  ctx: HttpContext,
  use: FileUse,
  { field, recordId = null, most = use.most }: Field
): Promise<SentFiles> {
  const held = await heldFiles(use, { ids: await listed(ctx, heldPath(field)), recordId })
  const incoming = filesIn(ctx, field)
  if (incoming.length === 0) return { files: held, refusal: null }
  const others = most === 1 ? [] : held
  if (others.length + incoming.length > most) {
    return { files: held, refusal: refused('too_many', { most }) }
  }
  const { files, refusal } = await received(ctx, use, incoming)
  return { files: files.length > 0 ? [...others, ...files] : held, refusal }
}

async function received(
  ctx: HttpContext,
  use: FileUse,
  incoming: readonly IncomingFile[]
): Promise<SentFiles> {
  const files: HeldFile[] = []
  for (const file of incoming) {
    if (ctx.actor.kind === 'public') await throttle(ctx, UPLOAD_LIMIT)
    const answer = await receiveFile(use, file)
    if (!answer.ok) return { files, refusal: answer }
    files.push(answer.file)
  }
  return { files, refusal: null }
}

function filesIn({ request }: HttpContext, field: string): IncomingFile[] {
  return request.files(field).flatMap(({ tmpPath, clientName, headers }) => {
    const declaredType = String(headers?.['content-type'] ?? '')
    return tmpPath ? [{ path: tmpPath, name: clientName, declaredType }] : []
  })
}

/** What is no list of ids is none: it names no file. */
async function listed({ request }: HttpContext, path: string): Promise<string[]> {
  const sent: unknown = request.input(path)
  const [error, list] = await lines.tryValidate([sent ?? []].flat())
  return error ? [] : list
}
