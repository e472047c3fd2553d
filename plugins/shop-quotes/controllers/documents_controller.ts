import type { HttpContext } from '@adonisjs/core/http'
import { Exception } from '@adonisjs/core/exceptions'
import { signedInCustomer } from '#core/accounts'
import { sendPaper } from '#plugins/shop-quotes/presenters/send_paper'
import { ownDocument } from '#plugins/shop-quotes/queries/own_document'

const PUBLIC_ID = /^[\w-]{22}$/

/** S12: receipts and credit notes of whoever is signed in; another person's are not there. */
export default class DocumentsController {
  async show(ctx: HttpContext) {
    const { id } = signedInCustomer(ctx)
    const { id: asked } = ctx.params
    const document = PUBLIC_ID.test(asked) ? await ownDocument(id, asked) : null
    if (!document) throw new Exception('No such paper of this person', { status: 404 })
    return sendPaper(ctx, document)
  }
}
