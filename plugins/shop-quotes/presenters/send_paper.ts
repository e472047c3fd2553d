import type { HttpContext } from '@adonisjs/core/http'
import type { Document } from '#plugins/shop-quotes/models/document'
import { paperFile } from '#plugins/shop-quotes/presenters/paper'

/** Hands a paper out as a file. */
export async function sendPaper({ response }: HttpContext, document: Document): Promise<void> {
  const { name, content } = await paperFile(document)
  response.header('content-type', 'application/pdf')
  response.header('content-disposition', `attachment; filename="${name}"`)
  response.send(content)
}
