import type { HttpContext } from '@adonisjs/core/http'
import type { Action, FormOwner, Values, Viewer } from '#app/admin/definition'
import { readInput } from '#app/admin/domain/form_input'
import { formKey } from '#app/admin/domain/sent_form'
import type { Entered } from '#app/admin/presenters/question'
import { validateForm } from '#app/admin/validate_form'

type Answer = {
  /** As it was typed, to be shown again. */
  typed: Entered
  /** What the action gets; null when something is wrong with it. */
  values: Values | null
}

/** What was answered to the question before an action. */
export async function readAnswer(
  { request }: HttpContext,
  { form = [] }: Pick<Action, 'form'>,
  { resource, viewer }: { resource: FormOwner; viewer: Viewer }
): Promise<Answer> {
  const body = request.body()
  const checked = await validateForm(form, body, { resource, viewer })
  const typed = { values: readInput(form, body), key: formKey(body) }
  if (checked.ok) return { typed, values: checked.values }
  return { typed: { ...typed, errors: checked.errors }, values: null }
}
