import type { HttpContext } from '@adonisjs/core/http'
import { noSuchRecord, recordOf, resourceNamed, viewerOf } from '#core/admin'
import { Document } from '#plugins/shop-quotes/models/document'
import { ORDERS } from '#plugins/shop-quotes/order_list'
import { sendPaper } from '#plugins/shop-quotes/presenters/send_paper'

/** The papers of an order that staff see. */
export default class OrderDocumentsController {
  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const { id } = ctx.params
    const document = /^\d{1,9}$/.test(id) ? await Document.find(Number(id)) : null
    if (!document) throw noSuchRecord(viewer)
    await recordOf(resourceNamed(ORDERS), document.orderId, { viewer })
    return sendPaper(ctx, document)
  }
}
