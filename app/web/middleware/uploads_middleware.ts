import { createWriteStream } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { declaredRoute, randomId } from '#core/platform'
import { E_UNFINISHED_BODY } from '#app/web/exceptions'

/** So much, and for so long, is read of a body that has been refused. */
const MOST_DROPPED = 64 * 2 ** 20
const LONGEST_MS = 3000

/**
 * Reads the body of a route declared with `upload: true`. Its files lie in a folder of the
 * request's own, under names of ours, until the request is answered: who keeps one copies it.
 * What a guard will refuse anyway is not read.
 */
export default class UploadsMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (!ctx.request.is(['multipart/form-data']) || this.#isStranger(ctx)) return next()
    const folder = await mkdtemp(join(tmpdir(), 'sportello-upload-'))
    try {
      await this.#read(ctx, folder)
      return await next()
    } finally {
      // A body that was refused early may still open files here; what it opens later finds no folder.
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 })
    }
  }

  #isStranger(ctx: HttpContext): boolean {
    return ctx.actor.kind === 'public' && declaredRoute(ctx)?.area !== 'site'
  }

  async #read({ request }: HttpContext, folder: string): Promise<void> {
    const { multipart } = request
    multipart.onFile('*', { deferValidations: true }, async (part, report) => {
      const tmpPath = join(folder, randomId())
      part.pause()
      part.on('data', report)
      try {
        await pipeline(part, createWriteStream(tmpPath, { mode: 0o600 }))
        return { tmpPath }
      } catch (error) {
        // An error of one file would stay on that file, as if the person had sent a wrong one.
        multipart.abort(error)
      }
    })
    try {
      await multipart.process()
    } catch (error) {
      if (request.request.destroyed && !request.request.complete) throw new E_UNFINISHED_BODY()
      await readToTheEnd(request.request)
      throw error
    }
  }
}

/**
 * Browsers read an answer once they have sent everything, and lose it when the connection ends
 * before: what is left of a refused body is read and dropped, up to a point.
 */
function readToTheEnd(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let dropped = 0
    const timer = setTimeout(resolve, LONGEST_MS)
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    request.unpipe()
    request.once('end', done).once('close', done)
    request.on('data', (piece: Buffer) => {
      dropped += piece.length
      if (dropped > MOST_DROPPED) done()
    })
    request.resume()
    if (request.readableEnded || request.destroyed) done()
  })
}
