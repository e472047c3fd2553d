import type { HttpContext } from '@adonisjs/core/http'
import {
  fileLimits,
  presentFileInput,
  sentFiles,
  type FileInput,
  type FileRefusal,
  type HeldFile,
} from '#core/files'
import { setting } from '#core/settings'
import { entryFiles } from '#plugins/helpdesk/files'
import { mostFiles } from '#plugins/helpdesk/settings'

const FIELD = 'files'

export type ReadFiles = { files: HeldFile[]; error: string | null }

/** H3: the files that came with words, no more than the setting allows. */
export async function readFiles(ctx: HttpContext): Promise<ReadFiles> {
  const most = await setting(mostFiles)
  if (most === 0) return { files: [], error: null }
  const { files, refusal } = await sentFiles(ctx, entryFiles, { field: FIELD, most })
  if (refusal) return { files, error: refusalText(ctx, refusal) }
  const isTooMany = files.length > most
  return { files, error: isTooMany ? ctx.i18n.t('files.errors.too_many', { most }) : null }
}

export const refusalText = ({ i18n }: HttpContext, { reason, limits }: FileRefusal): string =>
  i18n.t(`files.errors.${reason}`, limits)

/** Room for them, and what the form holds already; null where no files are taken. */
export async function presentFilesInput(
  { locale }: HttpContext,
  held: readonly HeldFile[]
): Promise<FileInput | null> {
  const most = await setting(mostFiles)
  if (most === 0) return null
  const limits = await fileLimits(entryFiles, most)
  return presentFileInput({ field: FIELD, limits, held }, locale)
}
