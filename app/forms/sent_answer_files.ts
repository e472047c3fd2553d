import type { HttpContext } from '@adonisjs/core/http'
import { sentFiles, type FileUse } from '#core/files'
import type { GivenFiles } from '#app/forms/domain/answers'
import type { FormField } from '#app/forms/domain/fields'

/**
 * Takes the files of a multipart form for the questions that ask for one, under the use of the
 * record that the answers will belong to, or belong to already; for `validateAnswers`.
 */
export async function sentAnswerFiles(
  ctx: HttpContext,
  use: FileUse,
  fields: readonly FormField[],
  recordId: number | null = null
): Promise<GivenFiles> {
  const given: Record<string, GivenFiles[string]> = {}
  for (const { key } of fields.filter(({ kind }) => kind === 'file')) {
    const { files, refusal } = await sentFiles(ctx, use, {
      field: `answers.${key}`,
      most: 1,
      recordId,
    })
    const held = files.at(-1)
    given[key] = { answer: held ? { file: held.id, name: held.name } : null, refusal }
  }
  return given
}
