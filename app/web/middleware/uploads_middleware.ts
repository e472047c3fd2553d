import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { declaredRoute, randomId } from '#core/platform'

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
      await rm(folder, { recursive: true, force: true })
    }
  }

  #isStranger(ctx: HttpContext): boolean {
    return ctx.actor.kind === 'public' && declaredRoute(ctx)?.area !== 'site'
  }

  async #read({ request: { multipart } }: HttpContext, folder: string): Promise<void> {
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
    await multipart.process()
  }
}
