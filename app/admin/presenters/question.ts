import { randomId } from '#core/platform'
import type { Action, FieldErrors, FormOwner, Values, Viewer } from '#app/admin/definition'
import { presentFields } from '#app/admin/presenters/form_fields'
import { actionLabel, actionText } from '#app/admin/words'

/** What stands in the form of a question. */
export type Entered = { values: Values; errors?: FieldErrors; key?: string }

/** What an action would do, and what keeps the person from it. */
type Preview = {
  applies: string | null
  problem?: string | null
  detail?: string
  refused?: { count: string; reason: string }[]
  unsure?: string | null
}

type Asked = Entered & {
  /** The name of the action when left out. */
  title?: string
  preview?: Preview
  /** Where the answer goes; null where there is nothing to agree to. */
  to: string | null
  hidden?: Record<string, string>
  back: { label: string; href: string }
  viewer: Viewer
}

type Question = Pick<Action, 'id' | 'danger' | 'form'>

/** The page that asks before an action runs, on whatever it is done. */
export async function presentQuestion(home: FormOwner, action: Question, asked: Asked) {
  const { values, errors = {}, key = randomId(), preview, to, hidden, back, viewer } = asked
  const { id, danger = false, form = [] } = action
  const label = actionLabel(home, id, viewer)
  const filled = { values, errors, viewer, mode: 'edit' } as const
  return {
    title: asked.title ?? label,
    text: actionText(home, id, viewer),
    label,
    danger,
    errors,
    preview: preview && { refused: [], ...preview },
    fields: to === null ? [] : await presentFields(home, form, filled),
    action: to,
    hidden: { form_key: key, ...hidden },
    back,
  }
}
