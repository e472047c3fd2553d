import type { Readable } from 'node:stream'
import type { Action, ActionResult, Download } from '#app/admin/definition'
import { E_NO_DOCUMENT } from '#app/admin/exceptions'

/** One file for whoever asked, written while it is read. */
export type SentDownload = Omit<Download, 'content'> & { content: Download['content'] | Readable }

/** What came of an action on one record, or on none. */
export type WrittenResult = ActionResult<SentDownload>

/** The result with its file, also where the action returned a part of a document. */
export function written(
  { document }: Pick<Action, 'document'>,
  result: ActionResult
): WrittenResult {
  if (!result.ok || !result.download) return result as WrittenResult
  const { download } = result
  if (!('part' in download)) return { ...result, download }
  if (!document) throw new E_NO_DOCUMENT()
  const { name, part } = download
  return { ...result, download: { name, type: document.type, content: document.write(only(part)) } }
}

async function* only(part: object) {
  yield part as never
}
