import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'

export class E_NO_SUCH_RECORD extends Exception {
  static override status = 404
  static override code = 'E_NO_SUCH_RECORD'
  static override message = 'No such record for this user'

  async handle(error: this, ctx: HttpContext): Promise<void> {
    const { answerMissing } = await import('#app/admin/missing_record')
    return answerMissing(ctx, error.status)
  }
}

/** The panel is narrowed to one location, and the record may belong to another. */
export class E_OUT_OF_SIGHT extends E_NO_SUCH_RECORD {
  override async handle(error: this, ctx: HttpContext): Promise<void> {
    const { answerOutOfSight } = await import('#app/admin/missing_record')
    return answerOutOfSight(ctx, error.status)
  }
}

/** For who wrote the action: only one that declares a `document` returns parts of it. */
export class E_NO_DOCUMENT extends Exception {
  static override status = 500
  static override code = 'E_NO_DOCUMENT'
  static override message = 'The action returned a part of a document and declares none'
}
