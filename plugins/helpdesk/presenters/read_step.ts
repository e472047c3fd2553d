import type { HttpContext } from '@adonisjs/core/http'
import type { HeldFile } from '#core/files'
import type { FieldErrors } from '#core/web'
import { readWords } from '#plugins/helpdesk/domain/words'
import type { StepForm } from '#plugins/helpdesk/presenters/step_page'
import { readFiles } from '#plugins/helpdesk/presenters/sent_files'
import { wordsError } from '#plugins/helpdesk/presenters/words_error'
import { storeStepValidator } from '#plugins/helpdesk/validators/steps'

/** What was sent with a step, and what is wrong with it. */
export type ReadStep = {
  formKey: string
  /** As it was typed. */
  typed: string
  text: string | null
  files: HeldFile[]
  errors: FieldErrors
}

export async function readStep(ctx: HttpContext, { needs }: StepForm): Promise<ReadStep> {
  const form = await ctx.request.validateUsing(storeStepValidator)
  const typed = form.text ?? ''
  const words = readWords(typed)
  const { files, error } =
    needs === 'text_or_file' ? await readFiles(ctx) : { files: [], error: null }
  const isMissed = needs === 'text' || (needs === 'text_or_file' && files.length === 0)
  const missed = needs === 'text_or_file' ? 'nothing' : 'missing'
  const isWrong = !words.ok && (words.reason === 'too_long' || isMissed)
  return {
    formKey: form.form_key,
    ...{ typed, files },
    text: words.ok ? words.text : null,
    errors: {
      ...(isWrong ? { text: wordsError(ctx, words.reason, missed) } : {}),
      ...(error ? { files: error } : {}),
    },
  }
}
