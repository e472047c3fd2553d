import type { MailAttachment } from '#core/messaging'
import { Document } from '#plugins/shop-quotes/models/document'
import { paperFile } from '#plugins/shop-quotes/presenters/paper'

/** A paper as a file of a mail; without it the mail goes out all the same. */
export async function paperAttached(
  which: { publicId: string } | { receiptOf: string }
): Promise<MailAttachment[]> {
  const query = Document.query()
  if ('publicId' in which) void query.where('publicId', which.publicId)
  else {
    const order = (found: typeof query) => void found.where('publicId', which.receiptOf)
    void query.where('kind', 'receipt').whereHas('order', order as never)
  }
  const document = await query.first()
  if (!document) return []
  const { name, content } = await paperFile(document)
  return [{ filename: name, content, contentType: 'application/pdf' }]
}
