import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { throttle } from '#core/web'
import { receiveFile, type IncomingFile, type WaitingFile } from '#app/files/actions/receive_file'
import { keptName, waitingName } from '#app/files/domain/input_names'
import { refused, type FileRefusal } from '#app/files/domain/refusals'
import { UPLOAD_LIMIT } from '#app/files/limits'
import { waitingFile } from '#app/files/queries/stored_files'
import type { FileUse } from '#app/files/use'

/** What a form says about its files. Tokens go to `keepFiles`, public ids to `removeFiles`. */
export type SentFiles = {
  /** Public ids of stored files that stay. */
  kept: string[]
  /** New ones, and those that came with an earlier try of the same form. */
  waiting: WaitingFile[]
  /** Why a new one was not taken; what waited before still does. */
  refusal: FileRefusal | null
}

const lines = vine.create(vine.array(vine.string().regex(/^[\w-]{22,64}$/)).maxLength(50))

/**
 * Reads a file field of a multipart form, `answers.cv` or `document`, and checks what came in it.
 * Where a record has one file, a new one takes the place of the others.
 */
export async function sentFiles(ctx: HttpContext, use: FileUse, field: string): Promise<SentFiles> {
  const kept = await listed(ctx, keptName(field))
  const waiting = await stillWaiting(use, await listed(ctx, waitingName(field)))
  const incoming = filesIn(ctx, field)
  if (incoming.length === 0) return { kept, waiting, refusal: null }
  const others = use.most === 1 ? 0 : kept.length + waiting.length
  if (others + incoming.length > use.most) {
    return { kept, waiting, refusal: refused('too_many', { most: use.most }) }
  }
  const { files, refusal } = await received(ctx, use, incoming)
  if (use.most > 1) return { kept, waiting: [...waiting, ...files], refusal }
  return files.length > 0 ? { kept: [], waiting: files, refusal } : { kept, waiting, refusal }
}

async function received(ctx: HttpContext, use: FileUse, incoming: readonly IncomingFile[]) {
  const files: WaitingFile[] = []
  for (const file of incoming) {
    if (ctx.actor.kind === 'public') await throttle(ctx, UPLOAD_LIMIT)
    const answer = await receiveFile(use, file)
    if (!answer.ok) return { files, refusal: answer }
    files.push(answer.file)
  }
  return { files, refusal: null }
}

function filesIn({ request }: HttpContext, field: string): IncomingFile[] {
  return request.files(field).flatMap(({ tmpPath, clientName, headers, size }) =>
    tmpPath
      ? [
          {
            path: tmpPath,
            name: clientName,
            declaredType: String(headers?.['content-type'] ?? ''),
            bytes: size,
          },
        ]
      : []
  )
}

/** What is no list of ids or tokens is none: it names no file. */
async function listed({ request }: HttpContext, path: string): Promise<string[]> {
  const sent: unknown = request.input(path)
  const [error, list] = await lines.tryValidate([sent ?? []].flat())
  return error ? [] : list
}

async function stillWaiting(use: FileUse, tokens: readonly string[]): Promise<WaitingFile[]> {
  const found = await Promise.all(
    [...new Set(tokens)].map(async (token) => {
      const file = await waitingFile(use, token)
      return file ? [{ token, name: file.name, bytes: file.bytes }] : []
    })
  )
  return found.flat()
}
