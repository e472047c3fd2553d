import type { Readable } from 'node:stream'
import { zipStream } from '#core/documents'
import { cleanFileName } from '#core/files'
import type { AnyResource, Download, Viewer } from '#app/admin/definition'
import type { ActionRun } from '#app/admin/models/action_run'
import { RunFile } from '#app/admin/models/run_file'
import { fileNameOf } from '#app/admin/presenters/export'
import { visibleIds } from '#app/admin/queries/selected_records'

/** One file for the browser, written while it is read. */
export type SentDownload = Omit<Download, 'content'> & { content: Download['content'] | Readable }

/**
 * What a run made of those of its records that the person still sees: a single file as it is,
 * several as a ZIP. Null when there is none.
 */
export async function runDownload(
  resource: AnyResource,
  run: ActionRun,
  viewer: Viewer
): Promise<SentDownload | null> {
  const files = await visibleFiles(resource, run, viewer)
  const read = async ({ id }: RunFile) => (await RunFile.findOrFail(id)).content
  if (files.length === 0) return null
  if (files.length === 1) {
    const [{ name, type }] = files
    return { name, type, content: await read(files[0]) }
  }
  const zipped = files.map((file) => ({ name: cleanFileName(file.name), read: () => read(file) }))
  return {
    name: fileNameOf(resource, 'zip', viewer),
    type: 'application/zip',
    content: zipStream(zipped, run.createdAt),
  }
}

/** Without their bytes. */
async function visibleFiles(resource: AnyResource, { id }: ActionRun, viewer: Viewer) {
  const files = await RunFile.query()
    .where('runId', id)
    .select('id', 'recordId', 'name', 'type')
    .orderBy('id')
  const recordIds = files.map(({ recordId }) => recordId)
  const visible = await visibleIds(resource, recordIds, viewer)
  return files.filter(({ recordId }) => visible.has(recordId))
}
