import { zipStream } from '#core/documents'
import { cleanFileName } from '#core/files'
import { FORMAT_LOCALES } from '#core/organisation'
import type { AnyResource, ManyDocument, Viewer } from '#app/admin/definition'
import type { ActionRun } from '#app/admin/models/action_run'
import { RunFile } from '#app/admin/models/run_file'
import { fileNameOf } from '#app/admin/presenters/export'
import type { RecordAction } from '#app/admin/queries/named_actions'
import { visibleIds } from '#app/admin/queries/selected_records'
import type { SentDownload } from '#app/admin/sent_download'
import { documentTitle } from '#app/admin/words'

/**
 * What a run made of those of its records that the person still sees: one document where the
 * action writes one, else a single file as it is and several as a ZIP. Null when there is none.
 */
export async function runDownload(
  named: RecordAction,
  run: ActionRun,
  viewer: Viewer
): Promise<SentDownload | null> {
  const { resource, action } = named
  const files = await visibleFiles(resource, run, viewer)
  if (files.length === 0) return null
  const { document } = action
  if (document) {
    const title = documentTitle(named, viewer)
    const name = fileNameOf(resource, document.ending, { title, viewer })
    const language = FORMAT_LOCALES[viewer.locale]
    return documentOf(files, { document, name, about: { title, language, at: run.createdAt } })
  }
  if (files.length === 1) {
    const [{ name, type }] = files
    return { name, type, content: await read(files[0]) }
  }
  const zipped = files.map((file) => ({ name: cleanFileName(file.name), read: () => read(file) }))
  return {
    name: fileNameOf(resource, 'zip', { viewer }),
    type: 'application/zip',
    content: zipStream(zipped, run.createdAt),
  }
}

const read = async ({ id }: RunFile) => (await RunFile.findOrFail(id)).content

type Written = {
  document: ManyDocument
  name: string
  about: { title: string; language: string; at: number }
}

/** Each part is read when its turn comes, as the files of a ZIP are. */
function documentOf(files: readonly RunFile[], { document, name, about }: Written): SentDownload {
  async function* parts() {
    for (const file of files) yield JSON.parse(String(await read(file))) as never
  }
  const { type, write } = document
  if (files.length === 1) return { name: files[0].name, type, content: write(parts()) }
  return { name, type, content: write(parts(), about) }
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
